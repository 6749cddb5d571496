package fr.preau.activities;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group on the sheet of its activity.
 *
 * @param name     empty when the activity has one group only
 * @param series   nothing when its dates follow no rule
 * @param sessions by time: those to come for the public, all of them for the staff
 */
public record GroupSheet(UUID id, String name, Booking booking, int defaultPlaces, @Nullable WeeklySeries series, Availability availability,
                         List<SessionRecord> sessions) implements Serializable {

    /** The sessions that take place and have not begun by then. */
    public List<SessionRecord> toCome(Instant now) {
        return sessions.stream().filter(session -> session.isToCome(now)).toList();
    }
}
