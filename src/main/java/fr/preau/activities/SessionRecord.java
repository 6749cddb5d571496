package fr.preau.activities;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A session as screens and messages read it.
 *
 * @param taken      people who hold a place, those overbooked included
 * @param overbooked people who were let in beyond the places and are counted beside them
 * @param sequence   for calendars: grows with each move or cancellation
 */
public record SessionRecord(UUID id, UUID groupId, Instant startsAt, Instant endsAt, int places, int taken, int waiting,
                            int overbooked, SessionStatus status, @Nullable String reason, int sequence, int version)
        implements Serializable {

    /** Places that a newcomer could have: none while somebody waits. */
    public int free() {
        return waiting > 0 ? 0 : Math.max(0, places - taken);
    }

    /** How many of those let in beyond the places are more than these now; while others wait, there may be places that are kept for them. */
    public int beyond() {
        return Math.clamp(taken - places, 0, overbooked);
    }

    public boolean isPlanned() {
        return status == SessionStatus.PLANNED;
    }

    /** Whether it takes place and has not begun by then. */
    public boolean isToCome(Instant now) {
        return isPlanned() && startsAt.isAfter(now);
    }
}
