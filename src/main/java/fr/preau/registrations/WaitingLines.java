package fr.preau.registrations;

import static fr.preau.base.IdColumns.id;
import static fr.preau.base.UtcColumns.instant;
import static fr.preau.base.UtcColumns.utc;

import fr.preau.base.CurrentCentre;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The lists of the current centre as {@link GroupBook} counts them: read and written under the group's lock only. SQL, since
 * everybody who wants a place waits for these statements; every one names the centre.
 */
@Component
class WaitingLines {

    private final JdbcClient database;

    WaitingLines(JdbcClient database) {
        this.database = database;
    }

    List<WaitingLine> of(UUID group) {
        return database.sql("""
                SELECT w.id, w.parties, w.last_queued, (
                  SELECT COUNT(DISTINCT r.party_id) FROM registration r
                  WHERE r.centre_id = w.centre_id AND r.group_id = w.group_id AND r.state = 'REQUESTED'
                    AND r.session_id <=> IF(w.id = w.group_id, NULL, w.id)) AS unanswered
                FROM waiting_line w WHERE w.centre_id = :centre AND w.group_id = :group""")
                .param("centre", CurrentCentre.require()).param("group", group)
                .query((row, number) -> new WaitingLine(id(row, "id"), row.getInt("parties"), row.getInt("unanswered"), instant(row, "last_queued")))
                .list();
    }

    /** Notes how a list stands now. */
    void write(UUID group, WaitingLine line) {
        database.sql("""
                INSERT INTO waiting_line (id, centre_id, group_id, parties, last_queued, version) VALUES (:id, :centre, :group, :parties, :last, 0)
                ON DUPLICATE KEY UPDATE parties = VALUES(parties), last_queued = VALUES(last_queued), version = version + 1""")
                .param("id", line.id()).param("centre", CurrentCentre.require()).param("group", group)
                .param("parties", line.parties()).param("last", utc(line.lastQueued())).update();
    }
}
