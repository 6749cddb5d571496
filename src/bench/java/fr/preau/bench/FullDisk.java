package fr.preau.bench;

import fr.preau.base.Ids;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The disk of the database is full: a disk of its own, a file with a file system in it, as small as wanted; nobody but root may mount one. */
final class FullDisk {

    /**
     * Room on the small disk beyond the base, in megabytes, a third of it for the file system; the rest is taken by something else before
     * people come.
     */
    private static final int ROOM = 320;
    /** People come until so many were refused, or nobody is left. */
    private static final int REFUSED = 20;
    private static final int AT_MOST = 100;
    /** ER_RECORD_FILE_FULL */
    private static final int TABLE_IS_FULL = 1114;

    private final Ground ground;
    private final Path ballast;
    private final Scene scene;
    private final Database database;

    private FullDisk(Ground ground, Path disk, Scene scene) {
        this.ground = ground;
        this.ballast = disk.resolve("ballast");
        this.scene = scene;
        this.database = scene.crowd().database();
    }

    static List<Figure> measure(Ground ground, HttpClient client) throws Exception {
        Path base = Base.of(ground);
        Path disk = smallDisk(ground, (size(base) >> 20) + ROOM);
        if (disk == null) {
            return List.of();
        }
        Base.copy(base, disk.resolve("database"));
        var database = ground.keep(Database.start(disk.resolve("database")));
        var crowd = new Crowd(ground.server(database, Server.Options.usual()), database, client);
        return new FullDisk(ground, disk, Scene.of(crowd, AT_MOST)).measure();
    }

    private List<Figure> measure() throws Exception {
        ground.say(scene.families().size() + " families come in");
        var tabs = scene.open();
        fill(ballast);
        int rows = useUpHistory(database, scene.hot());
        fill(ballast);
        ground.say("the disk is full, and so is the table of the history after " + rows + " rows");
        List<Integer> refused = new ArrayList<>();
        List<Figure> figures = new ArrayList<>(full(tabs, refused));
        Files.delete(ballast);
        ground.say("there is room again; " + refused.size() + " were refused");
        figures.addAll(roomAgain(tabs, refused));
        return figures;
    }

    /** @param refused is told who got no place for want of room */
    private List<Figure> full(List<FlowClient> tabs, List<Integer> refused) throws Exception {
        int pressed = 0;
        var words = new TreeSet<String>();
        for (; pressed < tabs.size() && refused.size() < REFUSED && database.process().isAlive(); pressed++) {
            if (!scene.confirm(tabs.get(pressed), pressed, words)) {
                refused.add(pressed);
            }
        }
        ground.note("said while the disk was full", words.toString());
        int readable = scene.page().statusCode();
        boolean died = !database.process().isAlive();
        return List.of(
                Figure.info("pressed on a full disk", pressed, "families",
                        "0 bytes left, and no room in the table of the history, the last that a registration writes to"),
                Figure.atLeast(1, "refused for want of room", refused.size(), "families", "if nobody was, the disk was not full for the tables"),
                Figure.info("a public page then", readable, "", "HTTP status of the list of activities on the full disk"),
                Figure.info("database server ended on the full disk", died ? 1 : 0, "", "its supervisor starts it again, see below"));
    }

    private List<Figure> roomAgain(List<FlowClient> tabs, List<Integer> refused) throws Exception {
        if (!database.process().isAlive()) {
            database.startAgain();
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.atMost(30, "service after there is room", scene.awaitPage(), "s",
                "until a public page with activities, nobody does anything else"));
        figures.addAll(scene.truth("disk full"));
        figures.add(Figure.exactly(0, "written of those that were refused",
                scene.told().traces(database, refused.stream().map(scene.families()::get).toList(), scene.hot()), "rows",
                "their requests and registrations, before they press again"));
        int after = 0;
        for (int who : refused) {
            // the same tab sends its click again; one whose screen has changed is opened again
            after += scene.confirm(tabs.get(who), who) || scene.confirm(scene.openAgain(who), who) ? 1 : 0;
        }
        figures.add(Figure.exactly(refused.size(), "registered as soon as there is room", after, "families", "those that were refused press again"));
        figures.addAll(scene.truth("room again"));
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
        boolean mounted = run("mkfs.ext4", "-q", "-F", "-m", "0", image.toString()) == 0 && run("mount", "-o", "loop", image.toString(),
                disk.toString()) == 0;
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
