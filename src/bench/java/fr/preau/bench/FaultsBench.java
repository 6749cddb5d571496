package fr.preau.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * {@code kill -9} of the application or of the database at a random moment of a rush, so many times ({@code BENCH_ROUNDS}, 100).
 * Who supervises them starts what died at once and does nothing else. Then: is each confirmation that somebody read written
 * once, and did each letter leave once?
 */
final class FaultsBench implements Measurement {

    private static final String CENTRE = Seed.CENTRES.getFirst();
    private static final int ROUNDS = Integer.parseInt(System.getenv().getOrDefault("BENCH_ROUNDS", "100"));
    private static final int FAMILIES = 20;
    private static final int PLACES = 12;
    /** Everybody presses within this time, and the blow falls within it. */
    private static final int RUSH = 800;
    private static final Duration BACK = Duration.ofMinutes(3);

    private final Random random = new Random(Seed.SEED);

    /** What dies. */
    private enum Victim {
        APPLICATION, DATABASE
    }

    @Override
    public List<Figure> measure(Ground ground) throws Exception {
        var database = ground.seededDatabase();
        var families = Seed.residents(database, CENTRE, FAMILIES * 10);
        var mail = ground.keep(new CountingMail());
        var server = ground.server(database, mail.known(Server.Options.usual()));
        var told = new Told();
        var back = Map.of(Victim.APPLICATION, new Latencies(), Victim.DATABASE, new Latencies());
        ground.noteLoad();
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var crowd = new Crowd(server, database, client);
            for (int round = 0; round < ROUNDS; round++) {
                // always others, as far as the base reaches
                int from = round * FAMILIES % Math.max(1, families.size() - FAMILIES + 1);
                var victim = Victim.values()[round % 2];
                back.get(victim).add(round(crowd, families.subList(from, Math.min(from + FAMILIES, families.size())), victim, told));
            }
        }
        claimsEnd(database, told);
        List<Figure> figures = new ArrayList<>(told.against(database));
        figures.addAll(letters(database, told, mail));
        figures.add(Figure.atMost(15, "application back", back.get(Victim.APPLICATION).percentile(1) / 1000, "s",
                "the longest of " + back.get(Victim.APPLICATION).count() + ", from kill -9 to a public page with activities"));
        figures.add(Figure.atMost(30, "database back", back.get(Victim.DATABASE).percentile(1) / 1000, "s",
                "the longest of " + back.get(Victim.DATABASE).count() + ", the same; crash recovery of InnoDB included"));
        return figures;
    }

    /** @return how long there was no service, in nanoseconds */
    private long round(Crowd crowd, List<Seed.Resident> families, Victim victim, Told told) throws Exception {
        var hot = HotActivity.open(crowd.database(), CENTRE, 1, PLACES);
        told.about(hot);
        crowd.prepare(hot, families);
        var tabs = crowd.open(CENTRE, hot, families);
        long gone;
        List<Seed.Resident> heardNothing = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var presses = new ArrayList<java.util.concurrent.Future<@Nullable Integer>>();
            for (var tab : tabs) {
                long pause = random.nextInt(RUSH);
                presses.add(threads.submit(() -> {
                    TimeUnit.MILLISECONDS.sleep(pause);
                    return Crowd.confirm(tab);
                }));
            }
            TimeUnit.MILLISECONDS.sleep(random.nextInt(RUSH + 200));
            gone = strike(crowd, victim);
            for (int i = 0; i < presses.size(); i++) {
                var rank = answer(presses.get(i));
                if (rank == null) {
                    heardNothing.add(families.get(i));
                } else {
                    told.add(families.get(i), hot, rank);
                }
            }
        }
        comeAgain(crowd, hot, heardNothing, told);
        return gone;
    }

    private static @Nullable Integer answer(java.util.concurrent.Future<@Nullable Integer> press) throws InterruptedException {
        try {
            return press.get();
        } catch (java.util.concurrent.ExecutionException e) {
            return null; // the line was cut: this family does not know
        }
    }

    private static long strike(Crowd crowd, Victim victim) throws Exception {
        long begin = System.nanoTime();
        if (victim == Victim.APPLICATION) {
            crowd.server().kill();
            crowd.server().launch();
            crowd.server().awaitHealth(BACK);
        } else {
            crowd.database().kill();
            crowd.database().startAgain();
        }
        awaitPage(crowd, System.nanoTime() + BACK.toNanos());
        return System.nanoTime() - begin;
    }

    private static void awaitPage(Crowd crowd, long deadline) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(crowd.server().address() + "/centres/" + CENTRE + "/activites")).timeout(Duration.ofSeconds(20)).build();
        while (System.nanoTime() < deadline) {
            try {
                if (crowd.client().send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200) {
                    return;
                }
            } catch (java.io.IOException e) {
                // not yet
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IllegalStateException("No page within " + BACK);
    }

    /** Whoever heard nothing comes in again, looks, and presses if the button is still there. */
    private static void comeAgain(Crowd crowd, HotActivity hot, List<Seed.Resident> families, Told told) throws Exception {
        var tabs = families.isEmpty() ? List.<FlowClient>of() : crowd.open(CENTRE, hot, families);
        for (int i = 0; i < tabs.size(); i++) {
            try {
                var rank = Crowd.confirm(tabs.get(i));
                if (rank != null) {
                    told.add(families.get(i), hot, rank);
                }
            } catch (java.io.IOException e) {
                // no button: the screen says that they are registered already
            }
        }
    }

    /** A letter that was in hand when its sender died waits for five minutes; they go by here. */
    private static void claimsEnd(Database database, Told told) throws Exception {
        long deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        String open = "FROM outbox_letter WHERE state IN ('WAITING', 'SENDING')";
        while (database.number("SELECT count(*) " + open) > 0 && System.nanoTime() < deadline) {
            try (var connection = database.connection(); var statement = connection.createStatement()) {
                statement.executeUpdate("UPDATE outbox_letter SET due_at = created_at WHERE state = 'WAITING' OR (state = 'SENDING' AND due_at < UTC_TIMESTAMP() + INTERVAL 280 SECOND)");
            }
            TimeUnit.SECONDS.sleep(2);
        }
    }

    private static List<Figure> letters(Database database, Told told, CountingMail mail) throws SQLException {
        var copies = mail.copies();
        long requests = database.number("SELECT count(*) FROM registration_request WHERE group_id IN (" + told.groups() + ")");
        long lost = 0;
        long again = 0;
        long letters = 0;
        try (var connection = database.connection(); var statement = connection.createStatement(); var rows = statement.executeQuery("""
                SELECT l.id FROM outbox_letter l JOIN registration_request q ON q.centre_id = l.centre_id AND q.id = l.subject_id
                WHERE q.group_id IN (%s)""".formatted(told.groups()))) {
            while (rows.next()) {
                letters++;
                long arrived = copies.getOrDefault(rows.getString(1), 0L);
                lost += arrived == 0 ? 1 : 0;
                again += Math.max(0, arrived - 1);
            }
        }
        return List.of(Figure.exactly(requests, "letters in the outbox", letters, "letters", "one for each request"),
                Figure.exactly(0, "letters that never left", lost, "letters", "outbox against what the mail server has, by Message-ID"),
                Figure.info("letters that left twice", again, "letters", "the same Message-ID: the sender died between the mail server’s yes and its own note"),
                Figure.atMost(0.1, "share of those", letters == 0 ? 0 : 100.0 * again / letters, "%", "of all letters of the rushes"));
    }
}
