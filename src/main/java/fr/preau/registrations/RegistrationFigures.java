package fr.preau.registrations;

import fr.preau.base.AllowedTo;
import fr.preau.base.FederationWide;
import fr.preau.base.Role;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts who is registered in each centre: numbers only, nobody by name. */
@Service
@FederationWide
@AllowedTo(Role.FEDERATION)
@Transactional(readOnly = true)
public class RegistrationFigures {

    private final JdbcClient database;

    RegistrationFigures(JdbcClient database) {
        this.database = database;
    }

    /**
     * Persons, each of them once, whatever the number of her registrations: for a single session each session is one. Whoever has
     * a place here and waits there counts in both.
     *
     * @param registered with a place that is confirmed or held
     * @param waiting    in a list; who has an offer has a place among those that are taken, until she answers
     */
    public record Figures(UUID centre, long registered, long waiting) {
    }

    /** By centre, in one statement for all of them; a centre without any is not in it. */
    public Map<UUID, Figures> perCentre() {
        return database.sql("""
                SELECT centre_id, count(DISTINCT IF(state = 'WAITING', NULL, person_id)), count(DISTINCT IF(state = 'WAITING', person_id, NULL))
                FROM registration
                WHERE state IN ('CONFIRMED', 'PRE_REGISTERED', 'WAITING')
                GROUP BY centre_id""")
                .query((row, number) -> new Figures(row.getObject(1, UUID.class), row.getLong(2), row.getLong(3))).list().stream()
                .collect(Collectors.toMap(Figures::centre, Function.identity()));
    }
}
