package fr.preau.bench;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Runs benches by name, or all of them: {@code ./preau bench [name…] [--factor=0.1] [--rounds=100 …]}. The factor makes the seeded
 * base and its crowds smaller, for tries; figures count with the whole one only. What else may be chosen stands in each bench as
 * {@link Ground#option}, and each report says what was chosen.
 */
public final class Bench {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final Pattern OPTION = Pattern.compile("--([a-z-]+)=(\\d+(?:\\.\\d+)?)");
    /** How large the base is; rounds of a rush or of faults; seconds that the database is away; calls without a session. */
    private static final List<String> OPTIONS = List.of("factor", "rounds", "away", "anonymous");

    /** All there are, in the order in which they run. */
    private static final Map<String, Measurement> ALL = new LinkedHashMap<>();

    static {
        ALL.put("seed", new SeedBench());
        ALL.put("door", new DoorBench());
        ALL.put("service", new ServiceBench());
        ALL.put("rush", new RushBench());
        ALL.put("users", new UsersBench());
        ALL.put("pages", new PagesBench());
        ALL.put("screens", new ScreensBench());
        ALL.put("start", new StartBench());
        ALL.put("faults", new FaultsBench());
        ALL.put("outage", new OutageBench());
        ALL.put("sessions", new SessionsBench());
    }

    private Bench() {
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, Double> options = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (String argument : arguments) {
            var option = OPTION.matcher(argument);
            if (option.matches()) {
                options.put(option.group(1), Double.valueOf(option.group(2)));
            } else {
                names.add(argument);
            }
        }
        if (!ALL.keySet().containsAll(names) || !OPTIONS.containsAll(options.keySet())) {
            OUT.println(String.join(" ", ALL.keySet()) + " " + String.join(" ", OPTIONS.stream().map(option -> "[--" + option + "=…]").toList()));
            System.exit(2);
        }
        boolean failed = false;
        for (String name : names.isEmpty() ? List.copyOf(ALL.keySet()) : names) {
            failed |= !run(name, options);
        }
        System.exit(failed ? 1 : 0);
    }

    /** @return whether it came to its end; a figure that is not reached is an answer too, and the table says so */
    private static boolean run(String name, Map<String, Double> options) {
        Path target = Path.of("target").toAbsolutePath();
        try (var ground = new Ground(name, target, options)) {
            OUT.println(name + "…");
            Report.forget(name, target.resolve("bench"));
            long begin = System.nanoTime();
            var figures = ALL.get(name).measure(ground);
            ground.note("took", Math.round((System.nanoTime() - begin) / 6e10) + " minutes");
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
