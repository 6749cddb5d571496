package fr.preau.registrations;

import static fr.preau.base.UtcColumns.utc;

import fr.preau.base.CurrentCentre;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was cancelled in the last minutes and can come back as far as one sees without a lock; somebody may still be faster than who
 * takes it back. SQL across tables, to read only; the statement names the centre.
 */
@Component
class JustCancelled {

    private static final String CAN_COME_BACK = """
            SELECT r.id
            FROM registration r
            JOIN person p ON p.centre_id = r.centre_id AND p.id = r.person_id AND p.removed_at IS NULL
            JOIN registration_step h ON h.centre_id = r.centre_id AND h.registration_id = r.id AND h.to_state = r.state
              AND h.from_state IN ('CONFIRMED', 'WAITING', 'REQUESTED')
            WHERE r.centre_id = :centre AND r.changed_at > :since AND %s
              AND NOT EXISTS (SELECT 1 FROM registration n WHERE n.centre_id = r.centre_id AND n.request_id = r.request_id
                              AND n.person_id = r.person_id AND n.session_id <=> r.session_id AND n.changed_at > r.changed_at)
              AND EXISTS (SELECT 1 FROM seat s JOIN activity_session d ON d.centre_id = s.centre_id AND d.id = s.session_id
                          WHERE s.centre_id = r.centre_id AND s.registration_id = r.id AND d.status = 'PLANNED' AND d.starts_at > :now)
              AND NOT EXISTS (SELECT 1 FROM seat s JOIN activity_session d ON d.centre_id = s.centre_id AND d.id = s.session_id
                              WHERE s.centre_id = r.centre_id AND s.registration_id = r.id AND d.status = 'PLANNED' AND d.starts_at > :now
                                AND (h.from_state = 'CONFIRMED' AND (d.waiting > 0 OR d.taken >= d.places)
                                  OR EXISTS (SELECT 1 FROM seat o WHERE o.centre_id = s.centre_id AND o.session_id = s.session_id
                                             AND o.person_id = r.person_id AND o.active = 1)))""";

    private final JdbcClient database;
    private final RegistrationSheets sheets;
    private final Clock clock;

    JustCancelled(JdbcClient database, RegistrationSheets sheets, Clock clock) {
        this.database = database;
        this.sheets = sheets;
        this.clock = clock;
    }

    /** For the staff, which may take back what it has ended itself. */
    List<RegistrationRecord> ofRequest(UUID request) {
        return find("r.request_id = :of AND r.state IN ('CANCELLED_BY_FAMILY', 'CANCELLED_BY_CENTRE')", request);
    }

    /** For the family. */
    List<RegistrationRecord> ofHousehold(UUID household) {
        return find("r.household_id = :of AND r.state = 'CANCELLED_BY_FAMILY'", household);
    }

    private List<RegistrationRecord> find(String which, UUID of) {
        var now = clock.instant();
        return sheets.of(database.sql(CAN_COME_BACK.formatted(which)).param("centre", CurrentCentre.require()).param("of", of)
                .param("since", utc(now.minus(Cancellation.UNDO))).param("now", utc(now)).query(UUID.class).list());
    }
}
