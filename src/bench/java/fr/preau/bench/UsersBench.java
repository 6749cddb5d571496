package fr.preau.bench;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A busy afternoon: 1 000 people are signed in, and each goes to another screen every 20 seconds on average. Nine in ten are
 * families; the others work at the desk of the first centre. An open model: who waits for an answer does not slow the others.
 */
final class UsersBench implements Measurement {

    private static final int USERS = 1_000;
    private static final int DESKS = 10;
    private static final Duration THINKING = Duration.ofSeconds(20);
    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final Duration MEASURED = Duration.ofSeconds(180);
    private static final int COMING_IN = 8;
    private static final String CENTRE = Seed.CENTRES.getFirst();
    private static final List<String> DESK_SCREENS = List.of("aujourdhui", "inscriptions", "familles", "activites");

    /** Somebody in front of an open tab, and where they go. */
    private record User(FlowClient tab, boolean desk, int activities, Random random) {

        String next() {
            if (desk) {
                return DESK_SCREENS.get(random.nextInt(DESK_SCREENS.size()));
            }
            return switch (random.nextInt(4)) {
                case 0 -> "famille";
                case 1 -> "mes-inscriptions";
                default -> "inscription/activite-" + random.nextInt(activities);
            };
        }
    }

    @Override
    public List<Figure> measure(Ground ground) throws Exception {
        var database = ground.seededDatabase();
        var server = ground.server(database, Server.Options.usual());
        var failures = new ConcurrentHashMap<String, Integer>();
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var users = comeIn(server, database, client, Seed.activities(ground.factor()));
            ground.noteLoad();
            var measured = new AtomicBoolean();
            var times = new ConcurrentHashMap<String, Latencies>();
            var all = new Latencies();
            double jvm;
            double mariadb;
            long questions;
            var end = new AtomicBoolean();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                users.forEach(user -> threads.submit(() -> live(user, end, measured, all, times, failures)));
                TimeUnit.MILLISECONDS.sleep(WARM_UP.toMillis());
                jvm = server.cpuSeconds();
                mariadb = database.cpuSeconds();
                questions = database.status("Questions");
                measured.set(true);
                TimeUnit.MILLISECONDS.sleep(MEASURED.toMillis());
                measured.set(false);
                jvm = server.cpuSeconds() - jvm;
                mariadb = database.cpuSeconds() - mariadb;
                questions = database.status("Questions") - questions;
                end.set(true);
                threads.shutdownNow();
            }
            return figures(users.size(), all, times, failures, jvm, mariadb, questions);
        }
    }

    private static List<User> comeIn(Server server, Database database, HttpClient client, int activities) throws Exception {
        var door = new Door(server, database, client);
        List<User> users = new ArrayList<>();
        for (int i = 0; i < USERS / DESKS; i++) {
            users.add(enter(new FlowClient(client, server.address(), door.signInAsPersona("accueil")), true, activities, i));
        }
        var residents = Seed.residents(database, CENTRE, USERS - users.size());
        for (int from = 0; from < residents.size(); from += 200) {
            var gate = new Semaphore(COMING_IN);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var entered = door.tickets(residents.subList(from, Math.min(from + 200, residents.size()))).stream().map(ticket -> threads.submit(() -> {
                    gate.acquire();
                    try {
                        return enter(new FlowClient(client, server.address(), door.signIn(ticket)), false, activities, ticket.id().hashCode());
                    } finally {
                        gate.release();
                    }
                })).toList();
                for (var one : entered) {
                    users.add(one.get());
                }
            }
        }
        return users;
    }

    private static User enter(FlowClient tab, boolean desk, int activities, long seed) throws Exception {
        var user = new User(tab, desk, activities, new Random(Seed.SEED + seed));
        tab.open(CENTRE + "/" + user.next(), "");
        return user;
    }

    private static Void live(User user, AtomicBoolean end, AtomicBoolean measured, Latencies all, Map<String, Latencies> times,
                             ConcurrentHashMap<String, Integer> failures) {
        try {
            while (!end.get()) {
                TimeUnit.MILLISECONDS.sleep(user.random.nextLong(2 * THINKING.toMillis()));
                String screen = user.next();
                long begin = System.nanoTime();
                user.tab.navigate(CENTRE + "/" + screen, "");
                if (measured.get()) {
                    long took = System.nanoTime() - begin;
                    all.add(took);
                    times.computeIfAbsent(screen.replaceAll("/.*", ""), name -> new Latencies()).add(took);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            if (!end.get()) {
                failures.merge(String.valueOf(e), 1, Integer::sum);
            }
        }
        return null;
    }

    private static List<Figure> figures(int users, Latencies all, Map<String, Latencies> times, Map<String, Integer> failures,
                                        double jvm, double mariadb, long questions) {
        String method = users + " users, each to another screen every 20 s on average, for 180 s after 60 s of warming up";
        List<Figure> figures = new ArrayList<>(List.of(
                Figure.atMost(100, "p95", all.percentile(0.95), "ms", method),
                Figure.atMost(300, "p99", all.percentile(0.99), "ms", "the same"),
                Figure.info("median", all.percentile(0.5), "ms", "the same"),
                Figure.exactly(0, "errors", failures.values().stream().mapToInt(Integer::intValue).sum(), "errors", failures.isEmpty() ? "answers that are none of the app" : failures.toString()),
                Figure.info("requests", all.count() / (double) MEASURED.toSeconds(), "a second", "answers while it was measured"),
                Figure.info("JVM", 1000 * jvm / all.count(), "CPU-ms each", "utime + stime per request"),
                Figure.info("mariadbd", 1000 * mariadb / all.count(), "CPU-ms each", "utime + stime per request"),
                Figure.info("statements", (double) questions / all.count(), "each", "Questions of the server")));
        new TreeMap<>(times).forEach((screen, some) -> figures.add(Figure.info("p95 of " + screen, some.percentile(0.95), "ms", some.count() + " requests")));
        return figures;
    }
}
