package fr.preau.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * What a bench stands on: a folder below {@code target/bench}, a database server of its own, the application. At the end all
 * that was started is stopped.
 */
final class Ground implements AutoCloseable {

    private static final String THEN = "; then ";
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final String name;
    private final Path target;
    private final Map<String, Double> options;
    private final Deque<AutoCloseable> started = new ConcurrentLinkedDeque<>();
    private final Map<String, String> machine = new LinkedHashMap<>();
    private final Others others;
    private boolean closed;

    Ground(String name, Path target, Map<String, Double> options) throws IOException, InterruptedException {
        this.others = Others.watched();
        this.name = name;
        this.target = target;
        this.options = options;
        // Ctrl-C in the middle leaves no server and no mounted disk behind
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                close();
            } catch (Exception e) {
                say(e.toString());
            }
        }));
    }

    /** The bench's own folder. */
    Path folder() {
        return target.resolve("bench").resolve("work-" + name);
    }

    /** Where the build has put the application. */
    Path target() {
        return target;
    }

    /** How large the seeded base is; 1 is the one that figures count on. */
    double factor() {
        return options.getOrDefault("factor", 1.0);
    }

    /** What was asked with {@code --name=number}, or what the bench does usually; the report says which. */
    int option(String option, int usual) {
        int chosen = options.getOrDefault(option, (double) usual).intValue();
        note(option, chosen + (chosen == usual ? "" : ", not the usual " + usual));
        return chosen;
    }

    /** How far a long bench is. */
    void say(String progress) {
        OUT.println("  " + LocalTime.now().truncatedTo(ChronoUnit.SECONDS) + " " + name + ": " + progress);
    }

    /** A database server on a fresh copy of the seeded base. The first call of all makes the base, which takes minutes. */
    Database seededDatabase() throws Exception {
        Path base = Base.of(this);
        Path copy = folder().resolve("database");
        Files.createDirectories(folder());
        Base.copy(base, copy);
        return database(copy);
    }

    /** A database server without any table. */
    Database emptyDatabase() throws IOException, SQLException {
        Path fresh = folder().resolve("database");
        Base.delete(fresh);
        return database(fresh);
    }

    private Database database(Path home) throws SQLException {
        var database = keep(Database.start(home));
        noteToo("MariaDB", database.settings());
        return database;
    }

    /** The built application, healthy, on this database. */
    Server server(Database database, Server.Options options) throws Exception {
        var server = keep(new Server(this, database, options));
        noteToo("application", options.toString());
        server.start();
        noteToo("JVM", Jvm.said(server.process()));
        return server;
    }

    /** Something to close at the end, last first. */
    <T extends AutoCloseable> T keep(T thing) {
        started.push(thing);
        return thing;
    }

    /** Something that has to be known to judge the figures. */
    void note(String what, String value) {
        machine.put(what, value);
    }

    /** The same of several things that a bench stands on, one after the other; those that are alike are said once. */
    void noteToo(String what, String value) {
        machine.merge(what, value, (before, now) -> List.of(before.split(THEN)).contains(now) ? before : before + THEN + now);
    }

    Map<String, String> machine() throws IOException, InterruptedException {
        var all = new LinkedHashMap<String, String>();
        all.put("date", ZonedDateTime.now().format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm z")));
        all.put("code", commit());
        all.put("machine", Runtime.getRuntime().availableProcessors() + " cores, " + memory() + ", " + processor());
        all.put("load", others.loads());
        all.put("others on it", others.said());
        all.put("JDK", System.getProperty("java.vendor.version", "") + " " + System.getProperty("java.version"));
        all.put("base", factor() == 1 ? "whole" : "factor " + factor());
        all.putAll(machine);
        return all;
    }

    /** Which code was measured. */
    private static String commit() {
        try {
            String changes = git("status", "--porcelain", "--untracked-files=no", "--", "src/main", "frontend", "pom.xml");
            return git("rev-parse", "--short", "HEAD") + (changes.isEmpty() ? "" : ", with changes");
        } catch (IOException e) {
            return "not from a clone";
        }
    }

    private static String git(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private static String memory() throws IOException {
        String total = Files.readAllLines(Path.of("/proc/meminfo")).getFirst().replaceAll("[^0-9]", "");
        return Math.round(Long.parseLong(total) / 1048576.0) + " GB";
    }

    private static String processor() throws IOException {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name")).map(line -> line.substring(line.indexOf(':') + 2)).findFirst().orElse("?");
        }
    }

    @Override
    public synchronized void close() throws Exception {
        if (closed) {
            return;
        }
        closed = true;
        while (!started.isEmpty()) {
            started.pop().close();
        }
        Base.delete(folder().resolve("database"));
    }
}
