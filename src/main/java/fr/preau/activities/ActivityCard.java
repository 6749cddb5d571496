package fr.preau.activities;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An activity in a list.
 *
 * @param next   the next session, nothing when none is to come
 * @param series the weekly series of its groups
 * @param hours  at what hours the sessions to come of these series are, the soonest first
 */
public record ActivityCard(UUID id, String slug, String title, Category category, Audience audience, ActivityStatus status, String place,
                           Availability availability, @Nullable SessionRecord next, List<WeeklySeries> series, List<Rhythm.Hours> hours,
                           Instant changedAt)
        implements Serializable {
}
