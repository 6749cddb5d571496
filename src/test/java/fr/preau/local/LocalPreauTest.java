package fr.preau.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Préau as {@code ./preau run} starts it, in a process of its own: how it ends by Ctrl-C. */
class LocalPreauTest {

    private static final Path HOME = Path.of("target", "local preau test").toAbsolutePath();
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final int BY_CTRL_C = 128 + 2;

    private int port;

    @BeforeEach
    void emptyHome() throws IOException {
        assumeThat(Stream.of("/tmp", "/var/tmp", System.getProperty("java.io.tmpdir")).noneMatch(HOME::startsWith))
                .as("a clone in the temporary folder, where no data are accepted").isTrue();
        FileTrees.delete(HOME);
        Files.createDirectories(HOME);
        port = freePort();
    }

    @AfterEach
    void sweep() throws IOException {
        EmbeddedMariaDb.stopOrphansOf(HOME.resolve("database"));
        FileTrees.delete(HOME);
    }

    @Test
    void ctrl_c_ends_the_application_and_then_its_database_and_the_next_start_finds_all_in_order() throws Exception {
        assumeThat(Files.isExecutable(SETSID)).as("setsid, which makes a process group as a terminal does").isTrue();
        // a group of its own, which hears Ctrl-C also where the build itself runs in the background
        var process = preau(List.of(SETSID.toString(), "env", "--default-signal=INT"), List.of("-Dvaadin.productionMode=true"), Map.of());
        try {
            waitUntilItSays(process, "Pour arrêter");
            var server = servers().getFirst();
            int databasePort = portOf(server);
            connect(port);
            connect(databasePort);

            pressCtrlC(process);

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("the application ends").isTrue();
            assertThat(process.exitValue()).isEqualTo(BY_CTRL_C);
            assertThat(servers()).as("servers on these data").isEmpty();
            assertThat(server.isAlive()).isFalse();
            assertThatThrownBy(() -> connect(port)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> connect(databasePort)).isInstanceOf(IOException.class);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        assertThat(HOME.resolve("database/server.pid")).doesNotExist();
        assertThat(log()).contains("Shutdown complete");

        try (EmbeddedMariaDb next = EmbeddedMariaDb.start(HOME.resolve("database"))) {
            assertThat(next.process().isAlive()).isTrue();
            assertThat(log()).contains("ready for connections").doesNotContain("crash recovery");
        }
    }

    private Process preau(List<String> before, List<String> options, Map<String, String> environment) throws IOException {
        var command = new ArrayList<>(before);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-Xmx512m", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(options);
        // the demonstration's data are no matter here, and cost seconds
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LocalPreau.class.getName(), "--preau.demo=false"));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        Stream.of("PREAU_DB_URL", "PREAU_DB_USER", "PREAU_DB_PASSWORD").forEach(builder.environment()::remove);
        builder.environment().putAll(Map.of("PORT", String.valueOf(port), "PREAU_HOME", HOME.toString()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Reads on until the process ends, so that a full pipe never holds it up. */
    private static void waitUntilItSays(Process process, String words) throws Exception {
        var said = new StringBuffer();
        var heard = new CompletableFuture<Void>();
        Thread.ofVirtual().start(() -> {
            try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    said.append(line).append('\n');
                    if (line.startsWith(words)) {
                        heard.complete(null);
                    }
                }
            } catch (IOException e) {
                said.append(e);
            }
            heard.completeExceptionally(new IOException("it ended: " + said));
        });
        heard.get(3, TimeUnit.MINUTES);
    }

    /** What a terminal does: the signal goes to each process of the group. */
    private static void pressCtrlC(Process leader) throws Exception {
        assertThat(new ProcessBuilder("bash", "-c", "kill -INT -- -" + leader.pid()).inheritIO().start().waitFor()).isZero();
    }

    private static List<ProcessHandle> servers() throws IOException {
        return ServerProcesses.on(HOME.toRealPath().resolve("database/data")).toList();
    }

    private static int portOf(ProcessHandle server) {
        return Stream.of(server.info().arguments().orElseThrow()).filter(argument -> argument.startsWith("--port="))
                .map(argument -> Integer.parseInt(argument.substring("--port=".length()))).findFirst().orElseThrow();
    }

    private static String log() throws IOException {
        return Files.readString(HOME.resolve("database/server.log"), StandardCharsets.ISO_8859_1);
    }

    private static void connect(int port) throws IOException {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }
}
