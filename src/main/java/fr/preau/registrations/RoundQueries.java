package fr.preau.registrations;

import static fr.preau.base.UtcColumns.utc;

import fr.preau.base.CurrentCentre;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what time has made due; SQL across tables, to read only, every statement names the centre. */
@Component
class RoundQueries {

    /** A place that is had is over when the last session has ended; one that is hoped for, when the last has begun. */
    private static final String PAST = """
            FROM registration r
            WHERE r.centre_id = :centre AND r.state IN ('REQUESTED', 'PRE_REGISTERED', 'WAITING', 'OFFERED', 'CONFIRMED')
              AND NOT EXISTS (
                SELECT 1 FROM activity_session d
                WHERE d.centre_id = r.centre_id AND d.group_id = r.group_id AND (r.session_id IS NULL OR d.id = r.session_id)
                  AND d.status = 'PLANNED' AND IF(r.state = 'CONFIRMED', d.ends_at, d.starts_at) > :now)""";

    private final JdbcClient database;

    RoundQueries(JdbcClient database) {
        this.database = database;
    }

    List<UUID> groupsPastTheirSessions(Instant now) {
        return database.sql("SELECT DISTINCT r.group_id " + PAST)
                .param("centre", CurrentCentre.require()).param("now", utc(now)).query(UUID.class).list();
    }

    List<UUID> pastTheirSessions(UUID group, Instant now) {
        return database.sql("SELECT r.id " + PAST + " AND r.group_id = :group")
                .param("centre", CurrentCentre.require()).param("now", utc(now)).param("group", group).query(UUID.class).list();
    }

    /** Somebody was taken out of her household in the instant in which she was registered. */
    List<UUID> registeredAndRemoved() {
        return database.sql("""
                SELECT DISTINCT r.person_id FROM registration r
                JOIN person p ON p.centre_id = r.centre_id AND p.id = r.person_id
                WHERE r.centre_id = :centre AND p.removed_at IS NOT NULL
                  AND r.state IN ('REQUESTED', 'PRE_REGISTERED', 'WAITING', 'OFFERED', 'CONFIRMED')""")
                .param("centre", CurrentCentre.require()).query(UUID.class).list();
    }
}
