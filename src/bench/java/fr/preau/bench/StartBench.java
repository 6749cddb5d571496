package fr.preau.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * From the start of the process to its first answer, with JPA and Liquibase and nothing to migrate: the unpacked jar as it is, and
 * with the JVM's notes of an earlier start (AOT cache), as {@code ./preau run} and the container use them.
 */
final class StartBench implements Measurement {

    private static final int RUNS = 5;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    /** As the script starts it. */
    private static final String[] JVM = {"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xlog:disable", "-Xlog:all=error:stderr"};

    @Override
    public List<Figure> measure(Ground ground) throws Exception {
        var database = ground.seededDatabase();
        var usual = Server.Options.usual().withHeap("768m").withJvm(JVM);
        Path notes = train(ground);
        List<String> noted = new ArrayList<>(List.of(JVM));
        noted.add("-XX:AOTCache=" + notes);
        ground.note("application", usual + "; the notes of the JVM: " + (Files.size(notes) >> 20) + " MB");
        ground.noteLoad();
        List<Figure> figures = new ArrayList<>(measure(ground, database, "unpacked jar", usual, 0));
        figures.addAll(measure(ground, database, "with AOT cache", usual.withJvm(noted.toArray(String[]::new)), 5));
        return figures;
    }

    /** The same training that the first start begins beside itself. */
    private static Path train(Ground ground) throws IOException, InterruptedException {
        Path home = Files.createDirectories(ground.folder().resolve("training"));
        Path notes = ground.folder().resolve("preau.aot");
        Files.deleteIfExists(notes);
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xms768m", "-Xmx768m",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of(JVM));
        command.addAll(List.of("-XX:AOTCacheOutput=" + notes, "-jar", ground.target().resolve("preau-local/preau-local.jar").toString(), "--train"));
        var trainee = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(home.resolve("out.log").toFile());
        trainee.environment().put("PREAU_HOME", home.toString());
        trainee.environment().put("PORT", "0");
        boolean ended = trainee.start().waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
        if (!ended || !Files.exists(notes)) {
            throw new IOException("The training left no notes; see " + home.resolve("out.log"));
        }
        Base.delete(home.resolve("database"));
        return notes;
    }

    private static List<Figure> measure(Ground ground, Database database, String what, Server.Options options, double limit) throws Exception {
        List<Double> seconds = new ArrayList<>();
        List<Double> work = new ArrayList<>();
        try (var server = new Server(ground, database, options)) {
            // the first one warms the disk up
            for (int run = 0; run <= RUNS; run++) {
                long begin = System.nanoTime();
                server.launch();
                server.awaitHealth(LIMIT);
                if (run > 0) {
                    seconds.add((System.nanoTime() - begin) / 1e9);
                    work.add(server.cpuSeconds());
                }
                server.kill();
            }
        }
        Collections.sort(seconds);
        Collections.sort(work);
        String method = "median of " + RUNS + " from process start to /actuator/health/readiness = 200; range %.1f–%.1f s".formatted(seconds.getFirst(), seconds.getLast());
        double median = seconds.get(RUNS / 2);
        return List.of(limit == 0 ? Figure.info("start, " + what, median, "s", method) : Figure.atMost(limit, "start, " + what, median, "s", method),
                Figure.info("start, " + what + ", processor", work.get(RUNS / 2), "CPU-s", "utime + stime of the JVM until then, median of " + RUNS));
    }
}
