package fr.preau.bench;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A busy afternoon: 1 000 people are signed in, and each does something every 20 seconds on average. Nine in ten are families of
 * the five centres: they read activities, open the form, look at what is theirs, and each registers once within the time; the
 * others work at the desk of the first centre. An open model: everybody has a time for each step in advance, and the answer is
 * timed from then on, so that who waits for an answer neither slows the others nor hides a wait.
 */
final class UsersBench implements Measurement {

    private static final int USERS = 1_000;
    private static final int DESKS = 10;
    private static final Duration THINKING = Duration.ofSeconds(20);
    /** A server stands for weeks; in its first minutes the compiler takes what the users need, and who waits then waits on in an open model. */
    private static final Duration WARM_UP = Duration.ofSeconds(240);
    private static final Duration MEASURED = Duration.ofSeconds(240);
    /** So many activities of each centre are those that somebody registers for. */
    private static final int WANTED = 6;

    @Override
    public List<Figure> measure(Ground ground) throws Exception {
        var database = ground.seededDatabase();
        var mail = ground.keep(new CountingMail());
        var server = ground.server(database, mail.known(Server.Options.usual()));
        boolean trial = ground.factor() < 0.1;
        var warmUp = trial ? Duration.ofSeconds(20) : WARM_UP;
        var measured = trial ? Duration.ofSeconds(40) : MEASURED;
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var afternoon = new Afternoon(new Crowd(server, database, client), THINKING, Seed.activities(ground.factor()));
            var users = comeIn(ground, afternoon, warmUp.plus(measured));
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                users.forEach(user -> threads.submit(() -> user.live()));
                TimeUnit.MILLISECONDS.sleep(warmUp.toMillis());
                ground.say("measures");
                double jvm = server.cpuSeconds();
                double mariadb = database.cpuSeconds();
                double own = Cpu.seconds(ProcessHandle.current());
                long questions = database.status("Questions");
                afternoon.measured().set(true);
                TimeUnit.MILLISECONDS.sleep(measured.toMillis());
                afternoon.measured().set(false);
                var cost = new Cost(server.cpuSeconds() - jvm, database.cpuSeconds() - mariadb, Cpu.seconds(ProcessHandle.current()) - own,
                        database.status("Questions") - questions);
                // who is asking now gets an answer; the others are woken up
                afternoon.over().set(true);
                threads.shutdown();
                if (!threads.awaitTermination(THINKING.multipliedBy(3).toSeconds(), TimeUnit.SECONDS)) {
                    threads.shutdownNow();
                }
                return figures(users.size(), afternoon, warmUp, measured, cost);
            }
        }
    }

    private record Cost(double jvm, double mariadb, double users, long questions) {
    }

    private static List<BusyUser> comeIn(Ground ground, Afternoon afternoon, Duration whole) throws Exception {
        ground.say("everybody comes in");
        var crowd = afternoon.crowd();
        var door = new Door(crowd.server(), crowd.database(), crowd.client());
        List<BusyUser> users = new ArrayList<>();
        for (int i = 0; i < USERS / DESKS; i++) {
            var user = new BusyUser(afternoon, Seed.CENTRES.getFirst(), door.signInAsPersona("accueil"), i, null, 0);
            user.open();
            users.add(user);
        }
        int steps = (int) (whole.toMillis() / THINKING.toMillis());
        for (String centre : Seed.CENTRES) {
            var families = Seed.residents(crowd.database(), centre, USERS / DESKS * (DESKS - 1) / Seed.CENTRES.size());
            List<HotActivity> wanted = new ArrayList<>();
            for (int i = 0; i < WANTED; i++) {
                wanted.add(HotActivity.open(crowd.database(), centre, 1, 30));
                crowd.prepare(wanted.get(i), every(WANTED, i, families));
            }
            var cookies = crowd.enter(families, cookie -> cookie);
            for (int i = 0; i < cookies.size(); i++) {
                var user = new BusyUser(afternoon, centre, cookies.get(i), USERS + users.size(), wanted.get(i % WANTED), steps);
                user.open();
                users.add(user);
            }
        }
        return users;
    }

    private static List<Seed.Resident> every(int of, int number, List<Seed.Resident> families) {
        List<Seed.Resident> some = new ArrayList<>();
        for (int i = number; i < families.size(); i += of) {
            some.add(families.get(i));
        }
        return some;
    }

    private static List<Figure> figures(int users, Afternoon afternoon, Duration warmUp, Duration measured, Cost cost) {
        String method = users + " users, each does something every " + THINKING.toSeconds() + " s on average, for " + measured.toSeconds() + " s after "
                + warmUp.toSeconds() + " s of warming up; from the moment when it was due to the answer; once";
        String ofTheApp = "without public pages: " + method;
        String work = "utime + stime per request, letters and heartbeats included, ";
        var all = afternoon.all();
        var screens = afternoon.screens();
        var failures = afternoon.failures();
        List<Figure> figures = new ArrayList<>(List.of(
                Figure.atMost(100, "p95", all.percentile(0.95), "ms", method),
                Figure.atMost(300, "p99", all.percentile(0.99), "ms", method),
                Figure.atMost(100, "p95 of the app alone", screens.percentile(0.95), "ms", ofTheApp),
                Figure.atMost(300, "p99 of the app alone", screens.percentile(0.99), "ms", ofTheApp),
                Figure.exactly(users, "users to the end", afternoon.stayed().get(), "users", "who went on until it was over"),
                Figure.info("median", all.percentile(0.5), "ms", method),
                Figure.info("longest", all.percentile(1), "ms", method),
                Figure.exactly(0, "errors", failures.values().stream().mapToInt(Integer::intValue).sum(), "errors",
                        "answers that are none of the app, or say that something did not work; warming up included"
                                + (failures.isEmpty() ? "" : ": " + failures)),
                Figure.info("requests", all.count() / (double) measured.toSeconds(), "a second", "answers while it was measured"),
                Figure.info("JVM", 1000 * cost.jvm / all.count(), "CPU-ms each", work + "of the application"),
                Figure.info("mariadbd", 1000 * cost.mariadb / all.count(), "CPU-ms each", work + "of the database server"),
                Figure.info("users", 1000 * cost.users / all.count(), "CPU-ms each",
                        "utime + stime per request of the bench’s own process, on the same cores"),
                Figure.info("statements", (double) cost.questions / all.count(), "each",
                        "Questions of the database server per request, commits, letters and jobs included")));
        new TreeMap<>(afternoon.times()).forEach((screen, some) -> figures.add(Figure.info("p95 of " + screen, some.percentile(0.95), "ms",
                some.count() + " requests of these users, median " + Report.number(some.percentile(0.5)) + " ms; once")));
        return figures;
    }
}
