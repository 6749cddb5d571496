package fr.preau.activities;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All sessions of the current centre. */
interface ActivitySessions extends Repository<ActivitySession, UUID> {

    ActivitySession save(ActivitySession session);

    void delete(ActivitySession session);

    Optional<ActivitySession> findOneById(UUID id);

    List<ActivitySession> findByIdIn(Collection<UUID> ids);

    List<ActivitySession> findByGroupIdInOrderByStartsAtAscIdAsc(Collection<UUID> groups);

    /** What calendars know of the sessions to come is older from now on; no change that an open form could lose. */
    @Modifying
    @Query("""
            update ActivitySession s set s.sequence = s.sequence + 1
            where s.startsAt > :now and s.status = fr.preau.activities.SessionStatus.PLANNED
              and s.groupId in (select g.id from ActivityGroup g where g.activityId = :activity)""")
    void outdateInCalendars(UUID activity, Instant now);
}
