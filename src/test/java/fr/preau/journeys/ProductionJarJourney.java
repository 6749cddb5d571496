package fr.preau.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jar for production lacks what this machine's Préau has: the embedded database, the demonstration. All its parts must find each
 * other without them. Started as the image trains it: without a database, and over before the door opens.
 */
class ProductionJarJourney {

    private static final int PATIENCE_SECONDS = 120;

    @Test
    void it_starts_without_what_only_the_demonstration_has(@TempDir Path folder) throws Exception {
        var log = folder.resolve("out.log");
        var start = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-Xmx512m", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-Dspring.context.exit=onRefresh",
                "-jar", Path.of("target", "preau.jar").toAbsolutePath().toString(), "--spring.profiles.active=training", "--logging.level.root=error",
                "--preau.secret=" + UUID.randomUUID(), "--preau.public-url=https://preau.example")
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            assertThat(start.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("it came to its end").isTrue();
            String said = Files.readString(log);
            assertThat(start.exitValue()).as(said).isZero();
            assertThat(said).doesNotContain("ERROR");
        } finally {
            start.destroyForcibly();
        }
    }
}
