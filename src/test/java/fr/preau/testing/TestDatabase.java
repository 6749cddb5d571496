package fr.preau.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.zaxxer.hikari.HikariDataSource;
import fr.preau.local.EmbeddedMariaDb;
import org.jspecify.annotations.Nullable;

/**
 * The MariaDB server of the tests: one for the whole run of a JVM, started when the first test asks for it.
 *
 * <p>A test with a Spring context needs to do nothing: its data source points here ({@link TestDatabaseCustomizerFactory}),
 * and each test class begins with empty tables ({@link EmptyTablesListener}).
 */
public final class TestDatabase {

    private static final Set<HikariDataSource> POOLS = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private static @Nullable EmbeddedMariaDb server;

    private TestDatabase() {
    }

    public static String jdbcUrl() {
        return server().jdbcUrl();
    }

    public static String user() {
        return server().user();
    }

    public static String password() {
        return server().password();
    }

    /** The account that sees every database of the server. */
    public static String adminUser() {
        return server().adminUser();
    }

    public static String adminPassword() {
        return server().adminPassword();
    }

    /** A connection of one's own, beside the pool; the caller closes it. */
    public static Connection connection() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), user(), password());
    }

    /** A connection that may change settings of the server; the caller closes it. */
    public static Connection adminConnection() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), server().adminUser(), server().adminPassword());
    }

    static synchronized boolean isStarted() {
        return server != null;
    }

    /** Empties all tables but Liquibase's. A test class begins so; a test that needs it in between may ask. */
    public static void empty() {
        if (!isStarted()) {
            return;
        }
        try (Connection connection = connection(); Statement statement = connection.createStatement()) {
            List<String> tables = strings(statement, """
                    SELECT table_name FROM information_schema.tables
                    WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' AND table_name NOT LIKE 'databasechangelog%'""");
            if (tables.isEmpty()) {
                return;
            }
            // Most tables are empty already, and asking costs a hundredth of truncating.
            List<String> filled = strings(statement, tables.stream()
                    .map(table -> "(SELECT '%1$s' FROM `%1$s` LIMIT 1)".formatted(table)).collect(Collectors.joining(" UNION ALL ")));
            statement.execute("SET SESSION FOREIGN_KEY_CHECKS = 0, SESSION lock_wait_timeout = 20");
            for (String table : filled) {
                statement.addBatch("TRUNCATE TABLE `" + table + "`");
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the tables could not be emptied", e);
        }
    }

    private static List<String> strings(Statement statement, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** Work that may fail with any exception. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    /**
     * Runs with {@code innodb_snapshot_isolation} ON or OFF, and puts it back. The pools get new connections, because the
     * setting holds from a connection's beginning; call it outside any transaction.
     */
    public static void withSnapshotIsolation(boolean on, Work work) throws Exception {
        boolean before = setSnapshotIsolation(on);
        try {
            work.run();
        } finally {
            setSnapshotIsolation(before);
        }
    }

    private static boolean setSnapshotIsolation(boolean on) throws SQLException {
        boolean before;
        try (Connection connection = adminConnection(); Statement statement = connection.createStatement()) {
            before = strings(statement, "SELECT @@GLOBAL.innodb_snapshot_isolation").getFirst().equals("1");
            statement.execute("SET GLOBAL innodb_snapshot_isolation = " + (on ? "ON" : "OFF"));
        }
        if (before != on) {
            synchronized (POOLS) {
                POOLS.stream().filter(HikariDataSource::isRunning).forEach(pool -> pool.getHikariPoolMXBean().softEvictConnections());
            }
        }
        return before;
    }

    /** The pools of the contexts, so that they can be told about new settings. */
    static void register(HikariDataSource pool) {
        POOLS.add(pool);
    }

    private static synchronized EmbeddedMariaDb server() {
        EmbeddedMariaDb running = server;
        if (running == null) {
            Path all = Path.of("target", "test-db").toAbsolutePath();
            Path own = all.resolve("jvm-" + ProcessHandle.current().pid());
            sweep(all);
            // Nothing here survives the run, so the server need not wait for the disk.
            running = EmbeddedMariaDb.start(own, "--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=OFF",
                    "--innodb-flush-method=nosync", "--max-connections=1000", "--innodb-lock-wait-timeout=20");
            EmbeddedMariaDb started = running;
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                started.stop();
                delete(own);
            }, "test-database-stop"));
            server = running;
        }
        return running;
    }

    /** What a killed run left: its server first, then its folder. */
    private static void sweep(Path all) {
        if (!Files.isDirectory(all)) {
            return;
        }
        try (Stream<Path> folders = Files.list(all)) {
            for (Path folder : folders.filter(path -> path.getFileName().toString().startsWith("jvm-")).toList()) {
                long pid = Long.parseLong(folder.getFileName().toString().substring("jvm-".length()));
                if (ProcessHandle.of(pid).isEmpty()) {
                    EmbeddedMariaDb.stopOrphansOf(folder);
                    delete(folder);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            walk.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            // the next run sweeps it
        }
    }
}
