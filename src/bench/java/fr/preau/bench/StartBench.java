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
import java.util.List;

/**
 * From the start of the process to its first answer, with JPA and Liquibase and nothing to migrate: the jar as the build makes it,
 * the same unpacked, and unpacked with the JVM's notes of an earlier start (AOT cache), as {@code ./preau run} and the container use
 * them. First ready is when the application says so; the first answer is a public page made from the database.
 */
final class StartBench implements Measurement {

    private static final int RUNS = 5;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    /** As the script starts it. */
    private static final String[] JVM = {"-XX:+UseSerialGC", "-XX:+UseTransparentHugePages", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m",
        "-Xlog:disable", "-Xlog:all=error:stderr"};

    @Override
    public List<Figure> measure(Ground ground) throws Exception {
        var database = ground.seededDatabase();
        var usual = Server.Options.usual().withHeap("768m").withJvm(JVM);
        Path notes = usual.train(ground);
        ground.note("application", usual + "; the notes of the JVM: " + (Files.size(notes) >> 20) + " MB");
        List<Figure> figures = new ArrayList<>(measure(ground, "jar", new Server(ground, database, usual, ground.target().resolve("preau-local.jar")), 0));
        figures.addAll(measure(ground, "unpacked jar", new Server(ground, database, usual), 0));
        figures.addAll(measure(ground, "with AOT cache", new Server(ground, database, usual.withNotes(notes)), 5));
        return figures;
    }

    private static List<Figure> measure(Ground ground, String what, Server starting, double limit) throws Exception {
        ground.say(what);
        List<Double> ready = new ArrayList<>();
        List<Double> answered = new ArrayList<>();
        List<Double> work = new ArrayList<>();
        try (var server = starting; var client = HttpClient.newHttpClient()) {
            var page = HttpRequest.newBuilder(URI.create(server.address() + "/centres/" + Seed.CENTRES.getFirst() + "/activites")).build();
            // the first one warms the disk up
            for (int run = 0; run <= RUNS; run++) {
                long begin = System.nanoTime();
                server.launch();
                server.awaitHealth(LIMIT);
                double untilReady = (System.nanoTime() - begin) / 1e9;
                int status = client.send(page, HttpResponse.BodyHandlers.discarding()).statusCode();
                if (status != 200) {
                    throw new IOException("The first page answers " + status);
                }
                if (run == 0) {
                    ground.noteToo("JVM", Jvm.said(server.process()));
                } else {
                    ready.add(untilReady);
                    answered.add((System.nanoTime() - begin) / 1e9);
                    work.add(server.cpuSeconds());
                }
                server.kill();
            }
        }
        var first = new Several(answered);
        String method = "from process start to the first public page with activities";
        return List.of(limit == 0 ? first.info("start, " + what, "s", method) : first.atMost(limit, "start, " + what, "s", method),
                new Several(ready).info("start, " + what + ", ready", "s", "to /actuator/health/readiness = 200, asked every 20 ms"),
                new Several(work).info("start, " + what + ", processor", "CPU-s", "utime + stime of the JVM until that page"));
    }
}
