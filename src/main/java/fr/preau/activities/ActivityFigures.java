package fr.preau.activities;

import static fr.preau.base.UtcColumns.utc;

import fr.preau.base.AllowedTo;
import fr.preau.base.FederationWide;
import fr.preau.base.Role;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts what each centre has published: numbers only, nobody and nothing by name. */
@Service
@FederationWide
@AllowedTo(Role.FEDERATION)
@Transactional(readOnly = true)
public class ActivityFigures {

    private final JdbcClient database;
    private final Clock clock;

    ActivityFigures(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What a centre offers from now on.
     *
     * @param activities published ones
     * @param places     in the sessions to come of those that need registration; for the others people just come
     * @param taken      of these places
     */
    public record Figures(UUID centre, long activities, long places, long taken) {
    }

    /** By centre, in one statement for all of them; a centre without any published activity is not in it. */
    public Map<UUID, Figures> perCentre() {
        return database.sql("""
                SELECT a.centre_id, count(DISTINCT a.id), coalesce(sum(s.places), 0), coalesce(sum(s.taken), 0)
                FROM activity a
                LEFT JOIN activity_group g ON g.centre_id = a.centre_id AND g.activity_id = a.id
                LEFT JOIN activity_session s ON s.centre_id = g.centre_id AND s.group_id = g.id AND s.starts_at > :now AND s.status = 'PLANNED'
                  AND a.registration_needed
                WHERE a.status = 'PUBLISHED'
                GROUP BY a.centre_id""")
                .param("now", utc(clock.instant()))
                .query((row, number) -> new Figures(row.getObject(1, UUID.class), row.getLong(2), row.getLong(3), row.getLong(4))).list().stream()
                .collect(Collectors.toMap(Figures::centre, Function.identity()));
    }
}
