package fr.preau.messaging;

import fr.preau.testing.TestDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A database that hangs up on everybody and lets nobody in for a while, as one that was killed and starts again. */
final class Blackout implements AutoCloseable {

    private static final long MILLISECONDS = 700;

    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    private boolean happened;

    void begin() {
        try {
            shut("LOCK");
            try (var admin = TestDatabase.adminConnection(); var statement = admin.createStatement()) {
                List<Long> open = new ArrayList<>();
                try (var rows = statement.executeQuery("SELECT id FROM information_schema.processlist WHERE user = '" + TestDatabase.user() + "'")) {
                    while (rows.next()) {
                        open.add(rows.getLong(1));
                    }
                }
                for (long one : open) {
                    statement.execute("KILL CONNECTION " + one);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        happened = true;
        later.schedule(() -> {
            shut("UNLOCK");
            return true;
        }, MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    private static void shut(String how) throws SQLException {
        try (var admin = TestDatabase.adminConnection(); var statement = admin.createStatement()) {
            statement.execute("ALTER USER '" + TestDatabase.user() + "'@'127.0.0.1' ACCOUNT " + how);
        }
    }

    boolean happened() {
        return happened;
    }

    @Override
    public void close() throws SQLException {
        later.shutdownNow();
        shut("UNLOCK");
    }
}
