package fr.preau.bench;

import fr.preau.local.EmbeddedMariaDb;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real MariaDB server with the settings of a real one: each commit is on the disk before it is answered. */
final class Database implements AutoCloseable {

    /** What the figures depend on; the report says what the running server answers. */
    private static final String TOLD = "innodb_buffer_pool_size|innodb_flush_log_at_trx_commit|sync_binlog|log_bin|innodb_doublewrite"
            + "|innodb_snapshot_isolation|innodb_log_file_size|tx_isolation|max_connections";
    private static final String[] OPTIONS = {"--innodb-buffer-pool-size=512M", "--innodb-flush-log-at-trx-commit=1",
            "--innodb-log-file-size=256M", "--max-connections=300"};

    private final Path home;
    private final EmbeddedMariaDb embedded;
    private final List<String> command;
    private ProcessHandle process;

    private Database(Path home, EmbeddedMariaDb embedded) throws IOException {
        this.home = home;
        this.embedded = embedded;
        this.process = embedded.process();
        this.command = commandOf(process);
    }

    static Database start(Path home) {
        try {
            return new Database(home, EmbeddedMariaDb.start(home, OPTIONS));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    String url() {
        return embedded.jdbcUrl();
    }

    String user() {
        return embedded.user();
    }

    String password() {
        return embedded.password();
    }

    /** A connection of one's own as the application has it; the caller closes it. */
    Connection connection() throws SQLException {
        return DriverManager.getConnection(url() + "?useBulkStmts=true", user(), password());
    }

    /** A connection of the administrator, for settings and status; the caller closes it. */
    Connection adminConnection() throws SQLException {
        return DriverManager.getConnection(url(), embedded.adminUser(), embedded.adminPassword());
    }

    /** One number. */
    long number(String sql) throws SQLException {
        try (Connection connection = connection(); Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    String text(String sql) throws SQLException {
        try (Connection connection = connection(); Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** How often the server has done something since it started, for example {@code Questions} or {@code Com_select}. */
    long status(String counter) throws SQLException {
        try (Connection connection = adminConnection(); Statement statement = connection.createStatement();
             ResultSet rows = statement.executeQuery("SHOW GLOBAL STATUS LIKE '" + counter + "'")) {
            rows.next();
            return rows.getLong(2);
        }
    }

    /** Its version and how it is set, as the server itself says. */
    String settings() throws SQLException {
        List<String> all = new ArrayList<>();
        try (Connection connection = connection(); Statement statement = connection.createStatement();
             ResultSet rows = statement.executeQuery("SHOW GLOBAL VARIABLES WHERE Variable_name REGEXP '^(" + TOLD + ")$'")) {
            all.add(connection.getMetaData().getDatabaseProductVersion());
            while (rows.next()) {
                String value = rows.getString(2);
                all.add(rows.getString(1) + "=" + (rows.getString(1).endsWith("_size") ? (Long.parseLong(value) >> 20) + " MB" : value));
            }
        }
        return String.join(", ", all);
    }

    ProcessHandle process() {
        return process;
    }

    double cpuSeconds() throws IOException {
        return Cpu.seconds(process);
    }

    /** As if the machine had lost its power: {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** Starts the server again after {@link #kill}, at the same address; returns at once, {@link #awaitAnswer} waits. */
    void startAgain() throws IOException {
        process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("server.log").toFile())).start().toHandle();
    }

    /** Waits until the server answers. */
    void awaitAnswer(java.time.Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            try (Connection connection = connection()) {
                if (connection.isValid(1)) {
                    return;
                }
            } catch (SQLException e) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("The database does not answer", e);
                }
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** Without what belongs to the very first start: its file of accounts is gone by now. */
    private static List<String> commandOf(ProcessHandle process) throws IOException {
        String line = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"), StandardCharsets.UTF_8);
        List<String> words = new ArrayList<>(List.of(line.split("\0")));
        words.removeIf(word -> word.startsWith("--init-file="));
        return words;
    }

    @Override
    public void close() throws Exception {
        if (process.isAlive() && process.pid() != embedded.process().pid()) {
            process.destroy();
            process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        }
        embedded.stop();
    }
}
