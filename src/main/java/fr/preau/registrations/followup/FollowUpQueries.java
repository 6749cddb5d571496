package fr.preau.registrations.followup;

import static fr.preau.base.IdColumns.id;
import static fr.preau.base.UtcColumns.instant;
import static fr.preau.base.UtcColumns.instantOrNull;
import static fr.preau.base.UtcColumns.utc;

import fr.preau.base.CurrentCentre;
import fr.preau.base.SearchKey;
import fr.preau.registrations.Channel;
import fr.preau.registrations.ContactsNow;
import fr.preau.registrations.PartyRule;
import fr.preau.registrations.RegistrationState;
import fr.preau.registrations.RequestCode;
import fr.preau.registrations.Turn;
import fr.preau.registrations.attendance.AttendanceMark;
import fr.preau.registrations.followup.FollowUpFilter.Show;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lists of registrations for the staff, paged in the database: one statement for a page and one for its count, whatever the
 * number of rows. SQL across tables, to read only; every statement names the centre.
 */
@Component
class FollowUpQueries {

    /** The states in the order in which they ask for attention; the first that a request has is the one it shows. */
    private static final String URGENCY = """
            FIELD(r.state, 'REQUESTED', 'OFFERED', 'PRE_REGISTERED', 'WAITING', 'CONFIRMED', 'COMPLETED', 'CANCELLED_BY_FAMILY',
                  'CANCELLED_BY_CENTRE', 'DECLINED', 'EXPIRED', 'REFUSED', 'CLOSED', 'DRAFT')""";

    private static final String PERIOD = " AND d.starts_at >= :from AND d.starts_at < :to";

    private static final String TO_CALL = "SELECT t.request_id FROM call_task t WHERE t.centre_id = :centre AND t.done_at IS NULL";

    /**
     * A line for each seat; one that was given back (its session is cancelled) is none beside others that are not. A registration
     * that ended has its dates still, so that one sees what it was about.
     */
    private static final String TO_EXPORT = """
            NOT (s.standing = 'RELEASED' AND EXISTS (SELECT 1 FROM seat o WHERE o.centre_id = s.centre_id
              AND o.registration_id = s.registration_id AND o.standing <> 'RELEASED'))""";

    /** So many rows of a file are in memory at once. Without it the driver takes all of them before it hands on the first. */
    private static final int ROWS_AT_A_TIME = 500;

    private final JdbcClient database;
    private final JdbcClient rowByRow;

    FollowUpQueries(JdbcClient database, JdbcTemplate plain) {
        this.database = database;
        var streaming = new JdbcTemplate(Objects.requireNonNull(plain.getDataSource()));
        streaming.setFetchSize(ROWS_AT_A_TIME);
        this.rowByRow = JdbcClient.create(streaming);
    }

    List<FollowUpLine> page(FollowUpFilter filter, int offset, int limit) {
        var params = new HashMap<String, Object>();
        var where = where(filter, params);
        params.put("offset", offset);
        params.put("limit", limit);
        // The page's requests first, then what is shown of these alone.
        return database.sql("""
                SELECT q.id, q.household_id, h.name AS household_name, q.party_rule, q.channel, q.asked_at, a.id AS activity_id, a.title,
                       g.name AS group_name,
                       GROUP_CONCAT(DISTINCT TRIM(CONCAT(p.first_name, ' ', p.last_name)) ORDER BY p.first_name SEPARATOR ', ') AS names,
                       COUNT(DISTINCT r.person_id) AS persons, MAX(r.overbooked) AS overbooked,
                       SUBSTRING_INDEX(GROUP_CONCAT(r.state ORDER BY %s), ',', 1) AS state,
                       MIN(COALESCE(o.deadline, r.held_until)) AS deadline, MIN(d.starts_at) AS first_session,
                       EXISTS (SELECT 1 FROM call_task t WHERE t.centre_id = q.centre_id AND t.request_id = q.id AND t.done_at IS NULL) AS to_call,
                       MIN(IF(r.state <> 'WAITING', NULL, 1 + %s)) AS best_rank
                FROM (SELECT q.* FROM registration_request q
                      WHERE q.centre_id = :centre %s ORDER BY q.asked_at DESC, q.id DESC LIMIT :limit OFFSET :offset) q
                JOIN household h ON h.centre_id = q.centre_id AND h.id = q.household_id
                JOIN activity_group g ON g.centre_id = q.centre_id AND g.id = q.group_id
                JOIN activity a ON a.centre_id = g.centre_id AND a.id = g.activity_id
                JOIN registration r ON r.centre_id = q.centre_id AND r.request_id = q.id
                JOIN person p ON p.centre_id = r.centre_id AND p.id = r.person_id
                LEFT JOIN activity_session d ON d.centre_id = r.centre_id AND d.id = r.session_id
                LEFT JOIN place_offer o ON o.centre_id = r.centre_id AND o.party_id = r.party_id AND o.is_open = 1
                GROUP BY q.id
                ORDER BY q.asked_at DESC, q.id DESC""".formatted(URGENCY, Turn.partiesBefore(), where))
                .params(params).query(FollowUpQueries::line).list();
    }

