package fr.preau.registrations.attendance;

import static fr.preau.base.UtcColumns.instant;

import fr.preau.base.CurrentCentre;
import fr.preau.base.Moments;
import fr.preau.base.Texts;
import fr.preau.centres.CentreService;
import fr.preau.people.FileCell;
import fr.preau.people.FileChapter;
import fr.preau.people.FileTable;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who of a family came, in the copy of its file. SQL, to read only, the statement names the centre. */
@Component
@Order(3)
class AttendanceChapter implements FileChapter {

    /** Of those who live in the household, whoever registered them; of others where it registered them itself. */
    private static final String MARKS = """
            SELECT TRIM(CONCAT(p.first_name, ' ', p.last_name)) AS who, a.title, d.starts_at, n.mark, n.marked_at
            FROM (
              SELECT m.session_id, m.person_id FROM person x
              JOIN attendance m ON m.centre_id = x.centre_id AND m.person_id = x.id
              WHERE x.centre_id = :centre AND x.household_id = :household AND x.removed_at IS NULL
              UNION
              SELECT s.session_id, s.person_id FROM registration r
              JOIN seat s ON s.centre_id = r.centre_id AND s.registration_id = r.id
              WHERE r.centre_id = :centre AND r.household_id = :household
            ) k
            JOIN attendance n ON n.centre_id = :centre AND n.session_id = k.session_id AND n.person_id = k.person_id AND n.mark IS NOT NULL
            JOIN activity_session d ON d.centre_id = n.centre_id AND d.id = n.session_id
            JOIN activity_group g ON g.centre_id = d.centre_id AND g.id = d.group_id
            JOIN activity a ON a.centre_id = g.centre_id AND a.id = g.activity_id
            JOIN person p ON p.centre_id = n.centre_id AND p.id = n.person_id
            ORDER BY d.starts_at, n.id""";

    private final JdbcClient database;
    private final CentreService centres;
    private final Texts texts;
    private final Moments moments;

    AttendanceChapter(JdbcClient database, CentreService centres, Texts texts, Moments moments) {
        this.database = database;
        this.centres = centres;
        this.texts = texts;
        this.moments = moments;
    }

    @Override
    public List<FileTable> of(UUID household) {
        var zone = centres.current().zone();
        return List.of(new FileTable(say("attendance.title"),
                List.of(say("column.who"), say("column.what"), say("column.date"), say("column.mark"), say("column.noted")),
                database.sql(MARKS).param("centre", CurrentCentre.require()).param("household", household).query((row, number) -> List.of(
                        FileCell.of(row.getString("who")), FileCell.of(row.getString("title")), FileCell.of(instant(row, "starts_at"), moments, zone),
                        FileCell.of(mark(row.getString("mark"))), FileCell.of(instant(row, "marked_at"), moments, zone))).list()));
    }

    private String mark(String stored) {
        return texts.say("registrations.mark." + Texts.word(AttendanceMark.valueOf(stored)));
    }

    private String say(String key) {
        return texts.say("registrations.copy." + key);
    }
}
