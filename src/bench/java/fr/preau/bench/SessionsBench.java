package fr.preau.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** What open tabs cost in heap, whether it comes back, and whether visitors without a session can fill it. */
final class SessionsBench implements Measurement {

    private static final String CENTRE = Seed.CENTRES.getFirst();
    private static final int FORMS = 1_000;
    private static final int LISTS = 300;
    private static final int ALL = 3_000;
    private static final int ANONYMOUS = 100_000;
    /** A session on a shared computer rests for ten minutes; the container's net is one minute below, and it looks once a minute. */
    private static final Duration EXPIRY = Duration.ofMinutes(13);
    private static final int WARM_UP = 50;
    private static final int AT_ONCE = 8;
    private static final int KB = 1024;

    @Override
    public List<Figure> measure(Ground ground) throws Exception {
        var database = ground.seededDatabase();
        List<Figure> figures = new ArrayList<>();
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var server = ground.server(database, Server.Options.usual());
            figures.addAll(tabs(ground, new Crowd(server, database, client)));
            server.stop();
            server = ground.server(database, Server.Options.usual());
            figures.addAll(expiry(ground, new Crowd(server, database, client)));
            server.stop();
            server = ground.server(database, Server.Options.usual().withHeap("512m"));
            figures.addAll(anonymous(ground, server, client, ground.option("anonymous", ANONYMOUS)));
        }
        return figures;
    }

    /** Forms, then lists, then forms until there are 3 000 sessions; the families are those of two centres. */
    private static List<Figure> tabs(Ground ground, Crowd crowd) throws Exception {
        List<Form> forms = new ArrayList<>();
        for (String centre : Seed.CENTRES.subList(0, 2)) {
            var hot = HotActivity.open(crowd.database(), centre, 1, 30);
            var families = Seed.residents(crowd.database(), centre, ALL);
            crowd.prepare(hot, families);
            families.forEach(family -> forms.add(new Form(centre, hot, family)));
        }
        int warm = Math.min(WARM_UP, forms.size() / 10);
        int some = Math.min(FORMS, (forms.size() - warm) / 2);
        int lists = (int) Math.max(5, LISTS * Math.min(1, ground.factor()));
        int all = Math.min(ALL, forms.size() + lists);
        open(crowd, forms.subList(0, warm), Door.Computer.OWN);
        lists(crowd, 5);
        long start = Jvm.liveHeap(crowd.server().process());
        ground.say(some + " forms");
        open(crowd, forms.subList(warm, warm + some), Door.Computer.OWN);
        long withForms = Jvm.liveHeap(crowd.server().process());
        ground.say(lists + " lists");
        lists(crowd, lists);
        long withLists = Jvm.liveHeap(crowd.server().process());
        ground.say("forms up to " + all + " sessions");
        open(crowd, forms.subList(warm + some, Math.max(warm + some, all - lists - 5)), Door.Computer.OWN);
        long full = Jvm.liveHeap(crowd.server().process());
        var page = crowd.client().send(HttpRequest.newBuilder(URI.create(crowd.server().address() + "/centres/" + CENTRE + "/activites")).build(), HttpResponse.BodyHandlers.discarding());
        return List.of(
                Figure.info("heap at the start", start / 1024.0 / KB, "MB", warm + " forms and 5 lists open, so that all classes are there"),
                Figure.atMost(100, "an open registration form", (withForms - start) / (double) some / KB, "KB", "live heap after two jcmd GC.run, + " + some + " sessions with the last screen of the form, divided"),
                Figure.atMost(250, "an open staff list", (withLists - withForms) / (double) lists / KB, "KB", "live heap after two jcmd GC.run, + "
                        + lists + " sessions of the list of registrations, divided"),
                Figure.atMost(1024, "heap with " + all + " sessions", full / 1024.0 / KB, "MB", "live, of -Xmx1g; " + lists + " lists, the others forms"),
                Figure.exactly(200, "a public page then", page.statusCode(), "", "HTTP status of the list of activities, all sessions open"));
    }

    /** Whether it comes back: tabs that nobody closes and nobody signs out of. */
    private static List<Figure> expiry(Ground ground, Crowd crowd) throws Exception {
        var hot = HotActivity.open(crowd.database(), CENTRE, 1, 30);
        var families = Seed.residents(crowd.database(), CENTRE, WARM_UP + FORMS);
        crowd.prepare(hot, families);
        var forms = families.stream().map(family -> new Form(CENTRE, hot, family)).toList();
        int warm = Math.min(WARM_UP, forms.size() / 10);
        open(crowd, forms.subList(0, warm), Door.Computer.OWN);
        long start = Jvm.liveHeap(crowd.server().process());
        open(crowd, forms.subList(warm, forms.size()), Door.Computer.SHARED);
        long full = Jvm.liveHeap(crowd.server().process());
        ground.say("waits " + EXPIRY.toMinutes() + " minutes until " + (forms.size() - warm) + " sessions are over");
        TimeUnit.MILLISECONDS.sleep(EXPIRY.toMillis());
        long end = Jvm.liveHeap(crowd.server().process());
        return List.of(Figure.info("heap before they expire", full / 1024.0 / KB, "MB", "live, " + forms.size() + " forms, all but " + warm + " of them on shared computers, where a session rests for ten minutes"),
                Figure.atMost(5, "left after expiry", 100.0 * (end - start) / start, "%", "live heap against the start (" + Report.number(start / 1024.0 / KB) + " MB), " + EXPIRY.toMinutes() + " minutes later; nobody signed out"));
    }

    /** Somebody and the form that is open before them. */
    private record Form(String centre, HotActivity hot, Seed.Resident family) {
    }

    private static void open(Crowd crowd, List<Form> forms, Door.Computer computer) throws Exception {
        Map<HotActivity, List<Form>> byActivity = forms.stream().collect(Collectors.groupingBy(Form::hot));
        for (var some : byActivity.values()) {
            crowd.enter(some.stream().map(Form::family).toList(), computer, cookie -> crowd.open(some.getFirst().centre, some.getFirst().hot, cookie));
        }
    }

    private static int lists(Crowd crowd, int count) throws Exception {
        var door = new Door(crowd.server(), crowd.database(), crowd.client());
        for (int i = 0; i < count; i++) {
            new FlowClient(crowd.client(), crowd.server().address(), door.signInAsPersona("accueil")).open(CENTRE + "/inscriptions", "");
        }
        return count;
    }

    /** Requests of all kinds that open something in other applications, none with a cookie, each over a line of its own. */
    private static List<Figure> anonymous(Ground ground, Server server, HttpClient client, int calls) throws Exception {
        ground.say(calls + " anonymous calls");
        var sessions = new AtomicInteger();
        var failures = new AtomicInteger();
        var answers = new ConcurrentHashMap<Integer, Integer>();
        var reader = new Reader(server, client);
        var reading = Thread.ofVirtual().start(reader);
        long begin = System.nanoTime();
        var gate = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < calls; i++) {
                gate.acquire();
                int kind = i % 4;
                threads.submit(() -> {
                    try {
                        var answer = client.send(call(server, kind), HttpResponse.BodyHandlers.ofString());
                        answers.merge(answer.statusCode(), 1, Integer::sum);
                        sessions.addAndGet((int) answer.headers().allValues("Set-Cookie").stream().filter(cookie -> cookie.startsWith("JSESSIONID")).count());
                    } catch (IOException e) {
                        failures.incrementAndGet();
                    } finally {
                        gate.release();
                    }
                    return null;
                });
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        reader.enough = true;
        reading.join();
        String log = Files.readString(server.log()) + Files.readString(server.output());
        int errors = answers.entrySet().stream().filter(answer -> answer.getKey() >= 500).mapToInt(Map.Entry::getValue).sum();
        return List.of(Figure.info("anonymous calls", calls / seconds, "a second", calls + " calls: /app/, v-r=init, v-r=uidl, /connexion; heap 512 MB"),
                Figure.exactly(0, "sessions given to them", sessions.get(), "sessions", "JSESSIONID in Set-Cookie"),
                Figure.exactly(0, "calls without answer", failures.get(), "calls", "the line was cut"),
                Figure.exactly(0, "calls answered with an error of ours", errors, "calls", "status 5xx; by status: " + new TreeMap<>(answers)),
                Figure.exactly(0, "OutOfMemoryError", log.contains("OutOfMemoryError") ? 1 : 0, "", "in the application’s log and what the JVM printed"),
                Figure.exactly(1, "the application afterwards", server.process().isAlive() ? 1 : 0, "process", "still the same one"),
                Figure.exactly(reader.asked.get(), "public pages meanwhile", reader.answered.get(), "pages", "one after the other, each with status 200"),
                Figure.info("the slowest of them", reader.slowest.get() / 1e6, "ms", "from asking for a public page to its answer"),
                Figure.info("live heap afterwards", Jvm.liveHeap(server.process()) / 1024.0 / KB, "MB", "after two jcmd GC.run"));
    }

    private static HttpRequest call(Server server, int kind) {
        var request = HttpRequest.newBuilder().header("X-Forwarded-For", Door.line()).timeout(Duration.ofSeconds(60));
        return switch (kind) {
            case 0 -> request.uri(URI.create(server.address() + "/app/" + CENTRE + "/inscriptions")).build();
            case 1 -> request.uri(URI.create(server.address() + "/app/?v-r=init&location=" + CENTRE + "&query=")).build();
            case 2 -> request.uri(URI.create(server.address() + "/app/?v-r=uidl&v-uiId=0")).POST(HttpRequest.BodyPublishers.ofString("{}")).build();
            default -> request.uri(URI.create(server.address() + "/connexion")).build();
        };
    }

    /** Somebody who reads public pages all the time. */
    private static final class Reader implements Runnable {

        private final Server server;
        private final HttpClient client;
        private final AtomicInteger asked = new AtomicInteger();
        private final AtomicInteger answered = new AtomicInteger();
        private final AtomicLong slowest = new AtomicLong();
        private volatile boolean enough;

        Reader(Server server, HttpClient client) {
            this.server = server;
            this.client = client;
        }

        @Override
        public void run() {
            var request = HttpRequest.newBuilder(URI.create(server.address() + "/centres/" + CENTRE + "/activites")).timeout(Duration.ofSeconds(60)).build();
            while (!enough) {
                asked.incrementAndGet();
                long begin = System.nanoTime();
                try {
                    answered.addAndGet(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200 ? 1 : 0);
                    TimeUnit.MILLISECONDS.sleep(50);
                } catch (IOException e) {
                    // counted as not answered
                } catch (InterruptedException e) {
                    return;
                }
                slowest.accumulateAndGet(System.nanoTime() - begin, Math::max);
            }
        }
    }
}
