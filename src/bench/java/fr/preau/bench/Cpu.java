package fr.preau.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Seconds of processor time of another process, from {@code /proc/PID/stat}: solid even on a machine that others use. */
final class Cpu {

    /** Clock ticks of Linux a second; {@code getconf CLK_TCK} has said 100 for decades. */
    private static final double TICKS = 100;

    private Cpu() {
    }

    static double seconds(ProcessHandle process) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
        // the name in brackets may hold blanks; after it utime and stime are the 12th and 13th field
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
    }
}
