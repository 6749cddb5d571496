package fr.preau.activities;

import static fr.preau.base.UtcColumns.instant;
import static fr.preau.base.UtcColumns.instantOrNull;

import fr.preau.base.CurrentCentre;
import fr.preau.base.PendingChanges;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The statements under the lock of a group, which everybody waits for who wants a place: SQL, because Hibernate writes a query
 * that keeps to one centre anew each time and reads words that nobody needs here. Every statement names the centre.
 */
@Component
class PlacesQueries {

    private final JdbcClient database;
    private final PendingChanges changes;

    PlacesQueries(JdbcClient database, PendingChanges changes) {
        this.database = database;
        this.changes = changes;
    }

    /** Waits for the lock of one row by its key, so that no other row is locked by the way. */
    Optional<UUID> lock(UUID group) {
        return database.sql("SELECT id FROM activity_group WHERE centre_id = :centre AND id = :group FOR UPDATE")
                .param("centre", CurrentCentre.require()).param("group", group).query(UUID.class).optional();
    }

    /** The same for the groups of an activity, in the order of their ids. */
    List<UUID> lockOf(UUID activity) {
        return database.sql("SELECT id FROM activity_group WHERE centre_id = :centre AND activity_id = :activity ORDER BY id FOR UPDATE")
                .param("centre", CurrentCentre.require()).param("activity", activity).query(UUID.class).list();
    }

    /** The groups with their rules and all their sessions by time, in the order of the ids asked for; what this transaction has changed is in it. */
    List<LockedGroup> read(List<UUID> groups) {
        if (groups.isEmpty()) {
            return List.of();
        }
        changes.write();
        Map<UUID, LockedGroup> found = new HashMap<>();
        database.sql("""
                SELECT g.id, g.activity_id, g.name, g.booking, a.title, a.status, a.min_age, a.max_age, a.birth_year_from,
                       a.birth_year_to, a.with_adult, a.registration_needed, a.needs_approval, a.opens_at, a.closes_at, a.hold_days,
                       s.id AS session_id, s.starts_at, s.ends_at, s.places, s.taken, s.waiting, s.overbooked, s.status AS session_status
                FROM activity_group g
                JOIN activity a ON a.centre_id = g.centre_id AND a.id = g.activity_id
                LEFT JOIN activity_session s ON s.centre_id = g.centre_id AND s.group_id = g.id
                WHERE g.centre_id = :centre AND g.id IN (:groups)
                ORDER BY s.starts_at, s.id""")
                .param("centre", CurrentCentre.require()).param("groups", groups).query(row -> {
                    var id = row.getObject("id", UUID.class);
                    if (!found.containsKey(id)) {
                        found.put(id, group(row, id));
                    }
                    if (row.getObject("session_id", UUID.class) != null) {
                        found.get(id).sessions().add(places(row));
                    }
                });
        return groups.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private static LockedGroup group(ResultSet row, UUID id) throws SQLException {
        var audience = new Audience(row.getObject("min_age", Integer.class), row.getObject("max_age", Integer.class),
                row.getObject("birth_year_from", Integer.class), row.getObject("birth_year_to", Integer.class), row.getBoolean("with_adult"));
        return new LockedGroup(id, row.getObject("activity_id", UUID.class), row.getString("title"), row.getString("name"),
                Booking.valueOf(row.getString("booking")), ActivityStatus.valueOf(row.getString("status")),
                new AdmissionRules(audience, row.getBoolean("registration_needed"),
                row.getBoolean("needs_approval"), instantOrNull(row, "opens_at"), instantOrNull(row, "closes_at"), row.getObject("hold_days", Integer.class)), new ArrayList<>());
    }

    private static SessionPlaces places(ResultSet row) throws SQLException {
        return new SessionPlaces(row.getObject("session_id", UUID.class), instant(row, "starts_at"), instant(row, "ends_at"), row.getInt("places"),
                row.getInt("taken"), row.getInt("waiting"), row.getInt("overbooked"),
                SessionStatus.valueOf(row.getString("session_status")) != SessionStatus.PLANNED);
    }

    /**
     * Writes how many people these sessions have now. Places that are kept beyond those there are shrink with them; the database
     * refuses (never_too_many) what places, kept ones and overbooked ones do not allow.
     *
     * @return how many sessions that were
     */
    int occupy(Collection<UUID> sessions, Occupancy.People people) {
        return database.sql("""
                UPDATE activity_session
                SET kept = LEAST(kept, GREATEST(0, :taken - :overbooked - places)), taken = :taken, waiting = :waiting, overbooked = :overbooked
                WHERE centre_id = :centre AND id IN (:sessions)""")
                .param("taken", people.taken()).param("waiting", people.waiting()).param("overbooked", people.overbooked())
                .param("centre", CurrentCentre.require()).param("sessions", sessions).update();
    }
}
