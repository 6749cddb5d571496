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

/** Counts the registrations of each centre: numbers only, nobody by name. */
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
     * The registrations that count today.
     *
     * @param placed  confirmed or held
     * @param waiting in a list, or with an offer that is not answered
     */
    public record Figures(UUID centre, long placed, long waiting) {
    }

    /** By centre, in one statement for all of them; a centre without any is not in it. */
    public Map<UUID, Figures> perCentre() {
        return database.sql("""
                SELECT centre_id, sum(state IN ('CONFIRMED', 'PRE_REGISTERED')), sum(state IN ('WAITING', 'OFFERED'))
                FROM registration
                WHERE state IN ('CONFIRMED', 'PRE_REGISTERED', 'WAITING', 'OFFERED')
                GROUP BY centre_id""")
                .query((row, number) -> new Figures(row.getObject(1, UUID.class), row.getLong(2), row.getLong(3))).list().stream()
                .collect(Collectors.toMap(Figures::centre, Function.identity()));
    }
}
