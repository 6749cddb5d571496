package fr.preau.bench;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Registration opens and everybody is there: 2 000 families with the last screen open press "Je fais l’inscription" within one minute, for
 * 30 places, through the application's real door and screens, while the letters leave. Then three stories are compared: the
 * database's, what each family was told, and what the mail server got.
 *
 * <p>The minute has two shapes. Sudden is what happens when an hour was announced: half of all press within the first ten seconds,
 * the others in the fifty that follow. Even is the same crowd over the whole minute.
 */
final class RushBench implements Measurement {

    private static final String CENTRE = Seed.CENTRES.getFirst();
    private static final int FAMILIES = 2_000;
    private static final int PLACES = 30;
    private static final int MINUTE = 60_000;
    private static final int ROUNDS = 5;
    /** So many press before anything is measured, on an activity of their own: a server at this hour is not a fresh one. */
    private static final int WARM_UP = 500;
    private static final Duration LETTERS_LEAVE = Duration.ofMinutes(10);
    /** As often as the engine of an open tab says that it is still there. */
    private static final Duration BEAT = Duration.ofMinutes(2);

    /** How the clicks lie in the minute. */
    private enum Shape {
        SUDDEN("half of them in the first 10 s, the others in the 50 s after"), EVEN("evenly");

        private final String words;

        Shape(String words) {
            this.words = words;
        }

        /** When this one presses, in milliseconds from the beginning. */
        long pause(int number, int millis, Random random) {
            int sudden = millis / 6;
            if (this == EVEN) {
                return random.nextInt(millis);
            }
            return number % 2 == 0 ? random.nextInt(sudden) : sudden + random.nextInt(millis - sudden);
        }
    }

    /** One rush and what it cost. */
    private record Rush(Latencies times, List<Figure> truth, double jvm, double mariadb, double crowd, int letters, double lettersGone) {
    }

