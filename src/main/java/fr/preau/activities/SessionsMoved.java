package fr.preau.activities;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * These sessions of a group take place at another time: all that one gesture moved. Heard in the same transaction, under the
 * group's lock.
 *
 * @param gesture names it; the sessions keep it, see {@link ActivitySession}
 * @param lastEnd when the last of them ends now
 */
public record SessionsMoved(UUID gesture, List<UUID> sessions, Instant lastEnd) {

    public SessionsMoved {
        sessions = List.copyOf(sessions);
    }
}
