package fr.preau.registrations;

import static fr.preau.base.IdColumns.id;
import static fr.preau.base.UtcColumns.instant;
import static fr.preau.base.UtcColumns.instantOrNull;

import fr.preau.base.CurrentCentre;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what happened to registrations, step by step, with who did it. SQL across tables, to read only; every statement names the centre. */
@Component
class RegistrationHistories {

    private static final String HISTORY = """
            SELECT h.registration_id, h.from_state, h.to_state, h.actor, h.channel, h.reason, h.held_until, h.happened_at,
                   h.to_state = 'CANCELLED_BY_FAMILY' AND p.removed_at IS NOT NULL AND h.happened_at >= p.removed_at AS removed,
                   COALESCE(NULLIF(TRIM(CONCAT(y.first_name, ' ', y.last_name)), ''), u.display_name) AS display_name,
                   d.starts_at, TRIM(CONCAT(p.first_name, ' ', p.last_name)) AS person_name
            FROM registration r
            JOIN registration_step h ON h.centre_id = r.centre_id AND h.registration_id = r.id
            JOIN person p ON p.centre_id = r.centre_id AND p.id = r.person_id
            LEFT JOIN activity_session d ON d.centre_id = r.centre_id AND d.id = r.session_id
            LEFT JOIN account u ON u.id = h.account_id
            LEFT JOIN household_account l ON l.centre_id = r.centre_id AND l.account_id = h.account_id
            LEFT JOIN person y ON y.centre_id = l.centre_id AND y.id = l.person_id
            WHERE r.centre_id = :centre AND %s
            ORDER BY h.happened_at, h.id""";

    private final JdbcClient database;

    RegistrationHistories(JdbcClient database) {
        this.database = database;
    }

    /** All steps of a request, by time. */
    List<HistoryLine> of(UUID request) {
        return lines(database.sql(HISTORY.formatted("r.request_id = :request")).param("request", request));
    }

    /** All steps of all that a household has asked for, by time. */
    List<HistoryLine> ofHousehold(UUID household) {
        return lines(database.sql(HISTORY.formatted("r.household_id = :household")).param("household", household));
    }

    /** The last step into this state of each registration of a request. */
    Map<UUID, HistoryLine> ends(UUID request, RegistrationState as) {
        return of(request).stream().filter(line -> line.to() == as)
                .collect(Collectors.toMap(HistoryLine::registration, Function.identity(), (before, last) -> last));
    }

    /** The same for all requests of these. */
    Map<UUID, HistoryLine> ends(List<RegistrationRecord> some, RegistrationState as) {
        var ends = new HashMap<UUID, HistoryLine>();
        some.stream().map(RegistrationRecord::requestId).distinct().forEach(request -> ends.putAll(ends(request, as)));
        return ends;
    }

    private static List<HistoryLine> lines(JdbcClient.StatementSpec steps) {
        return steps.param("centre", CurrentCentre.require()).query(RegistrationHistories::line).list();
    }

    private static HistoryLine line(ResultSet row, int number) throws SQLException {
        var channel = row.getString("channel");
        return new HistoryLine(id(row, "registration_id"), row.getString("person_name"), instantOrNull(row, "starts_at"),
                RegistrationState.valueOf(row.getString("from_state")), RegistrationState.valueOf(row.getString("to_state")),
                Actor.valueOf(row.getString("actor")), row.getBoolean("removed"), row.getString("display_name"),
                channel == null ? null : Channel.valueOf(channel), row.getString("reason"),
                instantOrNull(row, "held_until"), instant(row, "happened_at"));
    }
}
