package fr.preau.local;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

import fr.preau.demo.DemoDatabase;
import org.jspecify.annotations.Nullable;

/**
 * The database that this start uses: the server that {@code PREAU_DB_URL} names, or else the embedded one.
 *
 * @param embedded the server to stop at the end, when it is ours
 */
record LocalDatabase(String url, String user, String password, @Nullable EmbeddedMariaDb embedded) {

    /** Devtools calls {@code main} a second time in the same process; the server of the first call goes on. */
    private static final String RUNNING = "preau.local.database";

    /** Whether this is such a second call. */
    static boolean isRunningAlready() {
        return System.getProperty(RUNNING) != null;
    }

    static LocalDatabase open(Map<String, String> environment, Path home, boolean fresh) {
        String url = environment.getOrDefault("PREAU_DB_URL", "");
        if (!url.isBlank()) {
            if (fresh) {
                throw new LocalStartException("fresh-needs-embedded");
            }
            return external(url, environment.getOrDefault("PREAU_DB_USER", "preau"), environment.getOrDefault("PREAU_DB_PASSWORD", ""));
        }
        String running = System.getProperty(RUNNING);
        if (running != null) {
            String[] parts = running.split(" ");
            return new LocalDatabase(parts[0], parts[1], parts[2], null);
        }
        Path folder = home.resolve("database");
        if (fresh) {
            EmbeddedMariaDb.erase(folder);
        }
        EmbeddedMariaDb server = EmbeddedMariaDb.start(folder, LocalEnd::stops);
        System.setProperty(RUNNING, String.join(" ", server.jdbcUrl(), server.user(), server.password()));
        return new LocalDatabase(server.jdbcUrl(), server.user(), server.password(), server);
    }

    /** This start brings the demonstration with it, its open door and its mailbox: never into the data of people. */
    private static LocalDatabase external(String url, String user, String password) {
        Properties account = new Properties();
        account.setProperty("user", user);
        account.setProperty("password", password);
        account.setProperty("connectTimeout", "5000");
        try (Connection connection = DriverManager.getConnection(url, account)) {
            String version = connection.getMetaData().getDatabaseProductVersion();
            if (!MariaDbBinaries.isRecent(connection.getMetaData().getDatabaseMajorVersion(), connection.getMetaData().getDatabaseMinorVersion())) {
                throw new LocalStartException("database-too-old", withoutQuery(url), version);
            }
            if (!DemoDatabase.isFree(connection)) {
                throw new LocalStartException("database-of-people", withoutQuery(url), databaseIn(url));
            }
            return new LocalDatabase(url, user, password, null);
        } catch (SQLException e) {
            throw new LocalStartException(reason(e), e, withoutQuery(url), user, String.valueOf(e.getMessage()), databaseIn(url));
        }
    }

    /** By the SQL standard's classes, and MariaDB's own numbers where these say more. */
    private static String reason(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (e.getErrorCode() == 1049) {
            return "database-unknown";
        }
        // An account without rights on everything is not told whether a database is missing or closed to it.
        if (e.getErrorCode() == 1044) {
            return "database-unknown-or-closed";
        }
        if (state.startsWith("28") || e.getErrorCode() == 1045 || e.getErrorCode() == 1698) {
            return "database-refuses";
        }
        if (String.valueOf(e.getMessage()).contains("No suitable driver") || state.isEmpty() && e.getErrorCode() == 0) {
            return "database-url";
        }
        return "database-silent";
    }

    /** What stands behind the server's name. */
    private static String databaseIn(String url) {
        String plain = withoutQuery(url);
        return plain.substring(plain.lastIndexOf('/') + 1);
    }

    /** An address may carry a password behind its question mark. */
    private static String withoutQuery(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }
}
