package fr.preau.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A MariaDB server of our own, as a child process, with its data in one folder.
 *
 * <p>It is shut as far as a server can be: accounts are on, nobody but its two accounts exists, it listens on the loopback
 * address and nowhere else, and it reads no configuration of the machine. One instance per folder; a server that an earlier
 * one left behind (after a {@code kill -9}) is stopped first, which loses nothing.
 */
public final class EmbeddedMariaDb implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(8);
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    private static final long SPACE_FOR_NEW_DATA = 300L << 20;
    private static final long SPACE_TO_GO_ON = 100L << 20;

    private final Path home;
    private final Path data;
    private final Path log;
    private final MariaDbBinaries binaries;
    private final DatabaseAccounts accounts;
    private final RandomAccessFile lockFile;
    private @Nullable Process process;
    private int port;
    private volatile boolean stopping;

    private EmbeddedMariaDb(Path home, MariaDbBinaries binaries, DatabaseAccounts accounts, RandomAccessFile lockFile) {
        this.home = home;
        this.data = home.resolve("data");
        this.log = home.resolve("server.log");
        this.binaries = binaries;
        this.accounts = accounts;
        this.lockFile = lockFile;
    }

    /**
     * Starts a server on the data of this folder, which is made when it is missing.
     *
     * @param folder the server's own folder: data, accounts, log, lock
     * @param options more options of {@code mariadbd}; they win over ours
     * @throws LocalStartException when it cannot start, with the reason in plain words
     */
    public static EmbeddedMariaDb start(Path folder, String... options) {
        RandomAccessFile lockFile = null;
        EmbeddedMariaDb database = null;
        try {
            Path home = Files.createDirectories(folder).toRealPath();
            PrivateFiles.restrict(home);
            lockFile = lock(home);
            FreeSpace.require(home, Files.exists(home.resolve("data")) ? SPACE_TO_GO_ON : SPACE_FOR_NEW_DATA);
            MariaDbBinaries binaries = MariaDbBinaries.find(cacheFolder());
            database = new EmbeddedMariaDb(home, binaries, DatabaseAccounts.of(home.resolve("accounts.properties")), lockFile);
            stopOrphansOf(home);
            database.create();
            database.run(List.of(options));
            return database;
        } catch (IOException e) {
            giveUp(database, lockFile);
            throw new LocalStartException("cannot-write", e, folder, e);
        } catch (RuntimeException e) {
            giveUp(database, lockFile);
            throw e;
        }
    }

    /**
     * Throws the data of this folder away, and nothing else: its accounts stay.
     *
     * @throws LocalStartException when an instance is at work on it
     */
    public static void erase(Path folder) {
        RandomAccessFile lockFile = null;
        try {
            Path home = Files.createDirectories(folder).toRealPath();
            lockFile = lock(home);
            stopOrphansOf(home);
            FileTrees.delete(home.resolve("data"));
        } catch (IOException e) {
            throw new LocalStartException("cannot-write", e, folder, e);
        } finally {
            giveUp(null, lockFile);
        }
    }

    private static void giveUp(@Nullable EmbeddedMariaDb database, @Nullable RandomAccessFile lockFile) {
        if (database != null) {
            database.stop();
        } else if (lockFile != null) {
            unlock(lockFile);
        }
    }

    /** Where the programs are unpacked: once per user, shared by all clones and by the tests. */
    static Path cacheFolder() {
        String cache = System.getenv("XDG_CACHE_HOME");
        Path base = cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return base.resolve("preau");
    }

    private static RandomAccessFile lock(Path home) throws IOException {
        RandomAccessFile file = new RandomAccessFile(home.resolve("lock").toFile(), "rw");
        FileLock lock = null;
        try {
            lock = file.getChannel().tryLock();
        } catch (OverlappingFileLockException e) {
            // held by this very process: the same answer
        }
        if (lock == null) {
            String holder = file.length() > 0 ? file.readLine() : "?";
            file.close();
            throw new LocalStartException("second-instance", home, holder);
        }
        file.setLength(0);
        file.writeBytes(ProcessHandle.current().pid() + "\n");
        return file;
    }

    private static void unlock(RandomAccessFile lockFile) {
        try {
            lockFile.close();
        } catch (IOException e) {
            System.getLogger(EmbeddedMariaDb.class.getName()).log(System.Logger.Level.DEBUG, "lock", e);
        }
    }

    /**
     * Stops a server that lost the process which started it. Who calls this knows that no instance is at work on the folder:
     * a start holds the lock.
     */
    public static void stopOrphansOf(Path folder) {
        try {
            orphans(folder.toRealPath().resolve("data")).forEach(EmbeddedMariaDb::end);
        } catch (IOException e) {
            throw new LocalStartException("cannot-write", e, folder, e);
        }
    }

    /** By what the processes say of themselves: a pid file may be gone, or name a stranger by now. */
    static Stream<ProcessHandle> orphans(Path data) {
        String ours = "--datadir=" + data;
        return ProcessHandle.allProcesses().filter(other -> {
            ProcessHandle.Info info = other.info();
            return info.command().map(Path::of).filter(command -> command.getFileName().toString().startsWith("mariadbd")).isPresent()
                    && info.arguments().map(List::of).filter(arguments -> arguments.contains(ours)).isPresent();
        });
    }

    private static void end(ProcessHandle server) {
        server.destroy();
        try {
            server.onExit().get(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            // InnoDB recovers from a kill; better than a start that waits for ever
            server.destroyForcibly();
            server.onExit().completeOnTimeout(server, 5, TimeUnit.SECONDS).join();
        }
    }

    /** The data folder appears under its name only when it is complete: a start that was cut begins again. */
    private void create() throws IOException {
        if (Files.exists(data)) {
            return;
        }
        Path fresh = home.resolve("data.new");
        FileTrees.delete(fresh);
        Files.createDirectories(fresh);
        PrivateFiles.restrict(fresh);
        Path sql = home.resolve("create.sql");
        PrivateFiles.write(sql, binaries.systemTables() + "DELETE FROM mysql.global_priv WHERE User <> 'mariadb.sys';\nDELETE FROM mysql.proxies_priv;\nDELETE FROM mysql.db;\n");
        List<String> command = command(fresh);
        command.addAll(List.of("--bootstrap", "--log-warnings=0", "--enforce-storage-engine=", "--max-allowed-packet=9M",
                "--net-buffer-length=16K", "--innodb-flush-log-at-trx-commit=0"));
        Process installer = new ProcessBuilder(command).redirectInput(sql.toFile())
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (!waitFor(installer, START_LIMIT) || installer.exitValue() != 0) {
            end(installer.toHandle());
            throw serverFailed();
        }
        Files.delete(sql);
        Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private List<String> command(Path dataFolder) throws IOException {
        Path empty = Files.createDirectories(home.resolve("none"));
        Path temporary = Files.createDirectories(home.resolve("tmp"));
        // --no-defaults must come first: the machine's my.cnf is none of our business
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            // out of the terminal's process group: Ctrl-C is for the application, which stops its server last
            command.add(SETSID.toString());
        }
        command.addAll(List.of(binaries.server().toString(), "--no-defaults",
                "--datadir=" + dataFolder, "--basedir=" + binaries.share().getParent(), "--lc-messages-dir=" + binaries.share(),
                "--tmpdir=" + temporary, "--plugin-dir=" + empty, "--secure-file-priv=" + empty,
                "--character-set-server=utf8mb4", "--collation-server=utf8mb4_uca1400_ai_ci", "--innodb-log-file-size=48M"));
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
        return command;
    }

    private void run(List<String> options) throws IOException {
        Path accountsAtStart = home.resolve("start.sql");
        for (int attempt = 1; ; attempt++) {
            port = freePort();
            PrivateFiles.write(accountsAtStart, accounts.statements());
            List<String> command = command(data);
            // An own certificate costs six seconds at each start, and the loopback needs none. An empty socket path means
            // no socket: its length limit of 107 bytes is soon reached in people's folders.
            command.addAll(List.of("--bind-address=127.0.0.1", "--port=" + port, "--socket=", "--skip-ssl", "--skip-name-resolve",
                    "--character-set-collations=utf8mb4=uca1400_ai_ci", "--default-time-zone=+00:00", "--local-infile=0",
                    "--skip-symbolic-links", "--init-file=" + accountsAtStart, "--pid-file=" + home.resolve("server.pid"),
                    "--innodb-buffer-pool-size=128M", "--max-connections=200"));
            command.addAll(options);
            process = new ProcessBuilder(command).redirectInput(ProcessBuilder.Redirect.from(nothing()))
                    .redirectErrorStream(true).redirectOutput(log.toFile()).start();
            if (answers(process)) {
                Files.delete(accountsAtStart);
                return;
            }
            stopProcess();
            if (attempt == 3 || !logSays("Address already in use")) {
                throw serverFailed();
            }
        }
    }

    private static java.io.File nothing() {
        return new java.io.File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket()) {
            any.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return any.getLocalPort();
        }
    }

    private boolean answers(Process server) {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (server.isAlive() && System.nanoTime() < deadline) {
            if (logSays("ready for connections")) {
                try (Connection connection = DriverManager.getConnection(jdbcUrl(), user(), password())) {
                    return connection.isValid(5);
                } catch (SQLException e) {
                    throw new LocalStartException("server-failed", e, log, e.getMessage());
                }
            }
            LockSupport.parkNanos(20_000_000);
        }
        return false;
    }

    private boolean logSays(String words) {
        return logText().contains(words);
    }

    private String logText() {
        try {
            return Files.exists(log) ? Files.readString(log, java.nio.charset.StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            return "";
        }
    }

    private LocalStartException serverFailed() {
        String text = logText();
        if (Stream.of("No space left on device", "Disk is full", "errno: 28", "Error 28", "error number 28").anyMatch(text::contains)) {
            return new LocalStartException("disk-full-in-work", home, log);
        }
        if (text.contains("error while loading shared libraries")) {
            return new LocalStartException("missing-library", text.strip());
        }
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        List<String> errors = lines.stream().filter(line -> line.contains("[ERROR]")).toList();
        List<String> shown = errors.isEmpty() ? lines : errors;
        return new LocalStartException("server-failed", log, String.join("\n", shown.subList(Math.max(0, shown.size() - 5), shown.size())));
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

    /** False when the server has ended by itself. */
    boolean isStopping() {
        return stopping;
    }

    Path logFile() {
        return log;
    }

    /** Ends the server in order, and lets go of the folder. A second call does nothing. */
    public synchronized void stop() {
        stopping = true;
        stopProcess();
        unlock(lockFile);
    }

    private void stopProcess() {
        Process running = process;
        if (running != null && running.isAlive()) {
            end(running.toHandle());
        }
    }

    @Override
    public void close() {
        stop();
    }

    private static boolean waitFor(Process process, Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
