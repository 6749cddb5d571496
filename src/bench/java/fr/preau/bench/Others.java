package fr.preau.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What others do on the machine, who make every time worth less: all processor time but that of the bench and of what it started. A load
 * average would count the bench itself.
 */
final class Others {

    private static final Duration LOOK = Duration.ofSeconds(2);

    private final String loadBefore;
    private final String before;
    private final Moment begin;

    private Others(String loadBefore, String before, Moment begin) {
        this.loadBefore = loadBefore;
        this.before = before;
        this.begin = begin;
    }

    /** Seconds until now. */
    private record Moment(long nanos, Cpu.Machine machine, double ours) {

        static Moment now() throws IOException {
            return new Moment(System.nanoTime(), Cpu.machine(), Cpu.secondsOfFamily(ProcessHandle.current()));
        }

        /** How many processors others had from then to now, on average. */
        String since(Moment then) {
            double seconds = (nanos - then.nanos) / 1e9;
            double others = machine.busy() - then.machine.busy() - (ours - then.ours);
            double stolen = machine.stolen() - then.machine.stolen();
            // both are counted in ticks, not at the same instant
            return Report.number(Math.max(0, others) / seconds)
                    + (stolen > 0 ? " and " + Report.number(stolen / seconds) + " stolen by the host" : "");
        }
    }

    /** To be asked before the bench does anything. */
    static Others watched() throws IOException, InterruptedException {
        String load = load();
        String before = look();
        return new Others(load, before, Moment.now());
    }

    String loads() throws IOException {
        return loadBefore + " before, " + load() + " after, the bench’s own in it";
    }

    /** Before, while it was measured, and after. */
    String said() throws IOException, InterruptedException {
        String meanwhile = Moment.now().since(begin);
        return before + " before, " + meanwhile + " meanwhile, " + look() + " after; processors, of " + Runtime.getRuntime().availableProcessors();
    }

    private static String look() throws IOException, InterruptedException {
        var then = Moment.now();
        TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        return Moment.now().since(then);
    }

    private static String load() throws IOException {
        String[] loads = Files.readString(Path.of("/proc/loadavg")).split(" ");
        return String.join(" ", loads[0], loads[1], loads[2]);
    }
}
