package fr.preau.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The built application as a process: {@code preau-local.jar} with its own {@code PREAU_HOME}, on a database that the bench
 * started. Its letters go to the local mailbox unless {@code spring.mail.host} is given.
 */
final class Server implements AutoCloseable {

    /** The secret of the installation, known to the bench so that it can write tickets of the door (see {@link Door}). */
    static final String SECRET = "the-bench-knows-the-secret-of-its-own-installation";
    private static final Duration START_LIMIT = Duration.ofMinutes(10);

    /**
     * @param heap       for -Xms and -Xmx alike
     * @param jvm        more arguments of the JVM, the collector among them
     * @param properties of the application
     */
    record Options(int port, String heap, List<String> jvm, Map<String, String> properties) {

        /** On the port {@code BENCH_PORT} or 8115, with what a production server of two cores gets; {@code BENCH_JVM} has other arguments for a try. */
        static Options usual() {
            String port = System.getenv().getOrDefault("BENCH_PORT", "8115");
            String jvm = System.getenv().getOrDefault("BENCH_JVM", "-XX:+UseG1GC -XX:+UseTransparentHugePages");
            return new Options(Integer.parseInt(port), "1g", List.of(jvm.split(" ")), Map.of());
        }

        Options withHeap(String size) {
            return new Options(port, size, jvm, properties);
        }

        Options with(String property, String value) {
            var more = new LinkedHashMap<>(properties);
            more.put(property, value);
            return new Options(port, heap, jvm, more);
        }

        Options withJvm(String... arguments) {
            return new Options(port, heap, List.of(arguments), properties);
        }

        /** With the JVM's notes of a start, as the container and {@code ./preau run} start it from the second time on. */
        Options withNotes(Path notes) {
            var more = new ArrayList<>(jvm);
            more.add("-XX:AOTCache=" + notes);
            return new Options(port, heap, more, properties);
        }

        /** The training that the first start begins beside itself; the notes hold for the same collector only. */
        Path train(Ground ground) throws IOException, InterruptedException {
            ground.say("the JVM takes its notes");
            Path folder = Files.createDirectories(ground.folder().resolve("training"));
            Path notes = ground.folder().resolve("preau.aot");
            Files.deleteIfExists(notes);
            List<String> command = java();
            command.addAll(List.of("-XX:AOTCacheOutput=" + notes, "-jar", unpacked(ground).toString(), "--train"));
            var trainee = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("out.log").toFile());
            trainee.environment().putAll(Map.of("PREAU_HOME", folder.toString(), "PORT", "0"));
            var training = trainee.start();
            ground.keep(training::destroy);
            if (!training.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS) || !Files.exists(notes)) {
                throw new IOException("The training left no notes; see " + folder.resolve("out.log"));
            }
            Base.delete(folder.resolve("database"));
            return notes;
        }

        private List<String> java() {
            List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xms" + heap, "-Xmx" + heap, "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
            command.addAll(jvm);
            return command;
        }

        @Override
        public String toString() {
            return "-Xms" + heap + " -Xmx" + heap + " " + String.join(" ", jvm) + (properties.isEmpty() ? "" : " " + properties);
        }
    }

    private final Path home;
    private final Path jar;
    private final Database database;
    private final Options options;
    private @Nullable Process process;

    Server(Ground ground, Database database, Options options) throws IOException {
        this(ground, database, options, unpacked(ground));
    }

    private static Path unpacked(Ground ground) {
        return ground.target().resolve("preau-local").resolve("preau-local.jar");
    }

    /** @param jar another than the unpacked one that {@code ./preau run} starts */
    Server(Ground ground, Database database, Options options, Path jar) throws IOException {
        this.home = ground.folder().resolve("home");
        // no log and no kept session of an earlier one
        Base.delete(home);
        Files.createDirectories(home);
        this.jar = jar;
        this.database = database;
        this.options = options;
    }

    String address() {
        return "http://127.0.0.1:" + options.port;
    }

    /** Starts it and waits until it is healthy. */
    void start() throws Exception {
        launch();
        awaitHealth(START_LIMIT);
    }

    /** Starts the process without waiting. */
    void launch() throws IOException {
        List<String> command = options.java();
        command.addAll(List.of("-jar", jar.toString()));
        properties().forEach((name, value) -> command.add("--" + name + "=" + value));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(home.resolve("out.log").toFile());
        builder.environment().putAll(Map.of("PORT", Integer.toString(options.port), "PREAU_HOME", home.toString(),
                "PREAU_DB_URL", database.url(), "PREAU_DB_USER", database.user(), "PREAU_DB_PASSWORD", database.password()));
        process = builder.start();
    }

    private Map<String, String> properties() {
        var all = new LinkedHashMap<String, String>();
        all.put("preau.secret", SECRET);
        // the demonstration's one click lets staff in; its story would fill the base
        all.put("preau.demo-story", "false");
        all.putAll(options.properties);
        return all;
    }

    /** Waits until the application says of itself that it is ready for requests. */
    void awaitHealth(Duration limit) throws Exception {
        long deadline = System.nanoTime() + limit.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(address() + "/actuator/health/readiness")).timeout(Duration.ofSeconds(2)).build();
            while (!isHealthy(client, request)) {
                if (!process().isAlive() || System.nanoTime() > deadline) {
                    throw new IllegalStateException("The application is not ready; see " + home.resolve("preau.log") + " and " + home.resolve("out.log"));
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    private static boolean isHealthy(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    ProcessHandle process() {
        if (process == null) {
            throw new IllegalStateException("not started");
        }
        return process.toHandle();
    }

    /** The application's log. */
    /** What the process printed, the JVM's own last words among it. */
    Path output() {
        return home.resolve("out.log");
    }

    Path log() {
        return home.resolve("preau.log");
    }

    double cpuSeconds() throws IOException {
        return Cpu.seconds(process());
    }

    /** {@code kill -9}. */
    void kill() {
        process().destroyForcibly();
        process().onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** In order, as at an update. */
    void stop() {
        process().destroy();
        process().onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        if (process == null || !process.isAlive()) {
            return;
        }
        try {
            stop();
        } catch (CompletionException tooSlow) {
            kill();
        }
    }
}
