package fr.preau.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** What open tabs cost in heap, whether it comes back, and whether visitors without a session can fill it. */
final class SessionsBench implements Measurement {

    private static final String CENTRE = Seed.CENTRES.getFirst();
    private static final int FORMS = 1_000;
    private static final int LISTS = 300;
    private static final int ALL = 3_000;
    private static final int ANONYMOUS = Integer.parseInt(System.getenv().getOrDefault("BENCH_ANONYMOUS", "100000"));
    /** A session rests for thirty minutes, the container's net is one minute below, and it looks once a minute. */
    private static final Duration EXPIRY = Duration.ofMinutes(33);
    private static final int AT_ONCE = 8;
    private static final int KB = 1024;

    @Override
    public List<Figure> measure(Ground ground) throws Exception {
        var database = ground.seededDatabase();
        List<Figure> figures = new ArrayList<>();
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var server = ground.server(database, Server.Options.usual());
            ground.noteLoad();
            figures.addAll(tabs(new Crowd(server, database, client)));
            server.stop();
            figures.addAll(anonymous(ground.server(database, Server.Options.usual().withHeap("512m")), client));
        }
        return figures;
    }

    private static List<Figure> tabs(Crowd crowd) throws Exception {
        var hot = HotActivity.open(crowd.database(), CENTRE, 1, 30);
        var families = Seed.residents(crowd.database(), CENTRE, ALL);
        crowd.prepare(hot, families);
        crowd.open(CENTRE, hot, families.subList(0, 20));
        lists(crowd, 5);
        long start = liveHeap(crowd.server());
        portions(crowd, hot, families.subList(0, Math.min(FORMS, families.size())));
        long forms = liveHeap(crowd.server());
        int lists = lists(crowd, LISTS);
        long staff = liveHeap(crowd.server());
        portions(crowd, hot, families.subList(Math.min(FORMS, families.size()), families.size()));
        long full = liveHeap(crowd.server());
        int opened = Math.min(FORMS, families.size());
        List<Figure> figures = new ArrayList<>(List.of(
                Figure.atMost(100, "an open registration form", (forms - start) / (double) opened / KB, "KB", "live heap after two jcmd GC.run, + " + opened + " sessions, divided"),
                Figure.atMost(250, "an open staff list", (staff - forms) / (double) lists / KB, "KB", "the same, + " + lists + " sessions of the list of registrations"),
                Figure.atMost(1024, "heap with all of them", full / 1024.0 / KB, "MB", families.size() + " forms and " + lists + " lists open at -Xmx1g")));
        if (!"no".equals(System.getenv("BENCH_EXPIRY"))) {
            TimeUnit.MILLISECONDS.sleep(EXPIRY.toMillis());
            figures.add(Figure.atMost(5, "left after expiry", 100.0 * (liveHeap(crowd.server()) - start) / start, "%", "live heap against the start, " + EXPIRY.toMinutes() + " minutes later; nobody signed out"));
        }
        return figures;
    }

    /** A ticket of the door is good for ten minutes. */
    private static void portions(Crowd crowd, HotActivity hot, List<Seed.Resident> families) throws Exception {
        for (int from = 0; from < families.size(); from += 200) {
            crowd.open(CENTRE, hot, families.subList(from, Math.min(from + 200, families.size())));
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
    private static List<Figure> anonymous(Server server, HttpClient client) throws Exception {
        var sessions = new AtomicInteger();
        var failures = new AtomicInteger();
        var reader = new Reader(server, client);
        var reading = Thread.ofVirtual().start(reader);
        long begin = System.nanoTime();
        var gate = new Semaphore(AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < ANONYMOUS; i++) {
                gate.acquire();
                int kind = i % 4;
                threads.submit(() -> {
                    try {
                        var answer = client.send(call(server, kind), HttpResponse.BodyHandlers.ofString());
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
        String log = Files.readString(server.log());
        return List.of(Figure.info("anonymous calls", ANONYMOUS / seconds, "a second", ANONYMOUS + " calls: /app/, v-r=init, v-r=uidl, /connexion; heap 512 MB"),
                Figure.exactly(0, "sessions given to them", sessions.get(), "sessions", "JSESSIONID in Set-Cookie"),
                Figure.exactly(0, "calls without answer", failures.get(), "calls", "the line was cut"),
                Figure.exactly(0, "OutOfMemoryError", log.contains("OutOfMemoryError") ? 1 : 0, "", "in the application’s log; the process lives: " + server.process().isAlive()),
                Figure.exactly(reader.asked.get(), "public pages meanwhile", reader.answered.get(), "pages", "one after the other, each with status 200"),
                Figure.info("the slowest of them", reader.slowest.get() / 1e6, "ms", "the same"),
                Figure.info("live heap afterwards", liveHeap(server) / 1024.0 / KB, "MB", "after two jcmd GC.run"));
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

    /** Bytes that are reachable: two collections, then what the spaces hold. */
    private static long liveHeap(Server server) throws IOException, InterruptedException {
        String pid = Long.toString(server.process().pid());
        tool("jcmd", pid, "GC.run");
        tool("jcmd", pid, "GC.run");
        String[] lines = tool("jstat", "-gc", pid).strip().split("\n");
        String[] names = lines[0].strip().split("\\s+");
        String[] values = lines[1].strip().split("\\s+");
        double kilobytes = 0;
        for (int i = 0; i < names.length; i++) {
            if (List.of("S0U", "S1U", "EU", "OU").contains(names[i])) {
                kilobytes += Double.parseDouble(values[i].replace(',', '.'));
            }
        }
        return (long) (kilobytes * KB);
    }

    private static String tool(String name, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", name).toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
        return said;
    }
}