    long count(FollowUpFilter filter) {
        var params = new HashMap<String, Object>();
        var where = where(filter, params);
        return database.sql("SELECT COUNT(*) FROM registration_request q WHERE q.centre_id = :centre " + where).params(params)
                .query(Long.class).single();
    }

    /**
     * One line per person and session, handed on as it comes from the database. Who came is said beside the seat in which she came:
     * whoever cancelled and registered again has two for the same session.
     */
    void export(FollowUpFilter filter, Consumer<ExportLine> each) {
        var params = new HashMap<String, Object>();
        var where = where(filter, params);
        var statement = rowByRow.sql("""
                SELECT h.name AS household_name, p.first_name, p.last_name, p.birth_date, a.title, g.name AS group_name, d.starts_at, d.ends_at,
                       r.state, r.overbooked, q.channel, q.asked_at, n.mark,
                       (SELECT c.address FROM contact_point c WHERE c.centre_id = h.centre_id AND c.household_id = h.id AND c.kind = 'PHONE'
                        AND %1$s ORDER BY c.created_at, c.id LIMIT 1) AS phone,
                       (SELECT c.address FROM contact_point c WHERE c.centre_id = h.centre_id AND c.household_id = h.id AND c.kind = 'MAIL'
                        AND %1$s ORDER BY c.created_at, c.id LIMIT 1) AS mail
                FROM registration_request q
                JOIN registration r ON r.centre_id = q.centre_id AND r.request_id = q.id
                JOIN seat s ON s.centre_id = r.centre_id AND s.registration_id = r.id
                JOIN activity_session d ON d.centre_id = s.centre_id AND d.id = s.session_id
                JOIN household h ON h.centre_id = q.centre_id AND h.id = q.household_id
                JOIN person p ON p.centre_id = r.centre_id AND p.id = r.person_id
                JOIN activity_group g ON g.centre_id = q.centre_id AND g.id = q.group_id
                JOIN activity a ON a.centre_id = g.centre_id AND a.id = g.activity_id
                LEFT JOIN attendance n ON n.centre_id = s.centre_id AND n.session_id = s.session_id AND n.person_id = s.person_id
                  AND s.standing = 'TAKEN'
                WHERE q.centre_id = :centre AND %2$s %3$s %4$s %5$s
                ORDER BY q.asked_at, q.id, r.id, d.starts_at"""
                .formatted(ContactsNow.OF_NOBODY_WHO_LEFT, TO_EXPORT, params.containsKey("from") ? PERIOD : "", rows(filter), where)).params(params);
        statement.query((ResultSet row) -> each.accept(exportLine(row)));
    }