    @Override
    public List<Figure> measure(Ground ground) throws Exception {
        var database = ground.seededDatabase();
        var mail = ground.keep(new CountingMail());
        var server = ground.server(database, mail.known(Server.Options.usual()));
        var families = Seed.residents(database, CENTRE, FAMILIES);
        int rounds = ground.option("rounds", ROUNDS);
        int millis = (int) Math.max(3_000, MINUTE * ground.factor());
        List<Figure> figures = new ArrayList<>();
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var crowd = new Crowd(server, database, client);
            var tabs = warmUp(ground, crowd, families, millis);
            for (Shape shape : Shape.values()) {
                List<Rush> done = new ArrayList<>();
                for (int round = 1; round <= rounds; round++) {
                    lettersLeave(database, tabs);
                    Crowd.stayOpen(tabs);
                    mail.forget();
                    var hot = HotActivity.open(database, CENTRE, 1, PLACES);
                    crowd.prepare(hot, families);
                    Crowd.goOn(tabs, CENTRE, hot);
                    ground.say(shape + " rush " + round + " of " + rounds);
                    done.add(rush(ground, crowd, mail, hot, tabs, families, shape, millis));
                }
                figures.addAll(figures(shape, families.size(), millis, done));
            }
        }
        return figures;
    }

    private static List<FlowClient> warmUp(Ground ground, Crowd crowd, List<Seed.Resident> families, int millis) throws Exception {
        var hot = HotActivity.open(crowd.database(), CENTRE, 1, PLACES);
        crowd.prepare(hot, families);
        ground.say(families.size() + " families come in");
        var tabs = crowd.open(CENTRE, hot, families);
        ground.say("warms up");
        int some = Math.min(WARM_UP, tabs.size());
        var failures = new ConcurrentHashMap<String, Integer>();
        press(tabs.subList(0, some), families.subList(0, some), Shape.EVEN, millis, failures);
        if (!failures.isEmpty()) {
            ground.note("failures of the warm-up", failures.toString());
        }
        return tabs;
    }

    private static Rush rush(Ground ground, Crowd crowd, CountingMail mail, HotActivity hot, List<FlowClient> tabs, List<Seed.Resident> families,
                             Shape shape, int millis) throws Exception {
        var database = crowd.database();
        var failures = new ConcurrentHashMap<String, Integer>();
        int letters = mail.arrived();
        double jvm = crowd.server().cpuSeconds();
        double mariadb = database.cpuSeconds();
        double own = Cpu.seconds(ProcessHandle.current());
        var told = press(tabs, families, shape, millis, failures);
        long over = System.nanoTime();
        jvm = crowd.server().cpuSeconds() - jvm;
        mariadb = database.cpuSeconds() - mariadb;
        own = Cpu.seconds(ProcessHandle.current()) - own;
        letters = mail.arrived() - letters;
        lettersLeave(database, tabs);
        double gone = (System.nanoTime() - over) / 1e9;
        if (!failures.isEmpty()) {
            ground.note("failures, " + shape, failures.toString());
        }
        var times = new Latencies();
        told.forEach(one -> times.add(one.nanos()));
        return new Rush(times, RushTruth.of(database, mail, hot, families.size(), told), jvm, mariadb, own, letters, gone);
    }

    private static List<RushTruth.Heard> press(List<FlowClient> tabs, List<Seed.Resident> families, Shape shape, int millis,
                                               Map<String, Integer> failures) throws Exception {
        var random = new Random(Seed.SEED);
        var barrier = new CountDownLatch(1);
        var start = new AtomicLong();
        var told = new ArrayList<RushTruth.Heard>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<RushTruth.Heard>>();
            for (int i = 0; i < tabs.size(); i++) {
                var tab = tabs.get(i);
                var household = families.get(i).household();
                long pause = TimeUnit.MILLISECONDS.toNanos(shape.pause(i, millis, random));
                all.add(threads.submit(() -> {
                    barrier.await();
                    // a finger is never late: who wakes up late on a busy machine has waited for an answer since the click was due
                    long due = start.get() + pause;
                    TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                    var rank = Crowd.confirm(tab);
                    if (rank == null) {
                        throw new IllegalStateException("No answer in: " + tab.news() + " of " + tab.answer());
                    }
                    return new RushTruth.Heard(household, rank, System.nanoTime() - due);
                }));
            }
            start.set(System.nanoTime());
            barrier.countDown();
            for (var one : all) {
                try {
                    told.add(one.get());
                } catch (ExecutionException e) {
                    failures.merge(String.valueOf(e.getCause()), 1, Integer::sum);
                }
            }
        }
        return told;
    }

    /** Waits until nothing is left in the outbox, so that one rush does not work for another; the tabs stay open meanwhile. */
    private static void lettersLeave(Database database, List<FlowClient> tabs) throws Exception {
        long deadline = System.nanoTime() + LETTERS_LEAVE.toNanos();
        long nextBeat = System.nanoTime() + BEAT.toNanos();
        while (database.number("SELECT count(*) FROM outbox_letter WHERE due_at IS NOT NULL") > 0) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Letters are still there after " + LETTERS_LEAVE);
            }
            if (System.nanoTime() > nextBeat) {
                Crowd.stayOpen(tabs);
                nextBeat = System.nanoTime() + BEAT.toNanos();
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private static List<Figure> figures(Shape shape, int asked, int millis, List<Rush> rushes) {
        String name = shape.name().toLowerCase(Locale.ROOT) + ": ";
        String method = asked + " clicks within " + millis / 1000 + " s, " + shape.words
                + "; from the moment when a click was due to the answer on the screen";
        String work = "utime + stime per click while clicks were answered, ";
        List<Figure> figures = new ArrayList<>(List.of(
                several(rushes, rush -> rush.times.percentile(0.95)).atMost(2_000, name + "p95", "ms", method),
                several(rushes, rush -> rush.times.percentile(0.5)).info(name + "median", "ms", method),
                several(rushes, rush -> rush.times.percentile(0.99)).info(name + "p99", "ms", method),
                several(rushes, rush -> rush.times.percentile(1)).info(name + "longest", "ms", method),
                several(rushes, rush -> 1000 * rush.jvm / asked).info(name + "JVM", "CPU-ms each", work + "the letters that left meanwhile included"),
                several(rushes, rush -> 1000 * rush.mariadb / asked).info(name + "mariadbd", "CPU-ms each", work + "of the database server"),
                several(rushes, rush -> 1000 * rush.crowd / asked).info(name + "crowd and mail server", "CPU-ms each", work
                        + "of the bench’s own process, on the same cores"),
                several(rushes, rush -> (double) rush.letters).info(name + "letters that had arrived at the end", "letters",
                        "when the last family had its answer"),
                several(rushes, Rush::lettersGone).info(name + "the others took", "s", "from the last answer until the outbox was empty")));
        // the worst of all rounds speaks for them
        String rounds = rushes.size() == 1 ? "; once" : "; the worst of " + rushes.size();
        Map<String, Figure> truth = new LinkedHashMap<>();
        rushes.forEach(rush -> rush.truth.forEach(figure -> truth.merge(figure.name(), figure, (a, b) -> a.reached() ? b : a)));
        truth.values().forEach(figure -> figures.add(figure.named(name + figure.name()).measured(figure.method() + rounds)));
        return figures;
    }

    private static Several several(List<Rush> rushes, Function<Rush, Double> value) {
        return new Several(rushes.stream().map(value).toList());
    }
}
