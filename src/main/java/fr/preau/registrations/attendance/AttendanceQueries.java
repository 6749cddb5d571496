package fr.preau.registrations.attendance;

import static fr.preau.base.IdColumns.id;
import static fr.preau.base.IdColumns.idOrNull;
import static fr.preau.base.UtcColumns.instant;

import fr.preau.base.CurrentCentre;
import fr.preau.registrations.attendance.AttendanceSheet.Line;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads attendance sheets; SQL across tables, to read only, every statement names the centre. */
@Component
public class AttendanceQueries {

    /**
     * Who is expected. A seat stays as it is once the session has begun: whoever had not answered an offer by then has one still and
     * never had the place, whatever the answer to the dates after it. A held place that ended then is another matter, its owner may
     * well be there.
     */
    public static final String EXPECTED = """
            FROM seat s
            JOIN activity_session b ON b.centre_id = s.centre_id AND b.id = s.session_id
            JOIN registration r ON r.centre_id = s.centre_id AND r.id = s.registration_id
              AND NOT EXISTS (SELECT 1 FROM registration_step h WHERE h.centre_id = r.centre_id AND h.registration_id = r.id
                              AND h.from_state = 'OFFERED' AND h.happened_at >= b.starts_at)
            """;

    private final JdbcClient database;

    AttendanceQueries(JdbcClient database) {
        this.database = database;
    }

    Optional<AttendanceSheet> sheet(UUID session) {
        return database.sql("""
                SELECT d.id, a.id AS activity_id, a.title, g.name, a.place, d.starts_at, d.ends_at, d.status, d.places,
                       LEAST(d.overbooked, GREATEST(0, d.taken - d.places)) AS overbooked
                FROM activity_session d
                JOIN activity_group g ON g.centre_id = d.centre_id AND g.id = d.group_id
                JOIN activity a ON a.centre_id = g.centre_id AND a.id = g.activity_id
                WHERE d.centre_id = :centre AND d.id = :session""")
                .param("centre", CurrentCentre.require()).param("session", session)
                .query((row, number) -> new AttendanceSheet(id(row, "id"), id(row, "activity_id"), row.getString("title"), row.getString("name"),
                        row.getString("place"), instant(row, "starts_at"), instant(row, "ends_at"), row.getString("status").equals("CANCELLED"),
                        row.getInt("places"), row.getInt("overbooked"), lines(session)))
                .optional();
    }

    /**
     * Who has a seat, and whoever was noted beside: walk-ins, and people who have left the list since. A walk-in whose mark was
     * taken back was a slip and is not on the sheet; the trace keeps it.
     */
    private List<Line> lines(UUID session) {
        return database.sql("""
                SELECT NULL AS attendance_id, p.id AS person_id, p.first_name, p.last_name, p.birth_date, FALSE AS walk_in,
                       r.state = 'OFFERED' AS offered, n.id AS noted_id, n.mark
                """ + EXPECTED + """
                JOIN person p ON p.centre_id = s.centre_id AND p.id = s.person_id
                LEFT JOIN attendance n ON n.centre_id = s.centre_id AND n.session_id = s.session_id AND n.person_id = s.person_id
                WHERE s.centre_id = :centre AND s.session_id = :session AND s.standing = 'TAKEN'
                UNION ALL
                SELECT n.id, n.person_id, COALESCE(p.first_name, n.first_name), COALESCE(p.last_name, n.last_name), p.birth_date,
                       n.origin = 'WALK_IN', FALSE, n.id, n.mark
                FROM attendance n
                LEFT JOIN person p ON p.centre_id = n.centre_id AND p.id = n.person_id
                WHERE n.centre_id = :centre AND n.session_id = :session AND NOT EXISTS (
                  SELECT 1\s""" + EXPECTED + """
                  WHERE s.centre_id = n.centre_id AND s.session_id = n.session_id AND s.person_id = n.person_id
                    AND s.standing = 'TAKEN') AND NOT (n.origin = 'WALK_IN' AND n.mark IS NULL)
                ORDER BY last_name, first_name, person_id""")
                .param("centre", CurrentCentre.require()).param("session", session)
                .query((row, number) -> {
                    var birth = row.getDate("birth_date");
                    return new Line(idOrNull(row, "noted_id"), idOrNull(row, "person_id"), row.getString("first_name"), row.getString("last_name"),
                            birth == null ? null : birth.toLocalDate(), row.getBoolean("walk_in"), mark(row.getString("mark")),
                            row.getBoolean("offered"));
                }).list();
    }

    List<AttendanceTrace> trace(UUID session) {
        return database.sql("""
                SELECT TRIM(CONCAT(COALESCE(p.first_name, n.first_name), ' ', COALESCE(p.last_name, n.last_name))) AS name,
                       c.from_mark, c.to_mark, c.changed_at, u.display_name
                FROM attendance n
                JOIN attendance_change c ON c.centre_id = n.centre_id AND c.attendance_id = n.id
                LEFT JOIN person p ON p.centre_id = n.centre_id AND p.id = n.person_id
                LEFT JOIN account u ON u.id = c.changed_by
                WHERE n.centre_id = :centre AND n.session_id = :session
                ORDER BY c.changed_at, c.id""")
                .param("centre", CurrentCentre.require()).param("session", session)
                .query((row, number) -> new AttendanceTrace(row.getString("name"), mark(row.getString("from_mark")), mark(row.getString("to_mark")),
                        row.getString("display_name"), instant(row, "changed_at"))).list();
    }

    private static @Nullable AttendanceMark mark(@Nullable String word) {
        return word == null ? null : AttendanceMark.valueOf(word);
    }
}
