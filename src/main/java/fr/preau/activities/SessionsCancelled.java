package fr.preau.activities;

import java.util.List;
import java.util.UUID;

/**
 * These sessions of a group do not take place: all that one gesture cancelled. Heard in the same transaction, under the
 * group's lock.
 *
 * @param gesture names it; the sessions keep it, see {@link ActivitySession}
 * @param reason  what the people concerned are told, as one line
 */
public record SessionsCancelled(UUID groupId, UUID gesture, List<UUID> sessions, String reason) {

    public SessionsCancelled {
        sessions = List.copyOf(sessions);
    }
}
