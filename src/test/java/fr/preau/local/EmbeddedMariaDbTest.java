package fr.preau.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** On a path with spaces, accents and a length that no socket would bear. */
class EmbeddedMariaDbTest {

    private static final Path FOLDER = Path.of("target", "embedded test", "données d’été " + "x".repeat(80)).toAbsolutePath();
    /** What a first start leaves, for tests that begin where there are data: making them costs seconds of processor. */
    private static final Path MADE = FOLDER.resolveSibling("made");
    private static EmbeddedMariaDb server;

    @BeforeAll
    static void start() throws IOException {
        FileTrees.delete(FOLDER.getParent());
        server = EmbeddedMariaDb.start(FOLDER);
        EmbeddedMariaDb.start(MADE).stop();
    }

    @AfterAll
    static void stop() throws IOException {
        server.stop();
        FileTrees.delete(FOLDER.getParent());
    }

    @Test
    void nobodyEntersWithoutAnAccountOrWithAWrongPassword() {
        for (String[] account : new String[][] {{"", ""}, {"root", ""}, {"root", "root"}, {"preau", ""}, {"preau", "preau"},
                {"preau_admin", ""}, {"mariadb.sys", ""}}) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), account[0], account[1]))
                    .as("account " + account[0]).isInstanceOf(SQLException.class).hasMessageContaining("denied");
        }
    }

    @Test
    void theApplicationHasItsOwnDatabaseAndNothingElse() throws SQLException {
        assertThat(ask("SELECT GROUP_CONCAT(schema_name ORDER BY schema_name) FROM information_schema.schemata"))
                .isEqualTo("information_schema,preau");
        assertThatThrownBy(() -> ask("SELECT User FROM mysql.global_priv")).hasMessageContaining("denied");
        assertThatThrownBy(() -> ask("SET GLOBAL max_connections = 1")).hasMessageContaining("privilege");
        assertThatThrownBy(() -> ask("SELECT 1 INTO OUTFILE '/tmp/preau-outfile'")).isInstanceOf(SQLException.class);
    }

    @Test
    void thereAreTwoAccountsAndTheOneThatMariaDBLocksForItself() throws SQLException {
        try (Connection admin = DriverManager.getConnection(server.jdbcUrl(), server.adminUser(), server.adminPassword())) {
            assertThat(ask(admin, "SELECT GROUP_CONCAT(CONCAT(User, '@', Host) ORDER BY User) FROM mysql.global_priv"))
                    .isEqualTo("mariadb.sys@localhost,preau@127.0.0.1,preau_admin@127.0.0.1");
        }
    }

    @Test
    void itListensOnTheLoopbackAddressAndNowhereElse() throws Exception {
        int port = URI.create(server.jdbcUrl().substring("jdbc:".length())).getPort();
        List<String> others = NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress).toList();
        for (String other : others) {
            assertThatThrownBy(() -> connect(other, port)).as(other).isInstanceOf(IOException.class);
        }
        connect("127.0.0.1", port);
        if (Files.exists(Path.of("/proc/net/tcp"))) {
            // the kernel's own list, for a machine that has no other address: local address and port in hex, 0A is LISTEN
            String hex = ":%04X".formatted(port);
            List<String> listening = Files.readAllLines(Path.of("/proc/net/tcp")).stream().map(line -> line.strip().split("\\s+"))
                    .filter(columns -> columns.length > 3 && columns[3].equals("0A") && columns[1].endsWith(hex))
                    .map(columns -> columns[1]).toList();
            assertThat(listening).containsExactly("0100007F" + hex);
            assertThat(Files.readString(Path.of("/proc/net/tcp6"))).doesNotContain(hex + " 00000000000000000000000000000000:0000 0A");
        }
    }

    @Test
    void lettersAreUtf8AndComparedWithoutAccentsAndCase() throws SQLException {
        assertThat(ask("SELECT CONCAT(@@character_set_server, ' ', @@collation_server, ' ', @@character_set_database, ' ', @@collation_database)"))
                .isEqualTo("utf8mb4 utf8mb4_uca1400_ai_ci utf8mb4 utf8mb4_uca1400_ai_ci");
        assertThat(ask("SELECT 'mediatheque' = 'Médiathèque'")).isEqualTo("1");
        assertThat(ask("SELECT '🌻 عائلة'")).isEqualTo("🌻 عائلة");
        assertThat(ask("SELECT @@global.time_zone")).isEqualTo("+00:00");
    }

    @Test
    void passwordsAreRandomAndReadableByTheirOwnerAlone() throws IOException {
        Path file = FOLDER.resolve("accounts.properties");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(FOLDER))).isEqualTo("rwx------");
        assertThat(server.password()).hasSize(48).isNotEqualTo(server.adminPassword());
        assertThat(Files.list(FOLDER).map(path -> path.getFileName().toString())).doesNotContain("start.sql", "create.sql", "data.new");
        assertThat(Files.exists(FOLDER.resolve("server.log"))).isTrue();
        assertThat(Files.readString(FOLDER.resolve("server.log"))).doesNotContain(server.password());
        assertThat(server.process().info().commandLine().orElse("")).doesNotContain(server.password());
    }

    @Test
    void aSecondInstanceOnTheSameDataIsRefusedAndTheFirstGoesOn() throws SQLException {
        assertThatThrownBy(() -> EmbeddedMariaDb.start(FOLDER)).isInstanceOfSatisfying(LocalStartException.class,
                e -> assertThat(e.reason()).isEqualTo("second-instance"));
        assertThatThrownBy(() -> EmbeddedMariaDb.erase(FOLDER)).isInstanceOfSatisfying(LocalStartException.class,
                e -> assertThat(e.reason()).isEqualTo("second-instance"));
        assertThat(ask("SELECT 1")).isEqualTo("1");
    }

    @Test
    void aServerLeftByAKilledInstanceIsStoppedAndItsDataAreThere() throws Exception {
        Path folder = made("killed");
        Process killed = instance(folder);
        long left = ServerProcesses.on(folder.toRealPath().resolve("data")).findFirst().orElseThrow().pid();
        killed.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(left)).as("the server outlives a kill -9").isPresent();

        long begin = System.nanoTime();
        try (EmbeddedMariaDb next = EmbeddedMariaDb.start(folder);
                Connection connection = DriverManager.getConnection(next.jdbcUrl(), next.user(), next.password())) {
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
            assertThat(ProcessHandle.of(left)).isEmpty();
            assertThat(ask(connection, "SELECT word FROM kept")).isEqualTo("toujours là");
        }
    }

    @Test
    void aServerThatIsKilledComesBackByItselfOnTheSamePortWithItsData() throws Exception {
        Path folder = made("again");
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(folder)) {
            Kept.keep(database);
            BlockingQueue<Object> news = new LinkedBlockingQueue<>();
            database.keepRunning(news::add, news::add);
            for (int time = 0; time < 2; time++) {
                long killed = database.process().pid();
                database.process().destroyForcibly();

                assertThat(news.poll(30, TimeUnit.SECONDS)).isInstanceOf(Duration.class);
                assertThat(database.process().pid()).isNotEqualTo(killed);
                try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password())) {
                    assertThat(ask(connection, "SELECT word FROM kept")).isEqualTo("toujours là");
                }
            }
            database.stop();
            assertThat(database.process().isAlive()).isFalse();
            assertThat(news.poll(1, TimeUnit.SECONDS)).as("a server that was stopped stays so").isNull();
        }
    }

    @Test
    void aServerThatEndsAgainAndAgainIsGivenUpWithAReason() {
        List<LocalStartException> reasons = new ArrayList<>();
        ServerKeeper keeper = new ServerKeeper(() -> true, gap -> { }, reasons::add);
        for (int time = 1; time < ServerKeeper.OFTEN; time++) {
            assertThat(keeper.bringsBack()).isTrue();
        }
        assertThat(keeper.bringsBack()).isFalse();
        assertThat(reasons).extracting(LocalStartException::reason).containsExactly("database-dies");
    }

    @Test
    void dataSurviveARestartAndGoWhenErased() throws Exception {
        Path folder = made("erased");
        try (EmbeddedMariaDb first = EmbeddedMariaDb.start(folder)) {
            Kept.keep(first);
        }
        try (EmbeddedMariaDb second = EmbeddedMariaDb.start(folder);
                Connection connection = DriverManager.getConnection(second.jdbcUrl(), second.user(), second.password())) {
            assertThat(ask(connection, "SELECT word FROM kept")).isEqualTo("toujours là");
        }
        EmbeddedMariaDb.erase(folder);
        try (EmbeddedMariaDb third = EmbeddedMariaDb.start(folder);
                Connection connection = DriverManager.getConnection(third.jdbcUrl(), third.user(), third.password())) {
            assertThatThrownBy(() -> ask(connection, "SELECT word FROM kept")).hasMessageContaining("doesn't exist");
        }
    }

    @Test
    void aStartThatWasCutWhileItMadeTheDataBeginsAgain() throws Exception {
        Path folder = FOLDER.resolveSibling("cut");
        Files.createDirectories(folder.resolve("data.new/mysql"));
        Files.writeString(folder.resolve("data.new/ibdata1"), "half");

        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(folder)) {
            assertThat(database.process().isAlive()).isTrue();
        }
    }

    @Test
    void lostPasswordsAreMadeAnew() throws Exception {
        Path folder = made("lost");
        String before;
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(folder)) {
            before = database.password();
        }
        Files.delete(folder.resolve("accounts.properties"));
        try (EmbeddedMariaDb database = EmbeddedMariaDb.start(folder)) {
            assertThat(database.password()).isNotEqualTo(before);
        }
    }

    @Test
    void dataThatTheServerCannotReadGiveAMessageWithTheWayToTheLog() throws Exception {
        Path folder = FOLDER.resolveSibling("broken");
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/ibdata1"), "not a database");

        assertThatThrownBy(() -> EmbeddedMariaDb.start(folder)).isInstanceOfSatisfying(LocalStartException.class, e -> {
            assertThat(e.reason()).isEqualTo("server-failed");
            assertThat(e.getMessage()).contains("server.log").contains("La base de données ne démarre pas");
        });
        assertThat(Files.readString(folder.resolve("data/ibdata1"))).as("nothing is lost").isEqualTo("not a database");
    }

    /** A folder with data that nobody has written in yet. */
    private static Path made(String name) throws IOException {
        Path folder = FOLDER.resolveSibling(name);
        FileSystemUtils.copyRecursively(MADE, folder);
        return folder;
    }

    /** Starts a server in a JVM of its own, which can be killed. */
    private static Process instance(Path folder) throws IOException {
        Process instance = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), Kept.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String ready = instance.inputReader().readLine();
        assertThat(ready).isEqualTo("kept");
        return instance;
    }

    /** Writes one row, says so, and waits to be killed. */
    static final class Kept {
        private Kept() {
        }

        public static void main(String[] arguments) throws Exception {
            keep(EmbeddedMariaDb.start(Path.of(arguments[0])));
            System.out.println("kept");
            TimeUnit.MINUTES.sleep(2);
        }

        static void keep(EmbeddedMariaDb database) throws SQLException {
            try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE kept (word VARCHAR(20))");
                statement.execute("INSERT INTO kept VALUES ('toujours là')");
            }
        }
    }

    private static void connect(String address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 1000);
        }
    }

    private static String ask(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password())) {
            return ask(connection, sql);
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
