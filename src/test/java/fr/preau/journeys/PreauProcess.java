package fr.preau.journeys;

import fr.preau.local.EmbeddedMariaDb;
import fr.preau.local.LocalPreau;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Préau in a process of its own, as {@code ./preau run} starts it, that can be killed as a power cut kills it. */
final class PreauProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(4);
    /** The number of SIGKILL, as a shell tells it. */
    private static final int KILLED = 128 + 9;

    private final Process process;

    private PreauProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts it with the demonstration and comes back when it says that it is ready.
     *
     * @param settings variables of its environment, beside those that say where its data are
     */
    static PreauProcess start(int port, Path home, EmbeddedMariaDb database, Map<String, String> settings) throws IOException {
        // quick to start rather than quick to run, as in the script
        var command = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-Dvaadin.productionMode=true", "-cp", System.getProperty("java.class.path"),
                LocalPreau.class.getName()).redirectErrorStream(true);
        var environment = command.environment();
        environment.putAll(Map.of("PORT", String.valueOf(port), "PREAU_HOME", home.toString(), "PREAU_PUBLIC_URL", "http://localhost:" + port,
                "PREAU_DB_URL", database.jdbcUrl(), "PREAU_DB_USER", database.user(), "PREAU_DB_PASSWORD", database.password()));
        environment.putAll(settings);
        var process = command.start();
        var said = new ArrayList<String>();
        var ready = new CompletableFuture<Void>();
        Thread.ofVirtual().start(() -> listen(process, said, ready));
        try {
            ready.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new IOException("Préau did not start: " + said, e);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw (IOException) new InterruptedIOException().initCause(e);
        }
        return new PreauProcess(process);
    }

    /** Reads to the end, so that a full pipe never holds the process up. */
    private static void listen(Process process, List<String> said, CompletableFuture<Void> ready) {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.startsWith("Pour arrêter")) {
                    ready.complete(null);
                }
            }
        } catch (IOException e) {
            said.add(e.toString());
        }
        ready.completeExceptionally(new IOException("it ended"));
    }

    /** Ends it in the middle of what it does: nothing of it runs any more, no hook, no farewell. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(20, TimeUnit.SECONDS) || process.exitValue() != KILLED) {
            throw new IllegalStateException("not killed by kill -9");
        }
    }

    /** Ends it in order, as an update does. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("it does not end");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
