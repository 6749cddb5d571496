package fr.preau.journeys;

import fr.preau.local.EmbeddedMariaDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A real server of MariaDB that is switched off like a light, and on again at the same address. */
final class StoppedDatabase implements AutoCloseable {

    private static final Duration BACK = Duration.ofMinutes(1);

    private final EmbeddedMariaDb server;
    private final List<String> command;
    private ProcessHandle process;

    StoppedDatabase(EmbeddedMariaDb server) throws IOException {
        this.server = server;
        this.process = server.process();
        // without its file of accounts, which is gone since the first start
        this.command = new ArrayList<>(List.of(Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline")).split("\0")));
        command.removeIf(word -> word.startsWith("--init-file="));
    }

    void goAway() {
        process.destroyForcibly();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** Comes back when the server answers. */
    void comeBack() throws IOException {
        process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().toHandle();
        long limit = System.nanoTime() + BACK.toNanos();
        while (!answers()) {
            if (System.nanoTime() > limit) {
                throw new IOException("the database does not come back");
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private boolean answers() {
        try (var connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password())) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
