package fr.preau.bench;

import fr.preau.base.Ids;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Registration opens and everybody is there: 2 000 families with the last screen open press "Je confirme" within one minute, for
 * 30 places, through the application's real door and screens. Then three stories are compared: the database's, what each family
 * was told, and the outbox.
 */
final class RushBench implements Measurement {

    private static final String CENTRE = Seed.CENTRES.getFirst();
    private static final int FAMILIES = 2_000;
    private static final int PLACES = 30;
    private static final int MINUTE = 60_000;
    /** So many come in at once before the rush; it is not what is measured. */
    private static final int COMING_IN = 8;
    private static final Pattern RANK = Pattern.compile("liste d’attente, (\\d[\\d\\h]*)e[r]? dans l’ordre");

    /** What one family was told: the rank, zero for a place. */
    private record Told(UUID household, int rank, long nanos) {
    }

    @Override
    public List<Figure> measure(Ground ground) throws Exception {
        var database = ground.seededDatabase();
        var hot = HotActivity.open(database, CENTRE, 1, PLACES);
        var families = Seed.residents(database, CENTRE, FAMILIES);
        drafts(database, hot, families);
        var server = ground.server(database, Server.Options.usual());
        var failures = new ConcurrentHashMap<String, Integer>();
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var tabs = open(server, database, client, hot, families, failures);
            ground.noteLoad();
            double jvm = server.cpuSeconds();
            double mariadb = database.cpuSeconds();
            var told = rush(tabs, families, (int) Math.max(3_000, MINUTE * ground.factor()), failures);
            jvm = server.cpuSeconds() - jvm;
            mariadb = database.cpuSeconds() - mariadb;
            if (!failures.isEmpty()) {
                ground.note("failures", failures.toString());
            }
            return figures(database, hot, families.size(), told, jvm, mariadb);
        }
    }

    /** Everybody has answered "Qui vient ?" already, as the screen before keeps it. */
    private static void drafts(Database database, HotActivity hot, List<Seed.Resident> families) throws SQLException {
        try (var connection = database.connection();
             var rows = new Rows(connection, "registration_draft", "id, centre_id, account_id, group_id, content, saved_at, version")) {
            for (var family : families) {
                rows.add(Ids.next(), hot.centre(), family.account(), hot.group(),
                        "key " + Ids.next() + "\nrule WHO_CAN\nperson " + family.person(), java.time.Instant.now(), 0);
            }
        }
    }

    private static List<FlowClient> open(Server server, Database database, HttpClient client, HotActivity hot, List<Seed.Resident> families,
                                         ConcurrentHashMap<String, Integer> failures) throws Exception {
        var door = new Door(server, database, client);
        var tabs = new ArrayList<FlowClient>();
        // a ticket is good for ten minutes: in portions
        for (int from = 0; from < families.size(); from += 200) {
            var some = families.subList(from, Math.min(from + 200, families.size()));
            var gate = new Semaphore(COMING_IN);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var opened = door.tickets(some).stream().map(ticket -> threads.submit(() -> {
                    gate.acquire();
                    try {
                        var tab = new FlowClient(client, server.address(), door.signIn(ticket));
                        tab.open(CENTRE + "/inscription/" + hot.slug() + "/verifier", "groupe=" + hot.group());
                        return tab;
                    } finally {
                        gate.release();
                    }
                })).toList();
                for (var tab : opened) {
                    tabs.add(tab.get());
                }
            }
        }
        return tabs;
    }

    /** Half of all press in the first sixth of the time, the others in the rest. */
    private static List<Told> rush(List<FlowClient> tabs, List<Seed.Resident> families, int millis, ConcurrentHashMap<String, Integer> failures) throws Exception {
        var random = new Random(Seed.SEED);
        var barrier = new CountDownLatch(1);
        var told = new ArrayList<Told>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<java.util.concurrent.Future<Told>>();
            for (int i = 0; i < tabs.size(); i++) {
                var tab = tabs.get(i);
                var household = families.get(i).household();
                long pause = i % 2 == 0 ? random.nextInt(millis / 6) : millis / 6 + random.nextInt(millis - millis / 6);
                all.add(threads.submit(() -> {
                    barrier.await();
                    TimeUnit.MILLISECONDS.sleep(pause);
                    long begin = System.nanoTime();
                    tab.click("Je confirme");
                    return new Told(household, rank(tab.news()), System.nanoTime() - begin);
                }));
            }
            barrier.countDown();
            for (var one : all) {
                try {
                    told.add(one.get());
                } catch (java.util.concurrent.ExecutionException e) {
                    failures.merge(String.valueOf(e.getCause()), 1, Integer::sum);
                }
            }
        }
        return told;
    }

    private static int rank(String said) {
        if (said.contains("vous avez une place")) {
            return 0;
        }
        var found = RANK.matcher(said);
        if (!found.find()) {
            throw new IllegalStateException("No answer in: " + said);
        }
        return Integer.parseInt(found.group(1).replaceAll("\\D", ""));
    }

    private static List<Figure> figures(Database database, HotActivity hot, int asked, List<Told> told, double jvm, double mariadb) throws Exception {
        var times = new Latencies();
        told.forEach(one -> times.add(one.nanos));
        var ranks = new TreeSet<Integer>();
        told.stream().filter(one -> one.rank > 0).forEach(one -> ranks.add(one.rank));
        int waiting = asked - Math.min(PLACES, asked);
        List<Figure> figures = new ArrayList<>(List.of(
                Figure.atMost(2_000, "p95", times.percentile(0.95), "ms", asked + " clicks within 60 s, half of them in the first 10 s; from click to the answer on the screen"),
                Figure.info("median", times.percentile(0.5), "ms", "the same"),
                Figure.info("longest", times.percentile(1), "ms", "the same"),
                Figure.exactly(asked, "answers", told.size(), "families", "each family has read an answer"),
                Figure.exactly(Math.min(PLACES, asked), "told that they have a place", told.stream().filter(one -> one.rank == 0).count(), "families", "read from the screen"),
                Figure.exactly(waiting, "different ranks told", ranks.size(), "ranks", "read from the screen"),
                Figure.exactly(waiting, "highest rank told", ranks.isEmpty() ? 0 : ranks.last(), "", "no gap: as many as there are ranks"),
                Figure.exactly(0, "families told otherwise than written", otherwise(database, hot, told), "families", "place or rank on the screen against the database"),
                Figure.info("JVM", 1000 * jvm / asked, "CPU-ms each", "utime + stime per click"),
                Figure.info("mariadbd", 1000 * mariadb / asked, "CPU-ms each", "utime + stime per click")));
        figures.addAll(hot.truth(database, asked));
        return figures;
    }

    private static long otherwise(Database database, HotActivity hot, List<Told> told) throws SQLException {
        var written = new java.util.HashMap<UUID, Integer>();
        try (var connection = database.connection(); var statement = connection.createStatement(); var rows = statement.executeQuery("""
                SELECT household_id, IF(state = 'CONFIRMED', 0, row_number() OVER (PARTITION BY state ORDER BY priority, queued_at))
                FROM registration WHERE group_id = '%s'""".formatted(hot.group()))) {
            while (rows.next()) {
                written.put(UUID.fromString(rows.getString(1)), rows.getInt(2));
            }
        }
        return told.stream().filter(one -> !Integer.valueOf(one.rank).equals(written.get(one.household))).count();
    }
}
