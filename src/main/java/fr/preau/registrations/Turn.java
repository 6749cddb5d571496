package fr.preau.registrations;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A party's turn in the list (R5): priority first, then the instant it asked, taken under the lock and told apart to the
 * microsecond, then its id.
 */
@Embeddable
public record Turn(@Column(name = "party_id") UUID party, int priority, Instant queuedAt) {

    /** Nobody is before others but by the hour, until a centre has published rules of priority. */
    static final int ORDINARY = 100;

    /**
     * In SQL, of the registration {@code r}: how many parties in one of these states have an earlier turn for the same. Who waited
     * together and goes on one by one has the same instant.
     */
    static String partiesBefore(Set<RegistrationState> states) {
        return """
                (SELECT COUNT(DISTINCT w.party_id) FROM registration w
                 WHERE w.centre_id = r.centre_id AND w.group_id = r.group_id AND w.state IN (%s) AND w.session_id <=> r.session_id
                   AND (w.priority < r.priority OR w.priority = r.priority AND (w.queued_at < r.queued_at
                     OR w.queued_at = r.queued_at AND w.party_id < r.party_id)))"""
                .formatted(states.stream().map(state -> "'" + state + "'").sorted().collect(Collectors.joining(", ")));
    }

    /** The same, of those that count for the rank that a family is told. */
    public static String partiesBefore() {
        return partiesBefore(Registrations.COUNT_FOR_RANK);
    }

    /** The same turn, for one who goes on waiting in another party. */
    Turn ofParty(UUID other) {
        return new Turn(other, priority, queuedAt);
    }
}
