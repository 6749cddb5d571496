package fr.preau.registrations;

import static fr.preau.base.IdColumns.id;
import static fr.preau.base.UtcColumns.instant;
import static fr.preau.base.UtcColumns.utc;

import fr.preau.base.CurrentCentre;
import fr.preau.registrations.TodayService.HoldLine;
import fr.preau.registrations.TodayService.OfferLine;
import fr.preau.registrations.TodayService.RequestLine;
import fr.preau.registrations.TodayService.SessionLine;
import fr.preau.registrations.attendance.AttendanceQueries;
import fr.preau.registrations.attendance.AttendanceSheet;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the day; SQL across tables, to read only, every statement names the centre. */
@Component
class TodayQueries {

    private static final String NOT_NOTED = """
            NOT EXISTS (SELECT 1 FROM attendance m
                        WHERE m.centre_id = s.centre_id AND m.session_id = s.session_id AND m.person_id = s.person_id AND m.mark IS NOT NULL)""";

    /** No more than asked, and nobody has seen her: {@link AttendanceSheet#offered()}. */
    private static final String ONLY_OFFERED = "r.state = 'OFFERED' AND " + NOT_NOTED;

    /** By their hour and no other way, so that a list that is full ends the search. */
    private static final String SESSIONS = """
            SELECT d.id, a.title, g.name, a.place, d.starts_at, LEAST(d.overbooked, GREATEST(0, d.taken - d.places)) AS overbooked,
                   (SELECT COUNT(*) FROM attendance n WHERE n.centre_id = d.centre_id AND n.session_id = d.id AND n.mark IS NOT NULL) AS noted
            FROM activity_session d
            STRAIGHT_JOIN activity_group g ON g.centre_id = d.centre_id AND g.id = d.group_id
            STRAIGHT_JOIN activity a ON a.centre_id = g.centre_id AND a.id = g.activity_id
            WHERE d.centre_id = :centre AND d.status = 'PLANNED' AND a.status <> 'DRAFT' AND d.starts_at >= :from AND d.starts_at < :to
            """;

    /**
     * Where as many were noted as have a seat, nobody lacks: two counts, instead of a look at each seat of a week. Where somebody has
     * left since, her mark may stand for another one's, and each seat is looked at.
     */
    private static final String MAY_LACK_SOMEBODY = """
            (d.taken > (SELECT COUNT(*) FROM attendance n
                        WHERE n.centre_id = d.centre_id AND n.session_id = d.id AND n.mark IS NOT NULL AND n.origin <> 'WALK_IN')
              OR EXISTS (SELECT 1 FROM seat x WHERE x.centre_id = d.centre_id AND x.session_id = d.id AND x.standing = 'RELEASED'))""";

    /**
     * Of one session.
     *
     * @param expected who is to come
     * @param offered  who may come, and has not said yes
     */
    record Counts(int expected, int offered) {

        static final Counts NOBODY = new Counts(0, 0);
    }

    private final JdbcClient database;

    TodayQueries(JdbcClient database) {
        this.database = database;
    }

    List<SessionLine> sessions(Instant from, Instant to, int limit) {
        return database.sql(SESSIONS + "ORDER BY d.starts_at, d.id LIMIT :limit").param("centre", CurrentCentre.require())
                .param("from", utc(from)).param("to", utc(to)).param("limit", limit).query(TodayQueries::listed).list();
    }

    /** Sessions that are over and where somebody expected has no mark; whoever was only offered a place was not expected. */
    List<SessionLine> unfilled(Instant from, Instant now, int limit) {
        return database.sql(SESSIONS + """
                  AND d.ends_at <= :to AND\s""" + MAY_LACK_SOMEBODY + """
                  AND EXISTS (
                    SELECT 1\s""" + AttendanceQueries.EXPECTED + """
                    WHERE s.centre_id = d.centre_id AND s.session_id = d.id AND s.standing = 'TAKEN'
                      AND r.state <> 'OFFERED' AND\s""" + NOT_NOTED + """
                    )
                ORDER BY d.starts_at DESC, d.id DESC LIMIT :limit""").param("centre", CurrentCentre.require())
                .param("from", utc(from)).param("to", utc(now)).param("limit", limit).query(TodayQueries::listed).list();
    }

