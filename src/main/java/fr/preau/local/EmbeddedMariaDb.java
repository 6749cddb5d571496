package fr.preau.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * A MariaDB server of our own, as a child process, with its data in one folder.
 *
 * <p>It is shut as far as a server can be: accounts are on, nobody but its two accounts exists, it listens on the loopback
 * address and nowhere else, and it reads no configuration of the machine. One instance per folder; a server that an earlier
 * one left behind (after a {@code kill -9}) is stopped first, which loses nothing. One that ends by itself is started again,
 * when somebody asks for that ({@link #keepRunning}).
 */
public final class EmbeddedMariaDb implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final int PORTS_TRIED = 3;
    /** Megabytes; a test asks for more than any disk has. */
    private static final long SPACE_FOR_NEW_DATA = Long.getLong("preau.local.space", 300L) << 20;
    private static final long SPACE_TO_GO_ON = 100L << 20;

    private final ServerFolder folder;
    private final ServerCommand command;
    private final ServerLog log;
    private final DatabaseAccounts accounts;
    private final List<String> options;
    private final FolderLock lock;
    private volatile @Nullable Process process;
    private volatile boolean stopping;
    private int port;

    private EmbeddedMariaDb(ServerFolder folder, MariaDbBinaries binaries, DatabaseAccounts accounts, List<String> options, FolderLock lock) {
        this.folder = folder;
        this.command = new ServerCommand(folder, binaries);
        this.log = new ServerLog(folder);
        this.accounts = accounts;
        this.options = options;
        this.lock = lock;
    }

    /**
     * Starts a server on the data of this folder, which is made when it is missing.
     *
     * @param where the server's own folder: data, accounts, log, lock
     * @param options more options of {@code mariadbd}; they win over ours
     * @throws LocalStartException when it cannot start, with the reason in plain words
     */
    public static EmbeddedMariaDb start(Path where, String... options) {
        return start(where, end -> { }, options);
    }

    /**
     * The same for a process that may be told to end in the middle of a start: the server has left its process group and would
     * outlive it.
     *
     * @param atTheEnd is given what stops the server, before there is one to stop
     */
    static EmbeddedMariaDb start(Path where, Consumer<Runnable> atTheEnd, String... options) {
        FolderLock lock = null;
        EmbeddedMariaDb database = null;
        try {
            ServerFolder folder = ServerFolder.of(where);
            PrivateFiles.restrict(folder.home());
            lock = FolderLock.of(folder);
            FreeSpace.require(folder.home(), folder.hasData() ? SPACE_TO_GO_ON : SPACE_FOR_NEW_DATA);
            MariaDbBinaries binaries = MariaDbBinaries.find(cacheFolder());
            database = new EmbeddedMariaDb(folder, binaries, DatabaseAccounts.of(folder.accounts()), List.of(options), lock);
            atTheEnd.accept(database::stop);
            ServerProcesses.on(folder.data()).forEach(ServerProcesses::end);
            if (!folder.hasData()) {
                NewData.make(folder, binaries, database::launch);
            }
            database.findPortAndServe();
            return database;
        } catch (IOException e) {
            giveUp(database, lock);
            throw new LocalStartException("cannot-write", e, where, e);
        } catch (RuntimeException e) {
            boolean told = database != null && database.stopping;
            giveUp(database, lock);
            throw told ? new LocalStartException("stopped") : e;
        }
    }

    private static void giveUp(@Nullable EmbeddedMariaDb database, @Nullable FolderLock lock) {
        if (database != null) {
            database.stop();
        } else if (lock != null) {
            lock.close();
        }
    }

    /**
     * Throws the data of this folder away, and nothing else: its accounts stay.
     *
     * @throws LocalStartException when an instance is at work on it
     */
    public static void erase(Path where) {
        try {
            ServerFolder folder = ServerFolder.of(where);
            try (FolderLock held = FolderLock.of(folder)) {
                ServerProcesses.on(folder.data()).forEach(ServerProcesses::end);
                FileTrees.delete(folder.data());
            }
        } catch (IOException e) {
            throw new LocalStartException("cannot-write", e, where, e);
        }
    }

    /**
     * Stops a server that lost the process which started it. Who calls this knows that no instance is at work on the folder:
     * a start holds the lock.
     */
    public static void stopOrphansOf(Path where) {
        try {
            ServerProcesses.on(ServerFolder.of(where).data()).forEach(ServerProcesses::end);
        } catch (IOException e) {
            throw new LocalStartException("cannot-write", e, where, e);
        }
    }

    /** Where the programs are unpacked: once per user, shared by all clones and by the tests. */
    static Path cacheFolder() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path base = cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return base.resolve("preau");
    }

    /** Another program may take the free port between the look and the start. */
    private void findPortAndServe() throws IOException {
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
    private synchronized Process launch(NewData.Program program) throws IOException {
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
                try (Connection connection = DriverManager.getConnection(jdbcUrl(), user(), password())) {
                    return connection.isValid(5);
                } catch (SQLException e) {
                    throw new LocalStartException("server-failed", e, log.file(), e.getMessage());
                }
            }
            LockSupport.parkNanos(20_000_000);
        }
        return false;
    }

    /**
     * From now on a server that ends by itself is started again on the same port: whoever uses it sees a gap of some seconds.
     *
     * @param again is told how long the gap was
     * @param gaveUp is told why there is no use in trying once more
     */
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

    /** The address for JDBC, without account. */
    public String jdbcUrl() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/preau";
    }

    /** The account of the application: its own database and nothing else. */
    public String user() {
        return DatabaseAccounts.USER;
    }

    public String password() {
        return accounts.password();
    }

    /** The account that may change settings of the server. */
    public String adminUser() {
        return DatabaseAccounts.ADMIN;
    }

    public String adminPassword() {
        return accounts.adminPassword();
    }

    /** The server's process, for who wants to know that it lives. */
    public ProcessHandle process() {
        Process running = process;
        if (running == null) {
            throw new IllegalStateException("not started");
        }
        return running.toHandle();
    }

    /** Ends the server in order, and lets go of the folder. A second call does nothing. */
    public void stop() {
        // seen by a start that is going on, which would hold the next lines up
        stopping = true;
        synchronized (this) {
            endProcess();
            lock.close();
        }
    }

    private void endProcess() {
        Process running = process;
        if (running != null && running.isAlive()) {
            ServerProcesses.end(running.toHandle());
        }
    }

    @Override
    public void close() {
        stop();
    }
}
