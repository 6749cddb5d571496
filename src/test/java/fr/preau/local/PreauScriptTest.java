package fr.preau.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

/** The script {@code ./preau}: what it says when something is in the way, and that its shell is clean. */
class PreauScriptTest {

    @Test
    void itSaysWhatIsInTheWayAndWhatToType() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            ProcessBuilder script = new ProcessBuilder("bash", "src/test/bash/preau-test.sh").redirectErrorStream(true);
            script.environment().put("PORT_TAKEN", String.valueOf(taken.getLocalPort()));
            script.environment().put("PORT_FREE", String.valueOf(freePort()));
            script.environment().put("JAVA_HOME", System.getProperty("java.home"));
            script.environment().remove("PREAU_CHROMIUM");
            String said = said(script.start());
            assertThat(said).endsWith("all is said as it should be\n");
            said.lines().filter(line -> line.startsWith("skipped: ")).forEach(System.out::println);
        }
    }

    @Test
    void itsShellIsClean() throws Exception {
        ProcessBuilder judge = new ProcessBuilder("shellcheck", "preau", ".ci/run", "src/test/bash/preau-test.sh").redirectErrorStream(true);
        assertThat(said(started(judge))).isEmpty();
    }

    private static Process started(ProcessBuilder judge) {
        try {
            return judge.start();
        } catch (IOException e) {
            Needed.that(false, "shellcheck: type `sudo apt-get install shellcheck`, or `./preau test`");
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    private static String said(Process process) throws IOException, InterruptedException {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return said;
    }
}
