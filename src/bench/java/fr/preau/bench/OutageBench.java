package fr.preau.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The database is away for some minutes ({@code BENCH_AWAY} seconds, 300), its disk is full, the application is restarted in order:
 * what do people see, and is everything there afterwards?
 */
final class OutageBench implements Measurement {

    private static final String CENTRE = Seed.CENTRES.getFirst();
    private static final int AWAY = Integer.parseInt(System.getenv().getOrDefault("BENCH_AWAY", "300"));
    private static final int FAMILIES = 20;
    /** Room on the small disk beyond the base, before something else fills it. */
    private static final int ROOM = 160;
    private static final Duration BACK = Duration.ofMinutes(2);

    @Override
    public List<Figure> measure(Ground ground) throws Exception {
        List<Figure> figures = new ArrayList<>();
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var database = ground.seededDatabase();
            var crowd = new Crowd(ground.server(database, Server.Options.usual()), database, client);
            ground.noteLoad();
            figures.addAll(databaseAway(crowd));
            figures.addAll(restart(crowd));
            crowd.server().stop();
            figures.addAll(diskFull(ground, client));
        }
        return figures;
    }

    private static List<Figure> databaseAway(Crowd crowd) throws Exception {
        var told = new Told();
        var hot = hot(crowd, told);
        var families = Seed.residents(crowd.database(), CENTRE, 1);
        crowd.prepare(hot, families);
        var tab = crowd.open(CENTRE, hot, families).getFirst();
        crowd.database().kill();
        long end = System.nanoTime() + Duration.ofSeconds(AWAY).toNanos();
        int asked = 0;
        int friendly = 0;
        double longest = 0;
        int clickStatus = status(tab);
        while (System.nanoTime() < end) {
            long begin = System.nanoTime();
            friendly += isFriendly(page(crowd)) ? 1 : 0;
            longest = Math.max(longest, (System.nanoTime() - begin) / 1e9);
            asked++;
            TimeUnit.SECONDS.sleep(Math.min(5, AWAY / 5));
        }
        crowd.database().startAgain();
        long begin = System.nanoTime();
        awaitPage(crowd);
        double back = (System.nanoTime() - begin) / 1e9;
        var again = crowd.open(CENTRE, hot, families).getFirst();
        var rank = Crowd.confirm(again);
        if (rank != null) {
            told.add(families.getFirst(), hot, rank);
        }
        List<Figure> figures = new ArrayList<>(List.of(
                Figure.exactly(asked, "friendly pages", friendly, "pages", "database away for " + AWAY + " s: status 5xx, plain French, a way on, nothing of an exception"),
                Figure.atMost(15, "longest wait for such a page", longest, "s", "the same"),
                Figure.atLeast(500, "answer to a click meanwhile", clickStatus, "", "HTTP status; from 500 on the browser keeps the form, says that it tries again, and sends the click later"),
                Figure.atMost(30, "service after the database is back", back, "s", "from its start to a public page with activities"),
                Figure.exactly(0, "draft kept and confirmed after it", rank == null ? -1 : rank, "", "rank told; 0 is a place")));
        figures.addAll(told.against(crowd.database()));
        return figures;
    }

    /** An update of the application while somebody has a form open. */
    private static List<Figure> restart(Crowd crowd) throws Exception {
        var told = new Told();
        var hot = hot(crowd, told);
        var families = Seed.residents(crowd.database(), CENTRE, 1);
        crowd.prepare(hot, families);
        var door = new Door(crowd.server(), crowd.database(), crowd.client());
        var cookie = door.signIn(door.tickets(families).getFirst());
        crowd.open(CENTRE, hot, cookie);
        long begin = System.nanoTime();
        crowd.server().stop();
        double stop = (System.nanoTime() - begin) / 1e9;
        crowd.server().start();
        int alive = 0;
        try {
            // what the browser does when the server no longer knows its tab: it loads the address again
            var rank = Crowd.confirm(crowd.open(CENTRE, hot, cookie));
            alive = rank == null ? 0 : 1;
        } catch (IOException e) {
            // at the door again
        }
        return List.of(Figure.atMost(40, "graceful stop", stop, "s", "SIGTERM to the end, one form open"),
                Figure.exactly(1, "open form alive after a graceful restart", alive, "form", "the same cookie; the page loads itself again, with what was answered, and is confirmed"));
    }

    /** On a disk of its own, which a mount makes as small as wanted; nobody but root may do that. */
    private static List<Figure> diskFull(Ground ground, HttpClient client) throws Exception {
        Path disk = Files.createDirectories(ground.folder().resolve("small-disk"));
        Path base = Base.of(ground);
        long size = (size(base) >> 20) + ROOM;
        if (run("mount", "-t", "tmpfs", "-o", "size=" + size + "m", "preau-bench", disk.toString()) != 0) {
            ground.note("disk full", "not measured: this account may not mount");
            return List.of();
        }
        ground.keep(() -> run("umount", "-l", disk.toString()));
        Base.copy(base, disk.resolve("database"));
        var database = ground.keep(Database.start(disk.resolve("database")));
        var crowd = new Crowd(ground.server(database, Server.Options.usual()), database, client);
        var told = new Told();
        var hot = hot(crowd, told);
        var families = Seed.residents(database, CENTRE, FAMILIES);
        crowd.prepare(hot, families);
        var tabs = crowd.open(CENTRE, hot, families);
        Path filler = disk.resolve("filler");
        fill(filler);
        int refused = 0;
        for (int i = 0; i < tabs.size(); i++) {
            refused += confirm(tabs.get(i), families.get(i), hot, told) ? 0 : 1;
        }
        List<Figure> figures = new ArrayList<>(List.of(Figure.info("refused while the disk was full", refused, "of " + FAMILIES, "the others were told and are counted below")));
        Files.delete(filler);
        if (!database.process().isAlive()) {
            database.startAgain();
            database.awaitAnswer(BACK);
            figures.add(Figure.info("the server ended on the full disk", 1, "", "and was started again"));
        }
        awaitPage(crowd);
        int after = 0;
        var again = crowd.open(CENTRE, hot, families);
        for (int i = 0; i < again.size(); i++) {
            after += confirm(again.get(i), families.get(i), hot, told) ? 1 : 0;
        }
        figures.add(Figure.atLeast(refused, "registered as soon as there is room", after, "families", "those that were refused press again"));
        figures.addAll(told.against(database));
        return figures;
    }

    private static boolean confirm(FlowClient tab, Seed.Resident family, HotActivity hot, Told told) throws Exception {
        try {
            var rank = Crowd.confirm(tab);
            if (rank == null) {
                return false;
            }
            told.add(family, hot, rank);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static HotActivity hot(Crowd crowd, Told told) throws Exception {
        var hot = HotActivity.open(crowd.database(), CENTRE, 1, FAMILIES);
        told.about(hot);
        return hot;
    }

    private static int status(FlowClient tab) throws Exception {
        try {
            Crowd.confirm(tab);
            return 200;
        } catch (IOException e) {
            String said = String.valueOf(e.getMessage());
            return said.matches("\\d{3} .*") ? Integer.parseInt(said.substring(0, 3)) : 0;
        }
    }

    private static HttpResponse<String> page(Crowd crowd) throws Exception {
        return crowd.client().send(HttpRequest.newBuilder(URI.create(crowd.server().address() + "/centres/" + CENTRE + "/activites"))
                .timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static boolean isFriendly(HttpResponse<String> page) {
        return page.statusCode() >= 500 && page.body().contains("Recommencez") && page.body().contains("<h1")
                && !page.body().contains("Exception") && !page.body().contains("SQL");
    }

    private static void awaitPage(Crowd crowd) throws Exception {
        long deadline = System.nanoTime() + BACK.toNanos();
        while (page(crowd).statusCode() != 200) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("No page within " + BACK);
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static void fill(Path filler) throws IOException {
        byte[] block = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            // full: that was the wish
        }
    }

    private static long size(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }
}
