package fr.preau.registrations;

import static fr.preau.base.UtcColumns.utc;

import fr.preau.base.CurrentCentre;
import fr.preau.messaging.LetterFates;
import java.time.Duration;
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
            WHERE NOT EXISTS (
              SELECT 1 FROM activity_session d
              WHERE d.centre_id = :centre AND d.group_id = r.group_id AND (r.session_id IS NULL OR d.id = r.session_id)
                AND d.status = 'PLANNED' AND IF(r.state = 'CONFIRMED', d.ends_at, d.starts_at) > :now)
            """;
    private static final String UNDER_WAY = "r.state IN ('REQUESTED', 'PRE_REGISTERED', 'WAITING', 'OFFERED', 'CONFIRMED')";

    /** Longer than an offer with a deadline stays open. */
    private static final Duration LATELY = Duration.ofDays(30);

    private final JdbcClient database;
    private final LetterFates letters;

    RoundQueries(JdbcClient database, LetterFates letters) {
        this.database = database;
        this.letters = letters;
    }

    /** Offers that would end by themselves and of which their families will know nothing: all letters were given up, and nobody called. */
    List<UUID> offersOfWhichNobodyWillHear(Instant now) {
        var givenUp = letters.givenUp(LetterKind.PLACE_OFFERED.kind(), now.minus(LATELY));
        return givenUp.isEmpty() ? List.of() : database.sql("""
                SELECT o.id FROM place_offer o
                WHERE o.centre_id = :centre AND o.id IN (:offers) AND o.state = 'OPEN' AND o.deadline IS NOT NULL
                  AND NOT EXISTS (SELECT 1 FROM call_task t WHERE t.centre_id = o.centre_id AND t.offer_id = o.id AND t.done_at IS NOT NULL)""")
                .param("centre", CurrentCentre.require()).param("offers", givenUp).query(UUID.class).list().stream()
                .filter(offer -> !letters.mayBeRead(LetterKey.of(LetterKind.PLACE_OFFERED, offer).toAnyAddress())).toList();
    }

    /** Asked once for each kind of place in a group, not for each person who has it: every minute, for every centre. */
    List<UUID> groupsPastTheirSessions(Instant now) {
        return database.sql("""
                SELECT DISTINCT r.group_id
                FROM (SELECT DISTINCT r.group_id, r.session_id, r.state FROM registration r WHERE r.centre_id = :centre AND %s) r
                """.formatted(UNDER_WAY) + PAST)
                .param("centre", CurrentCentre.require()).param("now", utc(now)).query(UUID.class).list();
    }

    List<UUID> pastTheirSessions(UUID group, Instant now) {
        return database.sql("SELECT r.id FROM registration r " + PAST + "AND r.centre_id = :centre AND r.group_id = :group AND " + UNDER_WAY)
                .param("centre", CurrentCentre.require()).param("now", utc(now)).param("group", group).query(UUID.class).list();
    }

    /**
     * Series whose first party would now fit into every session to come: the one that was full has begun, so nobody gave a place
     * back and nobody was told. A look by key for each group, and three more where somebody waits for the series.
     */
    List<UUID> seriesWithRoomForTheHead(Instant now) {
        return database.sql("""
                SELECT w.group_id FROM waiting_line w
                JOIN activity_group g ON g.centre_id = w.centre_id AND g.id = w.group_id
                JOIN activity a ON a.centre_id = g.centre_id AND a.id = g.activity_id
                WHERE w.centre_id = :centre AND w.id = w.group_id AND w.parties > 0 AND a.status = 'PUBLISHED'
                  AND (SELECT MIN(d.places + d.overbooked - d.taken) FROM activity_session d
                       WHERE d.centre_id = :centre AND d.group_id = w.group_id AND d.status = 'PLANNED' AND d.starts_at > :now)
                   >= (SELECT COUNT(*) FROM registration p
                       WHERE p.centre_id = :centre AND p.state = 'WAITING' AND p.party_id = (
                         SELECT r.party_id FROM registration r
                         WHERE r.centre_id = :centre AND r.group_id = w.group_id AND r.state = 'WAITING' AND r.session_id IS NULL
                         ORDER BY r.priority, r.queued_at, r.party_id LIMIT 1))""")
                .param("centre", CurrentCentre.require()).param("now", utc(now)).query(UUID.class).list();
    }

    /** Somebody was taken out of her household in the instant in which she was registered. */
    List<UUID> registeredAndRemoved() {
        // Those who were removed are few; the database would begin with the registrations.
        return database.sql("""
                SELECT STRAIGHT_JOIN DISTINCT r.person_id FROM person p
                JOIN registration r ON r.centre_id = p.centre_id AND r.person_id = p.id
                WHERE p.centre_id = :centre AND p.removed_at IS NOT NULL AND\s""" + UNDER_WAY)
                .param("centre", CurrentCentre.require()).query(UUID.class).list();
    }
}
