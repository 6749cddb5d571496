package fr.preau.registrations;

import static fr.preau.base.IdColumns.id;
import static fr.preau.base.UtcColumns.instant;
import static fr.preau.base.UtcColumns.utc;

import fr.preau.base.CurrentCentre;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was cancelled in the last minutes and can come back, gesture by gesture, by the rules by which it does; somebody may still be
 * faster than who takes it back. Its SQL reads only and names the centre.
 */
@Component
class JustCancelled {

    private static final String LATELY = """
            SELECT r.id, r.request_id, r.changed_at FROM registration r
            WHERE r.centre_id = :centre AND r.changed_at > :since AND %s""";

    private final JdbcClient database;
    private final RegistrationSheets sheets;
    private final Cancellation cancellation;
    private final Clock clock;

    JustCancelled(JdbcClient database, RegistrationSheets sheets, Cancellation cancellation, Clock clock) {
        this.database = database;
        this.sheets = sheets;
        this.cancellation = cancellation;
        this.clock = clock;
    }

    /** What ended at one moment of one request was one gesture, and comes back as one. */
    private record Gesture(UUID request, Instant at) {
    }

    private record Ended(UUID id, Gesture gesture) {
    }

    /** For the staff, which may take back what it has ended itself. */
    List<RegistrationRecord> ofRequest(UUID request) {
        return find("r.request_id = :of AND r.state IN ('CANCELLED_BY_FAMILY', 'CANCELLED_BY_CENTRE')", request, By.staff(Channel.DESK, null));
    }

    /** For the family. */
    List<RegistrationRecord> ofHousehold(UUID household) {
        return find("r.household_id = :of AND r.state = 'CANCELLED_BY_FAMILY'", household, By.family(Channel.WEB));
    }

    private List<RegistrationRecord> find(String which, UUID of, By by) {
        var gestures = database.sql(LATELY.formatted(which))
                .param("centre", CurrentCentre.require()).param("of", of).param("since", utc(clock.instant().minus(Cancellation.UNDO)))
                .query((row, number) -> new Ended(id(row, "id"), new Gesture(id(row, "request_id"), instant(row, "changed_at")))).list().stream()
                .collect(Collectors.groupingBy(Ended::gesture, Collectors.mapping(Ended::id, Collectors.toSet())));
        return sheets.of(cancellation.canComeBack(gestures.values(), by).stream().map(Registration::id).collect(Collectors.toSet()));
    }
}
