package fr.preau.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * {@code kill -9} of the application or of the database, in turn, at a random moment of a rush, so many times
 * ({@code --rounds=100}). Who supervises them starts what died at once and does nothing else. Then: is each confirmation that
 * somebody read written once, and did each letter leave once?
 */
final class FaultsBench implements Measurement {

    private static final String CENTRE = Seed.CENTRES.getFirst();
    private static final int ROUNDS = 100;
    /** Everybody presses within this time, 33 a second as in the rush, and the blow falls within it or shortly after, when letters still leave. */
    private static final int RUSH = 2_000;
    private static final int FAMILIES = 66;
    private static final int PLACES = 12;
    private static final int AFTER = 500;
    private static final int PROGRESS = 10;
    private static final Duration BACK = Duration.ofMinutes(10);
    private static final Duration LETTERS_LEAVE = Duration.ofMinutes(20);

    private final Random random = new Random(Seed.SEED);

    /** What dies. */
    private enum Victim {
        APPLICATION, DATABASE
    }

    @Override
    public List<Figure> measure(Ground ground) throws Exception {
        var database = ground.seededDatabase();
        var families = Seed.residents(database, CENTRE, FAMILIES * 50);
        var mail = ground.keep(new CountingMail());
        var usual = Server.Options.usual();
        var server = ground.server(database, mail.known(usual.withNotes(usual.train(ground))));
        var told = new Told();
        var struck = Map.of(Victim.APPLICATION, new Told(), Victim.DATABASE, new Told());
        List<String> troubles = new ArrayList<>();
        var back = Map.of(Victim.APPLICATION, new Latencies(), Victim.DATABASE, new Latencies());
        var blows = new Blows();
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var crowd = new Crowd(server, database, client);
            int rounds = ground.option("rounds", ROUNDS);
            for (int round = 0; round < rounds; round++) {
                // always others, as far as the base reaches
                int from = round * FAMILIES % Math.max(1, families.size() - FAMILIES + 1);
                var victim = Victim.values()[round % 2];
                long gone = 0;
                try {
                    var hot = HotActivity.open(database, CENTRE, 1, PLACES);
                    told.about(hot);
                    struck.get(victim).about(hot);
                    gone = round(crowd, hot, families.subList(from, Math.min(from + FAMILIES, families.size())), victim, told, blows);
                    back.get(victim).add(gone);
                } catch (IOException | ExecutionException | IllegalStateException e) {
                    troubles.add("round " + (round + 1) + ", " + victim + ": " + e);
                    ground.say(troubles.getLast());
                    helpUp(crowd);
                }
                if (round % PROGRESS == 0 || round == rounds - 1) {
                    ground.say("round " + (round + 1) + " of " + rounds + ", " + victim + " back after " + Report.number(gone / 1e9) + " s, "
                            + told.count() + " confirmations read, " + mail.arrived() + " letters arrived");
                }
            }
        }
        ground.say("waits for the letters that were in hand");
        double waited = lettersLeave(database);
        List<Figure> figures = new ArrayList<>(told.against(database));
        figures.addAll(mail.against(database, told.groups()).figures(0.1));
        figures.addAll(blows.against(mail.arrivals()));
        figures.add(again(Victim.APPLICATION, "application", mail, database, struck));
        figures.add(again(Victim.DATABASE, "database", mail, database, struck));
        figures.add(Figure.info("until the last letter had left", waited, "s", "after the last round; a letter in hand is taken up again after five minutes, one that was in vain after one"));
        if (!troubles.isEmpty()) {
            ground.note("troubles", troubles.toString());
        }
        figures.add(Figure.exactly(0, "rounds that did not come to their end", troubles.size(), "rounds", "somebody could not come in before or after the blow, or nothing came back"));
        figures.addAll(back("application", 15, back.get(Victim.APPLICATION),
                "from kill -9 of the application to a public page with activities, with the JVM’s notes of a start"));
        figures.addAll(back("database", 30, back.get(Victim.DATABASE),
                "from kill -9 of the database to a public page with activities, crash recovery of InnoDB included"));
        return figures;
    }

    private static Figure again(Victim victim, String name, CountingMail mail, Database database, Map<Victim, Told> struck) throws SQLException {
        return Figure.info("letters twice after kills of the " + name, mail.against(database, struck.get(victim).groups()).again(), "letters",
                "letters that arrived twice of the " + struck.get(victim).activities() + " rushes in which the " + name + " died");
    }

    private static List<Figure> back(String what, double limit, Latencies times, String method) {
        String all = method + "; " + times.count() + " times";
        return List.of(Figure.info(what + " back, median", times.percentile(0.5) / 1000, "s", all),
                Figure.info(what + " back, 95 of 100", times.percentile(0.95) / 1000, "s", all),
                Figure.info(what + " back too late", times.above(limit * 1000), "times", "later than " + Report.number(limit) + " s " + all),
                Figure.atMost(limit, what + " back", times.percentile(1) / 1000, "s", "the longest; " + all));
    }

    /** @return how long there was no service, in nanoseconds */
    private long round(Crowd crowd, HotActivity hot, List<Seed.Resident> families, Victim victim, Told told, Blows blows) throws Exception {
        crowd.prepare(hot, families);
        told.wants(families, hot);
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
            TimeUnit.MILLISECONDS.sleep(random.nextInt(RUSH + AFTER));
            var fell = Instant.now();
            try {
                gone = strike(crowd, victim);
            } finally {
                blows.add(fell, Instant.now());
            }
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

    /** After a round that went wrong, so that the others are worth something; it counts as trouble. */
    private static void helpUp(Crowd crowd) throws Exception {
        if (!crowd.database().process().isAlive()) {
            crowd.database().startAgain();
            crowd.database().awaitAnswer(BACK);
        }
        if (!crowd.server().process().isAlive()) {
            crowd.server().launch();
            crowd.server().awaitHealth(BACK);
        }
    }

    private static @Nullable Integer answer(java.util.concurrent.Future<@Nullable Integer> press) throws InterruptedException {
        try {
            return press.get();
        } catch (ExecutionException e) {
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
            } catch (IOException e) {
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
            } catch (IOException e) {
                // no button: the screen says that they are registered already
            }
        }
    }

    /** A letter that was in hand when its sender died is taken up again after five minutes: nobody helps here either. */
    private static double lettersLeave(Database database) throws Exception {
        long begin = System.nanoTime();
        while (database.number("SELECT count(*) FROM outbox_letter WHERE due_at IS NOT NULL") > 0 && System.nanoTime() - begin < LETTERS_LEAVE.toNanos()) {
            TimeUnit.SECONDS.sleep(1);
        }
        return (System.nanoTime() - begin) / 1e9;
    }
}
