package fr.preau.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Seconds of processor time, from {@code /proc}: solid even on a machine that others use. */
final class Cpu {

    /** Clock ticks of Linux a second; {@code getconf CLK_TCK} has said 100 for decades. */
    private static final double TICKS = 100;

    private Cpu() {
    }

    /** What this process has used. */
    static double seconds(ProcessHandle process) throws IOException {
        return ticks(process, 2) / TICKS;
    }

    /** What this process has used and those that it started, the ones that are over and the ones that run. */
    static double secondsOfFamily(ProcessHandle process) throws IOException {
        long ticks = ticks(process, 4);
        for (ProcessHandle one : process.descendants().toList()) {
            try {
                ticks += ticks(one, 4);
            } catch (IOException over) {
                // it has just ended: who started it has its time now
            }
        }
        return ticks / TICKS;
    }

    /** @param fields 2 for its own time, 4 with that of its children who are over */
    private static long ticks(ProcessHandle process, int fields) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
        // the name in brackets may hold blanks; after it utime, stime, cutime and cstime are the 12th field and those behind it
        String[] all = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = 0;
        for (int i = 0; i < fields; i++) {
            ticks += Long.parseLong(all[11 + i]);
        }
        return ticks;
    }

    /**
     * What the whole machine has done since it started.
     *
     * @param stolen what its host gave to somebody else meanwhile
     */
    record Machine(double busy, double stolen) {
    }

    static Machine machine() throws IOException {
        String[] all = Files.readAllLines(Path.of("/proc/stat")).getFirst().split("\\s+");
        // user, nice, system; then idle and waiting for a disk; then interrupts, and what the host has stolen
        double busy = 0;
        for (int field : new int[] {1, 2, 3, 6, 7}) {
            busy += Long.parseLong(all[field]);
        }
        return new Machine(busy / TICKS, Long.parseLong(all[8]) / TICKS);
    }
}
