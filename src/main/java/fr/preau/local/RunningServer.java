package fr.preau.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/** The server's program at work on a folder: started on a free port, brought back when it ends by itself, and stopped once for all. */
final class RunningServer {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final int PORTS_TRIED = 3;

    private final ServerFolder folder;
    private final ServerCommand command;
    private final ServerLog log;
    private final DatabaseAccounts accounts;
    private final List<String> options;
    private volatile @Nullable Process process;
    private volatile boolean stopping;
    private int port;

    RunningServer(ServerFolder folder, MariaDbBinaries binaries, DatabaseAccounts accounts, List<String> options) {
        this.folder = folder;
        this.command = new ServerCommand(folder, binaries);
        this.log = new ServerLog(folder);
        this.accounts = accounts;
        this.options = options;
    }

    /** Another program may take the free port between the look and the start. */
    void findPortAndServe() throws IOException {
        for (int attempt = 1; ; attempt++) {
            port = freePort();
            if (serve()) {
                return;
            }
            if (attempt == PORTS_TRIED || !log.saysThatThePortIsTaken()) {
                throw log.failure();
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket()) {
            any.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return any.getLocalPort();
        }
    }

    /** Starts the program and waits until it answers; false when it ended or took too long. */
    private boolean serve() throws IOException {
        PrivateFiles.write(folder.statementsOfStart(), accounts.statements());
        try {
            boolean answers = answers(launch(() -> command.serve(port, options)));
            if (!answers) {
                endProcess();
            }
            return answers;
        } finally {
            Files.deleteIfExists(folder.statementsOfStart());
        }
    }

    /** Either a stop comes first and nothing is started, or it knows what to end. */
    synchronized Process launch(NewData.Program program) throws IOException {
        if (stopping) {
            throw new LocalStartException("stopped");
        }
        Process started = program.start();
        process = started;
        return started;
    }

    private boolean answers(Process server) {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (server.isAlive() && System.nanoTime() < deadline && !stopping) {
            if (log.isReady()) {
                try (Connection connection = DriverManager.getConnection(jdbcUrl(), DatabaseAccounts.USER, accounts.password())) {
                    return connection.isValid(5);
                } catch (SQLException e) {
                    throw new LocalStartException("server-failed", e, log.file(), e.getMessage());
                }
            }
            LockSupport.parkNanos(20_000_000);
        }
        return false;
    }

    /** See {@link EmbeddedMariaDb#keepRunning}. */
    void keepRunning(Consumer<Duration> again, Consumer<LocalStartException> gaveUp) {
        ServerKeeper keeper = new ServerKeeper(this::serveAgain, again, gaveUp);
        watch(keeper);
    }

    private void watch(ServerKeeper keeper) {
        process().onExit().thenRunAsync(() -> {
            if (!stopping && keeper.bringsBack()) {
                watch(keeper);
            }
        }, work -> Thread.ofPlatform().name("database-keeper").start(work));
    }

    /** @return false when nobody wants it any more */
    private synchronized boolean serveAgain() {
        if (stopping) {
            return false;
        }
        try {
            log.setAside();
            if (!serve() && !stopping) {
                throw log.failure();
            }
            return !stopping;
        } catch (LocalStartException e) {
            if (stopping) {
                return false;
            }
            throw e;
        } catch (IOException e) {
            throw new LocalStartException("cannot-write", e, folder.home(), e);
        }
    }

    String jdbcUrl() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/preau";
    }

    ProcessHandle process() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("not started");
        }
        return running.toHandle();
    }

    /** Ends it in order, or keeps it from being started. A second call does nothing. */
    void stop() {
        // seen by a start that is going on, which would hold the next lines up
        stopping = true;
        synchronized (this) {
            endProcess();
        }
    }

    /** Whether somebody has stopped it: then a start that came to nothing is no failure. */
    boolean isStopped() {
        return stopping;
    }

    private void endProcess() {
        Process running = process;
        if (running != null && running.isAlive()) {
            ServerProcesses.end(running.toHandle());
        }
    }
}
