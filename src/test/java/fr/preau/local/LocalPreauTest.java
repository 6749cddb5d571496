package fr.preau.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.preau.demo.DemoAccountsFile;
import fr.preau.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Préau as {@code ./preau run} starts it, in a process of its own: how it ends, by Ctrl-C or because it cannot begin. */
class LocalPreauTest {

    private static final Path HOME = KeptFolder.of("local preau test");
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final int BY_CTRL_C = 128 + 2;
    private static final String OF_BEFORE = "somebody of before";

    private int port;

    @BeforeEach
    void emptyHome() throws IOException {
        KeptFolder.require(HOME);
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
    void aFreshStartForgetsWhatWasThereAndGreetsAndCtrlCEndsItAndThenItsDatabaseAndTheNextStartFindsAllInOrder() throws Exception {
        Needed.that(Files.isExecutable(SETSID), "setsid, which makes a process group as a terminal does");
        leaveSomethingOfBefore();
        // a group of its own, which hears Ctrl-C also where the build itself runs in the background
        var process = preau(List.of(SETSID.toString(), "env", "--default-signal=INT"), List.of("-Dvaadin.productionMode=true"), Map.of(),
                "--fresh", "--preau.demo-centres=1");
        try {
            assertThat(heardUntilItSays(process, "Pour arrêter"))
                    .contains("Préau est prêt : http://localhost:" + port + " ", ", à l’accueil du centre\n",
                            "http://localhost:" + port + "/connexion")
                    .doesNotContain(OF_BEFORE);
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
        assertThat(List.of(HOME.resolve("database/data").resolve(OF_BEFORE), HOME.resolve("files").resolve(OF_BEFORE)))
                .noneMatch(Files::exists);
        assertThat(log()).contains("Shutdown complete");

        try (EmbeddedMariaDb next = EmbeddedMariaDb.start(HOME.resolve("database"))) {
            assertThat(next.process().isAlive()).isTrue();
            assertThat(centresIn(next)).as("the story was told").isEqualTo(1);
            assertThat(log()).contains("ready for connections").doesNotContain("crash recovery");
        }
    }

    /** Data, files and the accounts that the last start greeted with. */
    private static void leaveSomethingOfBefore() throws IOException {
        for (String folder : List.of("database/data", "files")) {
            Files.writeString(Files.createDirectories(HOME.resolve(folder)).resolve(OF_BEFORE), "");
        }
        Files.writeString(HOME.resolve(DemoAccountsFile.NAME), OF_BEFORE);
    }

    private static int centresIn(EmbeddedMariaDb database) throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement(); var rows = statement.executeQuery("SELECT count(*) FROM centre")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** While it makes the data, and while it waits for the server. */
    @ParameterizedTest
    @ValueSource(strings = {"--bootstrap", "--pid-file="})
    void ctrlCInTheMiddleOfTheStartLeavesNoServer(String step) throws Exception {
        assumeThat(System.getProperty("os.name") + "/" + System.getProperty("os.arch")).isEqualTo("Linux/amd64");
        Needed.that(Files.isExecutable(SETSID), "setsid, which makes a process group as a terminal does");
        Path pid = HOME.resolve("pid");
        fakeServer("""
                #!/bin/sh
                case "$*" in
                  *%1$s*) echo $$ >"%2$s.new" && mv "%2$s.new" "%2$s"; exec sleep 120 ;;
                esac
                """.formatted(step, pid));
        var process = preau(List.of(SETSID.toString(), "env", "--default-signal=INT"), List.of(),
                Map.of("XDG_CACHE_HOME", HOME.resolve("cache").toString()));
        try {
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> Files.exists(pid));
            var server = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();

            pressCtrlC(process);

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("the application ends").isTrue();
            assertThat(process.exitValue()).as(read(process)).isEqualTo(BY_CTRL_C);
            assertThat(server.isAlive()).isFalse();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    @Test
    void aDiskWithoutRoomForTheDataIsSaidBeforeTheWork() throws Exception {
        // more than any disk has
        var process = preau(List.of(), List.of("-Dpreau.local.space=" + (1L << 42)), Map.of());

        assertThat(ends(process)).contains("Le disque est presque plein. Dans " + HOME.resolve("database"), "Il en faut 4398046511104.",
                "Libérez de la place", "Vos données sont intactes");
        assertThat(HOME.resolve("database/data")).doesNotExist();
    }

    @Test
    void aDiskThatIsFullInTheMiddleOfTheWorkIsSaidWithTheWayToTheLog() throws Exception {
        assumeThat(System.getProperty("os.name") + "/" + System.getProperty("os.arch")).isEqualTo("Linux/amd64");
        fakeServer("""
                #!/bin/sh
                echo "2026-11-29 12:00:00 0 [ERROR] InnoDB: preallocating 50331648 bytes for file ./ib_logfile101 failed with error 28"
                echo "2026-11-29 12:00:00 0 [ERROR] mariadbd: Can't create/write to file (Errcode: 28 \\"No space left on device\\")"
                exit 1
                """);
        var process = preau(List.of(), List.of(), Map.of("XDG_CACHE_HOME", HOME.resolve("cache").toString()));

        assertThat(ends(process)).contains("Le disque est plein : la base de données ne peut plus écrire dans " + HOME.resolve("database"),
                "Libérez de la place", HOME.resolve("database/server.log").toString());
        assertThat(HOME.resolve("database/data")).as("data that bear their name are complete").doesNotExist();
    }

    @Test
    void aDatabaseThatIsNotOnTheServerIsSaidWithWhatToType() throws Exception {
        var process = preau(List.of(), List.of(), Map.of("PREAU_DB_URL", TestDatabase.jdbcUrl().replace("/preau", "/autre"),
                "PREAU_DB_USER", TestDatabase.user(), "PREAU_DB_PASSWORD", TestDatabase.password()));

        assertThat(ends(process)).contains("« autre » n’existe pas", "CREATE DATABASE IF NOT EXISTS `autre` ", "PREAU_DB_URL")
                .doesNotContain(TestDatabase.password(), "\tat ");
    }

    @Test
    void aDatabaseThatServesARealFederationIsLeftAsItIs() throws Exception {
        try (var people = OtherDatabase.with("Fédération du Nord", "claire@centre-du-nord.fr")) {
            var process = preau(List.of(), List.of(), Map.of("PREAU_DB_URL", people.url(), "PREAU_DB_USER", TestDatabase.adminUser(),
                    "PREAU_DB_PASSWORD", TestDatabase.adminPassword()));

            assertThat(ends(process)).contains("sert déjà à une vraie fédération", "PREAU_DB_URL").doesNotContain(TestDatabase.adminPassword(), "\tat ");
            assertThat(people.content()).isEqualTo("account,federation 1 1");
        }
    }

    static Stream<Arguments> whatIsInTheWayIsSaidAndToldToTheShell() {
        var known = Map.of("PREAU_DB_URL", TestDatabase.jdbcUrl(), "PREAU_DB_USER", TestDatabase.user(), "PREAU_DB_PASSWORD", "not this one");
        return Stream.of(
                Arguments.of("data in the temporary folder", Map.of("PREAU_HOME", "/tmp/preau-refused"), "est dans le dossier temporaire"),
                Arguments.of("a port that is no number", Map.of("PORT", "abc"), "PORT doit être un nombre"),
                Arguments.of("no address of a database", Map.of("PREAU_DB_URL", "localhost:3306"), "PREAU_DB_URL n’est pas une adresse"),
                Arguments.of("a server that does not answer", Map.of("PREAU_DB_URL", "jdbc:mariadb://127.0.0.1:1/preau"), "ne répond pas"),
                Arguments.of("another password", known, "Vérifiez PREAU_DB_USER et PREAU_DB_PASSWORD"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void whatIsInTheWayIsSaidAndToldToTheShell(String what, Map<String, String> environment, String words) throws Exception {
        assertThat(ends(preau(List.of(), List.of(), environment))).as(what).contains(words).doesNotContain("\tat ", TestDatabase.password());
        assertThat(HOME).as("nothing is begun").isEmptyDirectory();
    }

    @Test
    void aSecondInstanceOnTheSameDataSaysSoAndTellsTheShell() throws Exception {
        try (var first = FolderLock.of(ServerFolder.of(HOME.resolve("database")))) {
            assertThat(first).isNotNull();
            assertThat(ends(preau(List.of(), List.of(), Map.of()))).contains("Préau tourne déjà avec ces données",
                    "C’est le processus " + ProcessHandle.current().pid()).doesNotContain("\tat ");
        }
    }

    private Process preau(List<String> before, List<String> options, Map<String, String> environment, String... arguments) throws IOException {
        var command = new ArrayList<>(before);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-Xmx512m", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LocalPreau.class.getName()));
        // the demonstration's data are mostly no matter here, and cost seconds
        command.addAll(arguments.length == 0 ? List.of("--preau.demo=false") : List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        Stream.of("PREAU_DB_URL", "PREAU_DB_USER", "PREAU_DB_PASSWORD").forEach(builder.environment()::remove);
        builder.environment().putAll(Map.of("PORT", String.valueOf(port), "PREAU_HOME", HOME.toString()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** What it said, when it ended by itself and told the shell that it had failed. */
    private static String ends(Process process) throws Exception {
        var said = CompletableFuture.supplyAsync(() -> read(process));
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
            assertThat(process.exitValue()).as(said.get()).isEqualTo(1);
            return said.get();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String read(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Reads on until the process ends, so that a full pipe never holds it up. */
    private static String heardUntilItSays(Process process, String words) throws Exception {
        var said = new StringBuffer();
        var heard = new CompletableFuture<String>();
        Thread.ofVirtual().start(() -> {
            try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    said.append(line).append('\n');
                    if (line.startsWith(words)) {
                        heard.complete(said.toString());
                    }
                }
            } catch (IOException e) {
                said.append(e);
            }
            heard.completeExceptionally(new IOException("it ended: " + said));
        });
        return heard.get(3, TimeUnit.MINUTES);
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

    /** Programs of the database that are no more than this script. */
    private static void fakeServer(String script) throws IOException {
        Path programs = HOME.resolve("cache/preau/mariadb-" + MariaDbBinaries.packedVersion().orElseThrow());
        Files.createDirectories(programs.resolve("bin"));
        Files.createDirectories(programs.resolve("share"));
        for (String sql : List.of("mariadb_system_tables.sql", "mariadb_performance_tables.sql", "mariadb_system_tables_data.sql",
                "maria_add_gis_sp_bootstrap.sql", "mariadb_sys_schema.sql")) {
            Files.writeString(programs.resolve("share").resolve(sql), "");
        }
        Path server = Files.writeString(programs.resolve("bin/mariadbd"), script);
        assertThat(server.toFile().setExecutable(true)).isTrue();
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
