package fr.preau.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** How many public pages a second, each made from the database: a closed loop of 16 readers, who ask for different pages. */
final class PagesBench implements Measurement {

    private static final int READERS = 16;
    private static final int ROUNDS = 5;
    private static final Duration ROUND = Duration.ofSeconds(8);
    private static final int PERCENT = 100;

    @Override
    public List<Figure> measure(Ground ground) throws Exception {
        var database = ground.seededDatabase();
        var server = ground.server(database, Server.Options.usual());
        int activities = Seed.activities(ground.factor());
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int i = 0; i < 3; i++) {
                read(client, server, activities);
            }
            ground.noteLoad();
            List<Double> rates = new ArrayList<>();
            double jvm = server.cpuSeconds();
            double mariadb = database.cpuSeconds();
            long questions = database.status("Questions");
            int all = 0;
            for (int round = 0; round < ROUNDS; round++) {
                int pages = read(client, server, activities);
                rates.add(pages / (double) ROUND.toSeconds());
                all += pages;
            }
            jvm = server.cpuSeconds() - jvm;
            mariadb = database.cpuSeconds() - mariadb;
            questions = database.status("Questions") - questions;
            Collections.sort(rates);
            return List.of(
                    Figure.atLeast(800, "public pages", rates.get(ROUNDS / 2), "a second", "median of 5 runs of 8 s, " + READERS + " readers of 5 centres: 10 % home, 30 % list, "
                            + "60 % one of the activities; the readers are on the same cores; range " + Report.number(rates.getFirst()) + "–" + Report.number(rates.getLast())),
                    Figure.info("JVM", 1000 * jvm / all, "CPU-ms each", "utime + stime per page"),
                    Figure.info("mariadbd", 1000 * mariadb / all, "CPU-ms each", "utime + stime per page"),
                    Figure.info("statements", (double) questions / all, "each", "Questions of the server"));
        }
    }

    private static int read(HttpClient client, Server server, int activities) throws Exception {
        var pages = new AtomicInteger();
        long end = System.nanoTime() + ROUND.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> readers = new ArrayList<>();
            for (int i = 0; i < READERS; i++) {
                var random = new Random(Seed.SEED + i);
                readers.add(() -> {
                    while (System.nanoTime() < end) {
                        get(client, server.address() + page(random, activities));
                        pages.incrementAndGet();
                    }
                    return null;
                });
            }
            for (var reader : threads.invokeAll(readers)) {
                reader.get();
            }
        }
        return pages.get();
    }

    private static String page(Random random, int activities) {
        String centre = "/centres/" + Seed.CENTRES.get(random.nextInt(Seed.CENTRES.size()));
        int kind = random.nextInt(PERCENT);
        if (kind < 10) {
            return centre;
        }
        return kind < 40 ? centre + "/activites" : centre + "/activites/activite-" + random.nextInt(activities);
    }

    private static void get(HttpClient client, String url) throws IOException, InterruptedException {
        var answer = client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " for " + url);
        }
    }
}
