package fr.preau.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * When something died and when there was service again, against the letters that came twice. A letter may come twice only when its sender
 * had the mail server's yes and could not note it any more: then its earlier copy came at a blow, and not at any other time.
 */
final class Blows {

    /** So long before the blow a letter may have been in hand: between the mail server's yes and the note of it, on a machine with a queue. */
    private static final Duration IN_HAND = Duration.ofSeconds(5);

    private record Blow(Instant fell, Instant back) {

        boolean explains(Instant copy) {
            return copy.isAfter(fell.minus(IN_HAND)) && copy.isBefore(back);
        }

        Duration from(Instant copy) {
            return Duration.between(fell, copy).abs();
        }
    }

    private final List<Blow> all = new ArrayList<>();

    void add(Instant fell, Instant back) {
        all.add(new Blow(fell, back));
    }

    /** @param arrivals when each copy of each letter came */
    List<Figure> against(Map<String, List<Instant>> arrivals) {
        // the last copy is the one that was noted
        List<Instant> earlier = arrivals.values().stream().flatMap(copies -> copies.stream().sorted().limit(copies.size() - 1L)).toList();
        double farthest = earlier.stream().map(this::distance).mapToDouble(Blows::seconds).max().orElse(0);
        long strange = earlier.stream().filter(copy -> all.stream().noneMatch(blow -> blow.explains(copy))).count();
        double longest = all.stream().map(blow -> Duration.between(blow.fell, blow.back)).mapToDouble(Blows::seconds).max().orElse(0);
        return List.of(
                Figure.atMost(longest, "farthest letter twice from its blow", farthest, "s",
                        "from the arrival of its earlier copy to the nearest kill; at most as long as the longest time without service"),
                Figure.exactly(0, "letters twice without a blow", strange, "letters",
                        "whose earlier copy came neither in the " + IN_HAND.toSeconds() + " s before a kill nor between it and the first page"));
    }

    private Duration distance(Instant copy) {
        return all.stream().map(blow -> blow.from(copy)).min(Comparator.naturalOrder()).orElse(Duration.ofDays(1));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
