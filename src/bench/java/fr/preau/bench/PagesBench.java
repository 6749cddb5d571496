package fr.preau.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * How many public pages a second: a closed loop of 4, 8, 16 and 32 readers, who ask for different pages. The server keeps copies as it
 * always does, each made from the database at least once a minute. Kinds of readers apart: with a whole answer as it is; with a whole
 * answer packed as browsers ask for it; those who have the page already and are told that it still holds (304); and, on a server that
 * keeps no copies, those for whom each page is made anew.
 */
final class PagesBench implements Measurement {

    private static final int[] READERS = {4, 8, 16, 32};
    /** The number of readers that the other kinds are measured with. */
    private static final int USUAL = 16;
    private static final int ROUNDS = 5;
    private static final int WARM_UP = 4;
    private static final int PERCENT = 100;
    private static final int FEW_CENTRES = 2;
    private static final int FEW_ACTIVITIES = 10;
    private static final String MADE_ANEW = "made anew";
    private static final String PLAIN = "";
    private static final String PACKED = "Accept-Encoding: gzip\r\n";

    /** What one round saw; CPU in seconds. */
    private record Round(Latencies times, double seconds, long bytes, double jvm, double mariadb, double readers, long statements) {

        double rate() {
            return times.count() / seconds;
        }
    }

    /** What the readers of one round want. */
    private record Wish(int readers, String heads, boolean again) {
    }

    @Override
    public List<Figure> measure(Ground ground) throws Exception {
        var database = ground.seededDatabase();
        int activities = Seed.activities(ground.factor());
        // a try needs no more than the way
        var round = ground.factor() < 0.1 ? Duration.ofSeconds(2) : Duration.ofSeconds(8);
        ground.note("a page", "10 % a centre's home, 30 % its list, 60 % one of its activities, over 5 centres; the readers are on the same cores");
        List<Figure> figures = new ArrayList<>();
        try (var server = ground.server(database, Server.Options.usual())) {
            warmUp(server, database, activities, round);
            for (int readers : READERS) {
                figures.addAll(figures(ground, server, database, activities, readers + " readers", new Wish(readers, PLAIN, false), round));
            }
            figures.addAll(figures(ground, server, database, activities, "packed", new Wish(USUAL, PACKED, false), round));
            figures.addAll(figures(ground, server, database, activities, "still holds (304)", new Wish(USUAL, PLAIN, true), round));
        }
        try (var server = ground.server(database, Server.Options.usual().with("preau.page-copies", "0s"))) {
            warmUp(server, database, activities, round);
            figures.addAll(figures(ground, server, database, activities, MADE_ANEW, new Wish(USUAL, PLAIN, false), round));
        }
        return figures;
    }

