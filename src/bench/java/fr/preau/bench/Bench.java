package fr.preau.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs benches by name, or all of them: {@code ./preau bench [name…] [--factor=0.1]}. The factor makes the seeded base smaller,
 * for tries; figures count with the whole one only.
 */
public final class Bench {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    /** All there are, in the order in which they run. */
    private static final Map<String, Measurement> ALL = new LinkedHashMap<>();

    static {
        ALL.put("seed", new SeedBench());
        ALL.put("door", new DoorBench());
        ALL.put("service", new ServiceBench());
        ALL.put("rush", new RushBench());
        ALL.put("users", new UsersBench());
        ALL.put("pages", new PagesBench());
        ALL.put("start", new StartBench());
        ALL.put("faults", new FaultsBench());
        ALL.put("outage", new OutageBench());
        ALL.put("sessions", new SessionsBench());
    }

    private Bench() {
    }

    public static void main(String[] arguments) throws Exception {
        double factor = 1;
        List<String> names = new ArrayList<>();
        for (String argument : arguments) {
            if (argument.startsWith("--factor=")) {
                factor = Double.parseDouble(argument.substring("--factor=".length()));
            } else {
                names.add(argument);
            }
        }
        if (!ALL.keySet().containsAll(names)) {
            OUT.println(String.join(" ", ALL.keySet()));
            System.exit(2);
        }
        boolean failed = false;
        for (String name : names.isEmpty() ? List.copyOf(ALL.keySet()) : names) {
            failed |= !run(name, factor);
        }
        System.exit(failed ? 1 : 0);
    }

    /** @return whether it came to its end; a figure that is not reached is an answer too, and the table says so */
    private static boolean run(String name, double factor) {
        Path target = Path.of("target").toAbsolutePath();
        try (var ground = new Ground(name, target, factor)) {
            var figures = ALL.get(name).measure(ground);
            var report = new Report(name, ground.machine(), figures);
            report.write(target.resolve("bench"));
            OUT.println(report.text());
            return true;
        } catch (Exception e) {
            OUT.println(name + ": " + e);
            e.printStackTrace(OUT);
            return false;
        }
    }
}
