package fr.preau.bench;

import fr.preau.base.Ids;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The database is away for some minutes ({@code --away=300}, in seconds), the application is restarted in order, the disk of the
 * database is full: what do people see, and is everything there afterwards?
 */
final class OutageBench implements Measurement {

    private static final String CENTRE = Seed.CENTRES.getFirst();
    private static final int AWAY = 300;
    private static final int PLACES = 20;
    /** Room on the small disk beyond the base, in megabytes, a third of it for the file system; the rest is taken by something else before people come. */
    private static final int ROOM = 320;
    /** People come until so many were refused, or nobody is left. */
    private static final int REFUSED = 20;
    private static final int AT_MOST = 100;
    /** ER_RECORD_FILE_FULL */
    private static final int TABLE_IS_FULL = 1114;
    private static final Duration BACK = Duration.ofMinutes(2);

    @Override
    public List<Figure> measure(Ground ground) throws Exception {
        List<Figure> figures = new ArrayList<>();
        try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var database = ground.seededDatabase();
            var crowd = new Crowd(ground.server(database, Server.Options.usual()), database, client);
            ground.noteLoad();
            figures.addAll(databaseAway(ground, crowd, ground.option("away", AWAY)));
            figures.addAll(restart(ground, crowd));
            crowd.server().stop();
            figures.addAll(diskFull(ground, client));
        }
        return figures;
    }

    private static List<Figure> databaseAway(Ground ground, Crowd crowd, int away) throws Exception {
        var told = new Told();
        var hot = hot(crowd, told);
        var families = Seed.residents(crowd.database(), CENTRE, 2);
        crowd.prepare(hot, families);
        var tabs = crowd.open(CENTRE, hot, families);
        ground.say("the database is away for " + away + " s");
        crowd.database().kill();
        long end = System.nanoTime() + Duration.ofSeconds(away).toNanos();
        int asked = 0;
        int friendly = 0;
        double longest = 0;
        // the first one's browser keeps the click, and the second's is closed in anger
        int clickStatus = status(tabs.getFirst());
        while (System.nanoTime() < end) {
            long begin = System.nanoTime();
            friendly += isFriendly(page(crowd)) ? 1 : 0;
            longest = Math.max(longest, (System.nanoTime() - begin) / 1e9);
            asked++;
            TimeUnit.SECONDS.sleep(Math.max(1, Math.min(5, away / 5)));
        }
        crowd.database().startAgain();
        long begin = System.nanoTime();
        awaitPage(crowd);
        double back = (System.nanoTime() - begin) / 1e9;
        ground.say("the database is back");
        var sentAgain = confirm(tabs.getFirst(), families.getFirst(), hot, told);
        var reopened = confirm(crowd.open(CENTRE, hot, families.subList(1, 2)).getFirst(), families.get(1), hot, told);
        List<Figure> figures = new ArrayList<>(List.of(
                Figure.exactly(asked, "friendly pages", friendly, "pages", "database away for " + away + " s: status 5xx, plain French, a way on, nothing of an exception"),
                Figure.atMost(15, "longest wait for such a page", longest, "s", "the same"),
                Figure.atLeast(500, "answer to a click meanwhile", clickStatus, "", "HTTP status; from 500 on the browser keeps the form, says that it tries again, and sends the click later"),
                Figure.atMost(30, "service after the database is back", back, "s", "from its start to a public page with activities"),
                Figure.exactly(1, "the open form goes on", sentAgain ? 1 : 0, "form", "the same tab, " + away + " s old, sends the same click again and reads its answer"),
                Figure.exactly(1, "draft kept and confirmed", reopened ? 1 : 0, "form", "who has signed in again finds all answers, and confirms")));
        figures.addAll(named("away: ", told.against(crowd.database())));
        return figures;
    }

    /** An update of the application while somebody has a form open. */
    private static List<Figure> restart(Ground ground, Crowd crowd) throws Exception {
        var told = new Told();
        var hot = hot(crowd, told);
        var families = Seed.residents(crowd.database(), CENTRE, 1);
        crowd.prepare(hot, families);
        var door = new Door(crowd.server(), crowd.database(), crowd.client());
        var cookie = door.signIn(door.tickets(families).getFirst());
        var tab = crowd.open(CENTRE, hot, cookie);
        ground.say("restarts in order");
        long begin = System.nanoTime();
        crowd.server().stop();
        double stop = (System.nanoTime() - begin) / 1e9;
        crowd.server().start();
        double gone = (System.nanoTime() - begin) / 1e9;
        int loadsAgain = 0;
        try {
            Crowd.confirm(tab);
        } catch (FlowClient.LoadAgain e) {
            loadsAgain = 1;
        }
        boolean alive = false;
        try {
            alive = confirm(crowd.open(CENTRE, hot, cookie), families.getFirst(), hot, told);
        } catch (IOException e) {
            // at the door again
        }
        List<Figure> figures = new ArrayList<>(List.of(
                Figure.atMost(40, "graceful stop", stop, "s", "SIGTERM to the end, one form open"),
                Figure.info("away for a graceful restart", gone, "s", "SIGTERM to readiness, without AOT cache"),
                Figure.exactly(1, "the open tab loads itself again", loadsAgain, "tab", "the answer to its next click says so to the browser"),
                Figure.exactly(1, "open form alive after a graceful restart", alive ? 1 : 0, "form", "the same cookie, the same address: signed in, with what was answered, and confirmed")));
        figures.addAll(named("restart: ", told.against(crowd.database())));
        return figures;
    }

    private static List<Figure> named(String before, List<Figure> figures) {
        return figures.stream().map(figure -> figure.named(before + figure.name())).toList();
    }

    /** On a disk of its own, a file with a file system in it, as small as wanted; nobody but root may mount one. */
    private static List<Figure> diskFull(Ground ground, HttpClient client) throws Exception {
        Path base = Base.of(ground);
        Path disk = smallDisk(ground, (size(base) >> 20) + ROOM);
        if (disk == null) {
            return List.of();
        }
        Base.copy(base, disk.resolve("database"));
        var database = ground.keep(Database.start(disk.resolve("database")));
        var crowd = new Crowd(ground.server(database, Server.Options.usual()), database, client);
        var told = new Told();
        var hot = hot(crowd, told);
        var families = Seed.residents(database, CENTRE, AT_MOST);
        crowd.prepare(hot, families);
        ground.say(families.size() + " families come in");
        var tabs = crowd.open(CENTRE, hot, families);
        Path ballast = disk.resolve("ballast");
        fill(ballast);
        int rows = useUpHistory(database, hot);
        fill(ballast);
        ground.say("the disk is full, and so is the table of the history after " + rows + " rows");
        List<Integer> refused = new ArrayList<>();
        int pressed = 0;
        var words = new TreeSet<String>();
        for (; pressed < tabs.size() && refused.size() < REFUSED && database.process().isAlive(); pressed++) {
            if (!confirm(tabs.get(pressed), families.get(pressed), hot, told, words)) {
                refused.add(pressed);
            }
        }
        ground.note("said while the disk was full", words.toString());
        int readable = page(crowd).statusCode();
        boolean died = !database.process().isAlive();
        List<Figure> figures = new ArrayList<>(List.of(
                Figure.info("pressed on a full disk", pressed, "families", "0 bytes left, and no room in the table of the history, the last that a registration writes to"),
                Figure.atLeast(1, "refused for want of room", refused.size(), "families", "if nobody was, the disk was not full for the tables"),
                Figure.info("a public page then", readable, "", "HTTP status"),
                Figure.info("database server ended on the full disk", died ? 1 : 0, "", "its supervisor starts it again, see below")));
        Files.delete(ballast);
        ground.say("there is room again; " + refused.size() + " of " + pressed + " were refused");
        long begin = System.nanoTime();
        if (!database.process().isAlive()) {
            database.startAgain();
        }
        awaitPage(crowd);
        figures.add(Figure.atMost(30, "service after there is room", (System.nanoTime() - begin) / 1e9, "s", "until a public page with activities, nobody does anything else"));
        figures.addAll(named("disk full: ", told.against(database)));
        figures.add(Figure.exactly(0, "written of those that were refused", told.traces(database, refused.stream().map(families::get).toList(), hot), "rows",
                "their requests and registrations, before they press again"));
        int after = 0;
        for (int who : refused) {
            // the same tab sends its click again; one whose screen has changed is opened again
            boolean done = confirm(tabs.get(who), families.get(who), hot, told)
                    || confirm(crowd.open(CENTRE, hot, families.subList(who, who + 1)).getFirst(), families.get(who), hot, told);
            after += done ? 1 : 0;
        }
        figures.add(Figure.exactly(refused.size(), "registered as soon as there is room", after, "families", "those that were refused press again"));
        figures.addAll(named("room again: ", told.against(database)));
        return figures;
    }

    /**
     * Tables have some room of their own on a full disk. That of the history is used up here, so that registrations fail at their last
     * step, with all the others done: large rows first, then small ones for the corners.
     */
    private static int useUpHistory(Database database, HotActivity hot) throws SQLException {
        String registration = database.text("SELECT id FROM registration WHERE centre_id = '" + hot.centre() + "' LIMIT 1");
        int rows = 0;
        for (int size : new int[] {400, 40, 1}) {
            try (var connection = database.connection(); var insert = connection.prepareStatement("""
                    INSERT INTO registration_step (id, reason, centre_id, registration_id, actor, from_state, to_state, happened_at)
                    VALUES (?, ?, ?, ?, 'SYSTEM', 'WAITING', 'WAITING', UTC_TIMESTAMP())""")) {
                while (true) {
                    insert.setString(1, Ids.next().toString());
                    insert.setString(2, "x".repeat(size));
                    insert.setString(3, hot.centre().toString());
                    insert.setString(4, registration);
                    insert.executeUpdate();
                    rows++;
                }
            } catch (SQLException e) {
                if (e.getErrorCode() != TABLE_IS_FULL) {
                    throw e;
                }
            }
        }
        return rows;
    }

    /** ext4 in a file, else in memory; nothing when neither may be mounted here. */
    private static @Nullable Path smallDisk(Ground ground, long megabytes) throws Exception {
        Path disk = Files.createDirectories(ground.folder().resolve("small-disk"));
        Path image = ground.folder().resolve("small-disk.img");
        run("umount", "-l", disk.toString());
        try (var file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(megabytes << 20);
        }
        // without the share that is kept for root, who is who we are
        boolean mounted = run("mkfs.ext4", "-q", "-F", "-m", "0", image.toString()) == 0 && run("mount", "-o", "loop", image.toString(), disk.toString()) == 0;
        String kind = "ext4 in a file of " + megabytes + " MB";
        if (!mounted) {
            mounted = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "preau-bench", disk.toString()) == 0;
            kind = "tmpfs of " + megabytes + " MB";
        }
        ground.note("small disk", mounted ? kind : "not measured: this account may not mount");
        ground.keep(() -> {
            run("umount", "-l", disk.toString());
            Files.deleteIfExists(image);
        });
        return mounted ? disk : null;
    }

    private static boolean confirm(FlowClient tab, Seed.Resident family, HotActivity hot, Told told) throws InterruptedException {
        return confirm(tab, family, hot, told, new TreeSet<>());
    }

    /** @param words what was said instead of a confirmation */
    private static boolean confirm(FlowClient tab, Seed.Resident family, HotActivity hot, Told told, Set<String> words) throws InterruptedException {
        try {
            var rank = Crowd.confirm(tab);
            if (rank == null) {
                words.add(tab.news().strip().replace('\n', ' '));
                return false;
            }
            told.add(family, hot, rank);
            return true;
        } catch (IOException e) {
            words.add(String.valueOf(e.getMessage()).replaceAll(" for .*| in: .*", ""));
            return false;
        }
    }

    private static HotActivity hot(Crowd crowd, Told told) throws Exception {
        var hot = HotActivity.open(crowd.database(), CENTRE, 1, PLACES);
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

    private static void fill(Path ballast) throws IOException {
        byte[] block = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
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
