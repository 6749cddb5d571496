package fr.preau.registrations;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * A party's turn in the list (R5): priority first, then the instant it asked, taken under the lock and told apart to the
 * microsecond, then its id.
 */
record Turn(UUID party, int priority, Instant queuedAt) implements Comparable<Turn> {

    /** Nobody is before others but by the hour, until a centre has published rules of priority. */
    static final int ORDINARY = 100;

    private static final Comparator<Turn> ORDER = Comparator.comparingInt(Turn::priority)
            .thenComparing(Turn::queuedAt).thenComparing(turn -> turn.party().toString());

    @Override
    public int compareTo(Turn other) {
        return ORDER.compare(this, other);
    }
}
