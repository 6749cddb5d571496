package fr.preau.bench;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long each answer took, from many threads. */
final class Latencies {

    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

    void add(long someNanos) {
        nanos.add(someNanos);
    }

    int count() {
        return nanos.size();
    }

    /** The time below which this share of all answers lay, in milliseconds. */
    double percentile(double share) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[Math.min(sorted.length - 1, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
    }

    /** How many took longer than this, in milliseconds. */
    long above(double milliseconds) {
        return nanos.stream().filter(one -> one / 1e6 > milliseconds).count();
    }
}