    /**
     * Who is expected is counted as the sheet counts it: once a session has begun, not everybody is whose seat is taken. Each seat is
     * looked at once, for all these sessions together; one without anybody has no counts.
     */
    Map<UUID, Counts> counts(Collection<UUID> sessions) {
        var counts = new HashMap<UUID, Counts>();
        if (!sessions.isEmpty()) {
            database.sql("SELECT s.session_id, COUNT(*) AS seats, COUNT(IF(" + ONLY_OFFERED + ", 1, NULL)) AS offered " + AttendanceQueries.EXPECTED + """
                    WHERE s.centre_id = :centre AND s.session_id IN (:sessions) AND s.standing = 'TAKEN'
                    GROUP BY s.session_id""").param("centre", CurrentCentre.require()).param("sessions", sessions)
                    .query(row -> {
                        int offered = row.getInt("offered");
                        counts.put(id(row, "session_id"), new Counts(row.getInt("seats") - offered, offered));
                    });
        }
        return counts;
    }

    /** Requests without an answer, the oldest first: a yes counts from the instant of the request. */
    List<RequestLine> requests(int limit) {
        return database.sql("""
                SELECT q.id, h.name, a.title, q.asked_at,
                       GROUP_CONCAT(DISTINCT TRIM(CONCAT(p.first_name, ' ', p.last_name)) ORDER BY p.first_name SEPARATOR ', ') AS names
                FROM registration r
                JOIN registration_request q ON q.centre_id = r.centre_id AND q.id = r.request_id
                JOIN person p ON p.centre_id = r.centre_id AND p.id = r.person_id
                JOIN household h ON h.centre_id = r.centre_id AND h.id = r.household_id
                JOIN activity_group g ON g.centre_id = r.centre_id AND g.id = r.group_id
                JOIN activity a ON a.centre_id = g.centre_id AND a.id = g.activity_id
                WHERE r.centre_id = :centre AND r.state = 'REQUESTED'
                GROUP BY q.id
                ORDER BY q.asked_at, q.id LIMIT :limit""").param("centre", CurrentCentre.require()).param("limit", limit)
                .query((row, number) -> new RequestLine(id(row, "id"), row.getString("name"), row.getString("names"), row.getString("title"),
                        instant(row, "asked_at"))).list();
    }

    List<OfferLine> offers(int limit) {
        return database.sql("""
                SELECT o.request_id, h.name, a.title, o.deadline
                FROM place_offer o
                JOIN household h ON h.centre_id = o.centre_id AND h.id = o.household_id
                JOIN activity_group g ON g.centre_id = o.centre_id AND g.id = o.group_id
                JOIN activity a ON a.centre_id = g.centre_id AND a.id = g.activity_id
                WHERE o.centre_id = :centre AND o.state = 'OPEN' AND o.deadline IS NOT NULL
                ORDER BY o.deadline, o.id LIMIT :limit""").param("centre", CurrentCentre.require()).param("limit", limit)
                .query((row, number) -> new OfferLine(id(row, "request_id"), row.getString("name"), row.getString("title"),
                        instant(row, "deadline"))).list();
    }

    /** By request, the soonest deadline first. */
    List<HoldLine> holds(int limit) {
        return database.sql("""
                SELECT r.request_id, h.name, a.title, MIN(r.held_until) AS deadline, MIN(r.missing) AS missing
                FROM registration r
                JOIN household h ON h.centre_id = r.centre_id AND h.id = r.household_id
                JOIN activity_group g ON g.centre_id = r.centre_id AND g.id = r.group_id
                JOIN activity a ON a.centre_id = g.centre_id AND a.id = g.activity_id
                WHERE r.centre_id = :centre AND r.state = 'PRE_REGISTERED' AND r.held_until IS NOT NULL
                GROUP BY r.request_id, h.name, a.title
                ORDER BY deadline, r.request_id LIMIT :limit""").param("centre", CurrentCentre.require()).param("limit", limit)
                .query((row, number) -> new HoldLine(id(row, "request_id"), row.getString("name"), row.getString("title"),
                        instant(row, "deadline"), row.getString("missing"))).list();
    }

    /** Before anybody is counted. */
    private static SessionLine listed(ResultSet row, int number) throws SQLException {
        return new SessionLine(id(row, "id"), row.getString("title"), row.getString("name"), row.getString("place"), instant(row, "starts_at"),
                0, 0, row.getInt("overbooked"), row.getInt("noted"));
    }
}
