package fr.preau.bench;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What many people do at once, and how long each of them waits.
 *
 * @param thinking   between two acts of one of them, on average
 * @param activities of each centre
 * @param measured   whether what is done now counts
 * @param screens    those of all answers that are of the app, without the public pages
 */
record Afternoon(Crowd crowd, Duration thinking, int activities, AtomicBoolean measured, AtomicBoolean over, Latencies all, Latencies screens,
                 Map<String, Latencies> times, Map<String, Integer> failures, AtomicInteger stayed) {

    private static final String PUBLIC = "public: ";

    Afternoon(Crowd crowd, Duration thinking, int activities) {
        this(crowd, thinking, activities, new AtomicBoolean(), new AtomicBoolean(), new Latencies(), new Latencies(), new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>(), new AtomicInteger());
    }

    /** As a public page stands in the report. */
    static String page(String name) {
        return PUBLIC + name;
    }

    /** @param done what it was, as it stands in the report */
    void took(String done, long nanos) {
        all.add(nanos);
        if (!done.startsWith(PUBLIC)) {
            screens.add(nanos);
        }
        times.computeIfAbsent(done, name -> new Latencies()).add(nanos);
    }

    void failed(String how) {
        failures.merge(how, 1, Integer::sum);
    }
}