    private static void warmUp(Server server, Database database, int activities, Duration round) throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            read(server, database, activities, new Wish(USUAL, i % 2 == 0 ? PLAIN : PACKED, false), round);
        }
    }

    private static List<Figure> figures(Ground ground, Server server, Database database, int activities, String what, Wish wish, Duration length) throws Exception {
        ground.say(what);
        List<Round> rounds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            rounds.add(read(server, database, activities, wish, length));
        }
        long pages = rounds.stream().mapToLong(round -> round.times.count()).sum();
        var rates = new Several(rounds.stream().map(Round::rate).toList());
        String method = wish.readers + " readers, each asks as soon as it has its answer, " + length.toSeconds() + " s a run";
        List<Figure> figures = new ArrayList<>();
        figures.add(wish.again || what.equals(MADE_ANEW) ? rates.info(what + ", pages", "a second", method) : rates.atLeast(800, what + ", pages", "a second", method));
        figures.add(new Several(rounds.stream().map(round -> round.times.percentile(0.95)).toList()).info(what + ", p95", "ms", method
                + "; from asking to the whole answer"));
        figures.add(Figure.info(what + ", JVM", 1000 * rounds.stream().mapToDouble(Round::jvm).sum() / pages, "CPU-ms each",
                "utime + stime of the application per page"));
        figures.add(Figure.info(what + ", mariadbd", 1000 * rounds.stream().mapToDouble(Round::mariadb).sum() / pages, "CPU-ms each",
                "utime + stime of the database server per page"));
        figures.add(Figure.info(what + ", readers", 1000 * rounds.stream().mapToDouble(Round::readers).sum() / pages, "CPU-ms each", "the bench’s own process, which takes this from the others"));
        figures.add(Figure.info(what + ", body", rounds.stream().mapToLong(Round::bytes).sum() / 1000.0 / pages, "KB each",
                "bytes of the body over the wire per page"));
        figures.add(Figure.info(what + ", statements", (double) rounds.stream().mapToLong(Round::statements).sum() / pages, "each",
                "Questions of the database server per page, commits included"));
        return figures;
    }

    private static Round read(Server server, Database database, int activities, Wish wish, Duration length) throws Exception {
        var times = new Latencies();
        Map<String, String> known = wish.again ? tags(server, activities) : Map.of();
        long bytes = 0;
        double jvm = server.cpuSeconds();
        double mariadb = database.cpuSeconds();
        double own = Cpu.seconds(ProcessHandle.current());
        long statements = database.status("Questions");
        long begin = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(wish.readers)) {
            List<Callable<Long>> readers = new ArrayList<>();
            for (int i = 0; i < wish.readers; i++) {
                var random = new Random(Seed.SEED + i);
                readers.add(() -> readUntil(begin + length.toNanos(), server, new Pages(random, activities), wish, known, times));
            }
            for (var reader : threads.invokeAll(readers)) {
                bytes += reader.get();
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Round(times, seconds, bytes, server.cpuSeconds() - jvm, database.cpuSeconds() - mariadb,
                Cpu.seconds(ProcessHandle.current()) - own, database.status("Questions") - statements);
    }

    private static long readUntil(long end, Server server, Pages pages, Wish wish, Map<String, String> known, Latencies times) throws IOException {
        long bytes = 0;
        try (var wire = new Wire(URI.create(server.address()))) {
            while (System.nanoTime() < end) {
                String page = wish.again ? pages.few() : pages.any();
                String tag = known.getOrDefault(page, "");
                long begin = System.nanoTime();
                var answer = wire.get(page, wish.heads + (tag.isEmpty() ? "" : "If-None-Match: " + tag + "\r\n"));
                if (answer.status() != (tag.isEmpty() ? 200 : 304)) {
                    throw new IOException(answer.status() + " for " + page);
                }
                times.add(System.nanoTime() - begin);
                bytes += answer.bytes();
            }
        }
        return bytes;
    }

    /** What the readers have read before: the tag of each of their pages. */
    private static Map<String, String> tags(Server server, int activities) throws IOException {
        Map<String, String> tags = new HashMap<>();
        try (var wire = new Wire(URI.create(server.address()))) {
            for (String page : Pages.allOfFew(activities)) {
                tags.put(page, wire.get(page, PLAIN).tag());
            }
        }
        return tags;
    }

    /** Where a reader goes. */
    private record Pages(Random random, int activities) {

        String any() {
            return page(random.nextInt(Seed.CENTRES.size()), random.nextInt(PERCENT), random.nextInt(activities));
        }

        /** One of those of {@link #allOfFew}. */
        String few() {
            return page(random.nextInt(FEW_CENTRES), random.nextInt(PERCENT), random.nextInt(Math.min(FEW_ACTIVITIES, activities)));
        }

        /** Two dozen pages. */
        static List<String> allOfFew(int activities) {
            List<String> all = new ArrayList<>();
            for (int centre = 0; centre < FEW_CENTRES; centre++) {
                all.add(page(centre, 0, 0));
                all.add(page(centre, PERCENT / 4, 0));
                for (int activity = 0; activity < Math.min(FEW_ACTIVITIES, activities); activity++) {
                    all.add(page(centre, PERCENT - 1, activity));
                }
            }
            return all;
        }

        private static String page(int centre, int kind, int activity) {
            String home = "/centres/" + Seed.CENTRES.get(centre);
            if (kind < 10) {
                return home;
            }
            return kind < 40 ? home + "/activites" : home + "/activites/activite-" + activity;
        }
    }
}
