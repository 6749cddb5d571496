package fr.preau.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

    private final ServerFolder folder;
    private final MariaDbBinaries binaries;
    private final RunningServer server;
    private final DatabaseAccounts accounts;
    private final FolderLock lock;

    private EmbeddedMariaDb(ServerFolder folder, FolderLock lock, MariaDbBinaries binaries, List<String> options) throws IOException {
        this.folder = folder;
        this.binaries = binaries;
        this.accounts = DatabaseAccounts.of(folder.accounts());
        this.server = new RunningServer(folder, binaries, accounts, options);
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
        EmbeddedMariaDb database = prepare(where, end -> { }, options);
        database.serve();
        return database;
    }

    /**
     * Takes the folder and looks whether a server can be started on it; {@link #serve} does the rest, which takes a second or more.
     *
     * @param atTheEnd is given what stops the server, before there is one to stop: a process may be told to end in the middle of a
     *     start, and the server has left its process group and would outlive it
     */
    static EmbeddedMariaDb prepare(Path where, Consumer<Runnable> atTheEnd, String... options) {
        FolderLock lock = null;
        try {
            ServerFolder folder = ServerFolder.of(where);
            PrivateFiles.restrict(folder.home());
            lock = FolderLock.of(folder);
            FreeSpace.require(folder.home(), folder.hasData() ? FreeSpace.TO_GO_ON : FreeSpace.FOR_NEW_DATA);
            EmbeddedMariaDb database = new EmbeddedMariaDb(folder, lock, MariaDbBinaries.find(), List.of(options));
            atTheEnd.accept(database::stop);
            return database;
        } catch (IOException e) {
            letGo(lock);
            throw new LocalStartException("cannot-write", e, where, e);
        } catch (RuntimeException e) {
            letGo(lock);
            throw e;
        }
    }

    private static void letGo(@Nullable FolderLock lock) {
        if (lock != null) {
            lock.close();
        }
    }

    /**
     * Starts the server and waits until it answers.
     *
     * @throws LocalStartException when it cannot, with the reason in plain words; the folder is free again then
     */
    void serve() {
        try {
            ServerProcesses.on(folder.data()).forEach(ServerProcesses::end);
            if (!folder.hasData()) {
                NewData.make(folder, binaries, server::launch);
            }
            server.findPortAndServe();
        } catch (IOException e) {
            stop();
            throw new LocalStartException("cannot-write", e, folder.home(), e);
        } catch (RuntimeException e) {
            boolean told = server.isStopped();
            stop();
            throw told ? new LocalStartException("stopped") : e;
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

    /**
     * From now on a server that ends by itself is started again on the same port: whoever uses it sees a gap of some seconds.
     *
     * @param again is told how long the gap was
     * @param gaveUp is told why there is no use in trying once more
     */
    void keepRunning(Consumer<Duration> again, Consumer<LocalStartException> gaveUp) {
        server.keepRunning(again, gaveUp);
    }

    /** The address for JDBC, without account. */
    public String jdbcUrl() {
        return server.jdbcUrl();
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
        return server.process();
    }

    /** Ends the server in order, and lets go of the folder. A second call does nothing. */
    public void stop() {
        server.stop();
        lock.close();
    }

    @Override
    public void close() {
        stop();
    }
}