    private static String where(FollowUpFilter filter, Map<String, Object> params) {
        params.put("centre", CurrentCentre.require());
        var code = RequestCode.digitsIn(filter.words());
        if (code.isPresent()) {
            // Who says a code means this one request, whatever the list shows.
            params.put("code", RequestCode.of("", code.get()).value());
            return " AND q.code = CONCAT((SELECT UPPER(c.code) FROM centre c WHERE c.id = :centre), :code)";
        }
        var where = new StringBuilder();
        where.append(switch (filter.show()) {
            case TO_DO -> " AND q.id IN (SELECT x.request_id FROM (" + in("'REQUESTED', 'OFFERED', 'PRE_REGISTERED'") + " UNION " + TO_CALL + ") x)";
            case TO_ACCEPT -> " AND q.id IN (" + in("'REQUESTED'") + ")";
            case WAITING -> " AND q.id IN (" + in("'WAITING'") + ")";
            case CONFIRMED -> " AND q.id IN (" + in("'CONFIRMED'") + ")";
            case ENDED -> " AND q.id NOT IN (" + in("'REQUESTED', 'OFFERED', 'PRE_REGISTERED', 'WAITING', 'CONFIRMED'") + ")";
            case ALL -> "";
        });
        if (filter.activity() != null) {
            params.put("activity", filter.activity());
            where.append("""
                     AND q.group_id IN (SELECT g.id FROM activity_group g WHERE g.centre_id = q.centre_id AND g.activity_id = :activity)""");
        }
        if (filter.from() != null && filter.to() != null) {
            params.put("from", utc(filter.from()));
            params.put("to", utc(filter.to()));
            where.append("""
                     AND EXISTS (SELECT 1 FROM registration r JOIN seat s ON s.centre_id = r.centre_id AND s.registration_id = r.id
                       JOIN activity_session d ON d.centre_id = s.centre_id AND d.id = s.session_id
                       WHERE r.centre_id = q.centre_id AND r.request_id = q.id\s""" + seats(filter.show()) + PERIOD + ")");
        }
        int number = 0;
        for (String word : SearchKey.words(filter.words())) {
            params.put("word" + number, "%" + word + "%");
            where.append("""
                     AND (EXISTS (SELECT 1 FROM registration r JOIN person p ON p.centre_id = r.centre_id AND p.id = r.person_id
                            WHERE r.centre_id = q.centre_id AND r.request_id = q.id AND p.search_name LIKE :word%1$d)
                       OR EXISTS (SELECT 1 FROM activity_group g JOIN activity a ON a.centre_id = g.centre_id AND a.id = g.activity_id
                            WHERE g.centre_id = q.centre_id AND g.id = q.group_id AND a.search_key LIKE :word%1$d))""".formatted(number++));
        }
        return where.toString();
    }

    /** Of a request whose persons stand differently, those of whom the list is. Who says a code means the whole request. */
    private static String rows(FollowUpFilter filter) {
        if (RequestCode.digitsIn(filter.words()).isPresent()) {
            return "";
        }
        return switch (filter.show()) {
            case TO_DO -> " AND (r.state IN ('REQUESTED', 'OFFERED', 'PRE_REGISTERED') OR q.id IN (" + TO_CALL + "))";
            case TO_ACCEPT -> " AND r.state = 'REQUESTED'";
            case WAITING -> " AND r.state = 'WAITING'";
            case CONFIRMED -> " AND r.state = 'CONFIRMED'";
            case ENDED, ALL -> "";
        };
    }

    /** What was cancelled has no place in its dates any more, and is sought by them all the same; so is who has to be told of it. */
    private static String seats(Show show) {
        return switch (show) {
            case ENDED, ALL -> "";
            case TO_DO -> "AND (s.active = 1 OR q.id IN (" + TO_CALL + "))";
            case TO_ACCEPT, WAITING, CONFIRMED -> "AND s.active = 1";
        };
    }

    /** The requests with a registration in one of these states: found by the state's key, since asking each request of the centre took twenty times as long. */
    private static String in(String states) {
        return "SELECT r.request_id FROM registration r WHERE r.centre_id = :centre AND r.state IN (" + states + ")";
    }

    private static FollowUpLine line(ResultSet row, int number) throws SQLException {
        return new FollowUpLine(id(row, "id"), id(row, "household_id"), row.getString("household_name"), row.getString("names"),
                row.getInt("persons"), PartyRule.valueOf(row.getString("party_rule")), id(row, "activity_id"), row.getString("title"),
                row.getString("group_name"), RegistrationState.valueOf(row.getString("state")), row.getInt("best_rank"),
                instantOrNull(row, "deadline"), row.getBoolean("to_call"), row.getBoolean("overbooked"),
                Channel.valueOf(row.getString("channel")), instant(row, "asked_at"), instantOrNull(row, "first_session"));
    }

    private static ExportLine exportLine(ResultSet row) throws SQLException {
        var birth = row.getDate("birth_date");
        var mark = row.getString("mark");
        return new ExportLine(row.getString("household_name"), row.getString("first_name"), row.getString("last_name"),
                birth == null ? null : birth.toLocalDate(), row.getString("title"), row.getString("group_name"), instant(row, "starts_at"),
                instant(row, "ends_at"), RegistrationState.valueOf(row.getString("state")), row.getBoolean("overbooked"),
                Channel.valueOf(row.getString("channel")), instant(row, "asked_at"), mark == null ? null : AttendanceMark.valueOf(mark),
                row.getString("phone"), row.getString("mail"));
    }
}
