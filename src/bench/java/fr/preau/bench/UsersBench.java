package fr.preau.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

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
    /** As the browser's engine does it, see application.yaml. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(120);
    private static final List<String> DESK_SCREENS = List.of("aujourdhui", "inscriptions", "familles", "activites");
    /** So many activities of each centre are those that somebody registers for. */
    private static final int WANTED = 6;
    private static final String PUBLIC = "public: ";

    /** What the others are doing. */
    private record Afternoon(Crowd crowd, int activities, AtomicBoolean measured, AtomicBoolean over, Latencies all, Latencies screens,
                             Map<String, Latencies> times, Map<String, Integer> failures, AtomicInteger stayed) {
    }

    @Override
    public List<Figure> measure(Ground ground) throws Exception {
        var database = ground.seededDatabase();
        var mail = ground.keep(new CountingMail());
        var server = ground.server(database, mail.known(Server.Options.usual()));
        boolean trial = ground.factor() < 0.1;
        var warmUp = trial ? Duration.ofSeconds(20) : WARM_UP;
        var measured = trial ? Duration.ofSeconds(40) : MEASURED;
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var afternoon = new Afternoon(new Crowd(server, database, client), Seed.activities(ground.factor()), new AtomicBoolean(), new AtomicBoolean(),
                    new Latencies(), new Latencies(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), new AtomicInteger());
            var users = comeIn(ground, afternoon, warmUp.plus(measured));
            ground.noteLoad();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                users.forEach(user -> threads.submit(() -> user.live()));
                TimeUnit.MILLISECONDS.sleep(warmUp.toMillis());
                ground.say("measures");
                double jvm = server.cpuSeconds();
                double mariadb = database.cpuSeconds();
                double own = Cpu.seconds(ProcessHandle.current());
                long questions = database.status("Questions");
                afternoon.measured.set(true);
                TimeUnit.MILLISECONDS.sleep(measured.toMillis());
                afternoon.measured.set(false);
                var cost = new Cost(server.cpuSeconds() - jvm, database.cpuSeconds() - mariadb, Cpu.seconds(ProcessHandle.current()) - own,
                        database.status("Questions") - questions);
                // who is asking now gets an answer; the others are woken up
                afternoon.over.set(true);
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

    private static List<User> comeIn(Ground ground, Afternoon afternoon, Duration whole) throws Exception {
        ground.say("everybody comes in");
        var crowd = afternoon.crowd;
        var door = new Door(crowd.server(), crowd.database(), crowd.client());
        List<User> users = new ArrayList<>();
        for (int i = 0; i < USERS / DESKS; i++) {
            var user = new User(afternoon, Seed.CENTRES.getFirst(), door.signInAsPersona("accueil"), i, null, 0);
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
                var user = new User(afternoon, centre, cookies.get(i), USERS + users.size(), wanted.get(i % WANTED), steps);
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

    /** Somebody in front of an open tab. */
    private static final class User {

        private final Afternoon afternoon;
        private final String centre;
        private final String cookie;
        private final Random random;
        private final @Nullable HotActivity wanted;
        private FlowClient tab;
        private int stepsUntilRegistering;

        /** @param wanted what a family registers for, once within so many steps; nothing for the desk */
        User(Afternoon afternoon, String centre, String cookie, long number, @Nullable HotActivity wanted, int steps) {
            this.afternoon = afternoon;
            this.centre = centre;
            this.cookie = cookie;
            this.random = new Random(Seed.SEED + number);
            this.wanted = wanted;
            this.tab = newTab();
            this.stepsUntilRegistering = random.nextInt(Math.max(1, steps - 2));
        }

        private FlowClient newTab() {
            return new FlowClient(afternoon.crowd.client(), afternoon.crowd.server().address(), cookie);
        }

        void open() throws IOException, InterruptedException {
            tab = newTab();
            tab.open(centre + "/" + (wanted == null ? DESK_SCREENS.getFirst() : "mes-inscriptions"), "");
        }

        Void live() throws InterruptedException {
            long next = System.nanoTime();
            long heartbeat = next + random.nextLong(HEARTBEAT.toNanos());
            while (!afternoon.over.get()) {
                next += random.nextLong(2 * THINKING.toNanos());
                TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
                if (afternoon.over.get()) {
                    break;
                }
                try {
                    if (System.nanoTime() > heartbeat) {
                        tab.heartbeat();
                        heartbeat += HEARTBEAT.toNanos();
                        next = Math.max(next, System.nanoTime());
                    }
                    boolean counts = afternoon.measured.get();
                    String done = step();
                    if (tab.has(Crowd.UNDERSTOOD)) {
                        throw new IOException("It did not work: " + tab.news().strip());
                    }
                    if (counts) {
                        long took = System.nanoTime() - next;
                        afternoon.all.add(took);
                        if (!done.startsWith(PUBLIC)) {
                            afternoon.screens.add(took);
                        }
                        afternoon.times.computeIfAbsent(done, name -> new Latencies()).add(took);
                    }
                } catch (IOException | RuntimeException e) {
                    if (afternoon.over.get()) {
                        break;
                    }
                    afternoon.failures.merge(String.valueOf(e), 1, Integer::sum);
                    openAgain();
                }
            }
            afternoon.stayed.incrementAndGet();
            return null;
        }

        /** As somebody does who sees something strange: loads the page again. */
        private void openAgain() throws InterruptedException {
            try {
                open();
            } catch (IOException | RuntimeException e) {
                afternoon.failures.merge("and again: " + e, 1, Integer::sum);
            }
        }

        /** @return what it was, as it stands in the report */
        private String step() throws IOException, InterruptedException {
            if (wanted == null) {
                return go(DESK_SCREENS.get(random.nextInt(DESK_SCREENS.size())), "desk: ");
            }
            int before = stepsUntilRegistering--;
            if (before == 1) {
                tab.navigate(Crowd.screen(centre, wanted), Crowd.question(wanted));
                return "family: last look";
            }
            if (before == 0 && Crowd.isAsked(tab)) {
                if (Crowd.confirm(tab) == null) {
                    throw new IOException("No answer in: " + tab.news());
                }
                return "family: confirmation";
            }
            return switch (random.nextInt(10)) {
                case 0 -> go("famille", "family: ");
                case 1, 2 -> go("mes-inscriptions", "family: ");
                case 3 -> read("/centres/" + centre + "/activites", PUBLIC + "list");
                case 4, 5, 6 -> read("/centres/" + centre + "/activites/activite-" + random.nextInt(afternoon.activities), PUBLIC + "activity");
                default -> {
                    tab.navigate(centre + "/inscription/activite-" + random.nextInt(afternoon.activities), "");
                    yield "family: form";
                }
            };
        }

        private String go(String screen, String who) throws IOException, InterruptedException {
            tab.navigate(centre + "/" + screen, "");
            return who + screen;
        }

        private String read(String page, String what) throws IOException, InterruptedException {
            var answer = afternoon.crowd.client().send(HttpRequest.newBuilder(URI.create(afternoon.crowd.server().address() + page)).header("Accept-Encoding", "gzip").build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException(answer.statusCode() + " for " + page);
            }
            return what;
        }
    }

    private static List<Figure> figures(int users, Afternoon afternoon, Duration warmUp, Duration measured, Cost cost) {
        String method = users + " users, each does something every " + THINKING.toSeconds() + " s on average, for " + measured.toSeconds() + " s after "
                + warmUp.toSeconds() + " s of warming up; once";
        var all = afternoon.all;
        var failures = afternoon.failures;
        List<Figure> figures = new ArrayList<>(List.of(
                Figure.atMost(100, "p95", all.percentile(0.95), "ms", method),
                Figure.atMost(300, "p99", all.percentile(0.99), "ms", "the same"),
                Figure.atMost(100, "p95 of the app alone", afternoon.screens.percentile(0.95), "ms", "the same without public pages"),
                Figure.atMost(300, "p99 of the app alone", afternoon.screens.percentile(0.99), "ms", "the same"),
                Figure.exactly(users, "users to the end", afternoon.stayed.get(), "users", "who went on until it was over"),
                Figure.info("median", all.percentile(0.5), "ms", "the same"),
                Figure.info("longest", all.percentile(1), "ms", "the same"),
                Figure.exactly(0, "errors", failures.values().stream().mapToInt(Integer::intValue).sum(), "errors", failures.isEmpty() ? "answers that are none of the app, or say that something did not work; warming up included" : failures.toString()),
                Figure.info("requests", all.count() / (double) measured.toSeconds(), "a second", "answers while it was measured"),
                Figure.info("JVM", 1000 * cost.jvm / all.count(), "CPU-ms each", "utime + stime per request; letters and heartbeats included"),
                Figure.info("mariadbd", 1000 * cost.mariadb / all.count(), "CPU-ms each", "the same"),
                Figure.info("users", 1000 * cost.users / all.count(), "CPU-ms each", "the bench’s own process, on the same cores"),
                Figure.info("statements", (double) cost.questions / all.count(), "each", "Questions of the server")));
        new TreeMap<>(afternoon.times).forEach((screen, some) -> figures.add(Figure.info("p95 of " + screen, some.percentile(0.95), "ms", some.count() + " requests, median "
                + Report.number(some.percentile(0.5)) + " ms")));
        return figures;
    }
}
