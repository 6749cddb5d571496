package fr.preau.people;

import fr.preau.base.AllowedTo;
import fr.preau.base.FederationWide;
import fr.preau.base.Role;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts the households of each centre: numbers only, nobody by name. */
@Service
@FederationWide
@AllowedTo(Role.FEDERATION)
@Transactional(readOnly = true)
public class HouseholdFigures {

    private final JdbcClient database;

    HouseholdFigures(JdbcClient database) {
        this.database = database;
    }

    /** By centre, without those that are forgotten, in one statement for all of them; a centre without any is not in it. */
    public Map<UUID, Long> perCentre() {
        return database.sql("SELECT centre_id, count(*) FROM household WHERE forgotten_at IS NULL GROUP BY centre_id")
                .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getLong(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
