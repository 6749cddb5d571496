package fr.preau.local;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

import fr.preau.demo.DemoDatabase;

/**
 * The database that this start uses: the server that {@code PREAU_DB_URL} names, or else the embedded one. That one is started beside
 * the application, which asks for it when it has looked at itself.
 */
final class LocalDatabase {

    /** Devtools calls {@code main} a second time in the same process; the server of the first call goes on. */
    private static final String RUNNING = "preau.local.database";

    private final CompletableFuture<Door> door;

    private LocalDatabase(CompletableFuture<Door> door) {
        this.door = door;
    }

    /** Where it answers, and to whom. */
    record Door(String url, String user, String password) {

        static Door of(EmbeddedMariaDb server) {
            return new Door(server.jdbcUrl(), server.user(), server.password());
        }
    }

    /** A server that is there. */
    static LocalDatabase at(Door door) {
        return new LocalDatabase(CompletableFuture.completedFuture(door));
    }

    /** Whether this is such a second call. */
    static boolean isRunningAlready() {
        return System.getProperty(RUNNING) != null;
    }

    /**
     * Finds out which one it is, and whether it can be used; an embedded one may still be starting then.
     *
     * @param served is given an embedded server that has begun to answer
     */
    static LocalDatabase open(Map<String, String> environment, Path home, boolean fresh, Consumer<EmbeddedMariaDb> served) {
        String url = environment.getOrDefault("PREAU_DB_URL", "");
        if (!url.isBlank()) {
            if (fresh) {
                throw new LocalStartException("fresh-needs-embedded");
            }
            return at(external(url, environment.getOrDefault("PREAU_DB_USER", "preau"), environment.getOrDefault("PREAU_DB_PASSWORD", "")));
        }
        String running = System.getProperty(RUNNING);
        if (running != null) {
            String[] parts = running.split(" ");
            return at(new Door(parts[0], parts[1], parts[2]));
        }
        Path folder = home.resolve("database");
        if (fresh) {
            EmbeddedMariaDb.erase(folder);
        }
        EmbeddedMariaDb server = EmbeddedMariaDb.prepare(folder, LocalEnd::stops);
        return new LocalDatabase(CompletableFuture.supplyAsync(() -> {
            server.serve();
            System.setProperty(RUNNING, String.join(" ", server.jdbcUrl(), server.user(), server.password()));
            served.accept(server);
            return Door.of(server);
        }, start -> Thread.ofPlatform().name("database-start").daemon().start(start)));
    }

    /**
     * Where it answers; waits until it does.
     *
     * @throws LocalStartException when it cannot, with the reason in plain words
     */
    Door door() {
        try {
            return door.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof LocalStartException reason) {
                throw reason;
            }
            throw e;
        }
    }

    /** This start brings the demonstration with it, its open door and its mailbox: never into the data of people. */
    private static Door external(String url, String user, String password) {
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
            return new Door(url, user, password);
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
