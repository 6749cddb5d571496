package fr.preau.activities;

import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that is said about an activity.
 *
 * @param reason  why it is suspended or cancelled
 * @param version to notice that somebody else changed it meanwhile
 */
public record ActivitySheet(UUID id, String slug, About about, @Nullable Photo photo, AdmissionRules rules, ActivityStatus status, @Nullable String reason,
                            Availability availability, List<GroupSheet> groups, Instant changedAt, int version)
        implements Serializable {

    /** The first planned session that begins after this moment. */
    public Optional<SessionRecord> next(Instant now) {
        return groups.stream().flatMap(group -> group.sessions().stream())
                .filter(session -> session.isToCome(now))
                .min(Comparator.comparing(SessionRecord::startsAt));
    }

    /** One of its groups. */
    public Optional<GroupSheet> group(UUID groupId) {
        return groups.stream().filter(group -> group.id().equals(groupId)).findFirst();
    }
}
