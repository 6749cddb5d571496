package fr.preau.registrations;

import static fr.preau.base.IdColumns.id;
import static fr.preau.base.IdColumns.idOrNull;

import fr.preau.base.CurrentCentre;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads who waits for the team's answer, and beside whom; SQL, to read only, every statement names the centre. */
@Component
class ApprovalQueries {

    private final JdbcClient database;

    ApprovalQueries(JdbcClient database) {
        this.database = database;
    }

    /**
     * One who waits for an answer.
     *
     * @param session the one asked for; nothing for the whole series
     * @param waiting how many parties are before in the list for the same
     * @param older   how many asked for the same earlier and have no answer either
     */
    record Asking(UUID registration, UUID party, UUID group, @Nullable UUID session, int waiting, int older) {
    }

    /** Who of a request waits for an answer, by turn: one statement, whatever the number of dates and of people before. */
    List<Asking> of(UUID request) {
        return database.sql("""
                SELECT r.id, r.party_id, r.group_id, r.session_id, %s AS waiting, %s AS older
                FROM registration r
                WHERE r.centre_id = :centre AND r.request_id = :request AND r.state = 'REQUESTED'
                ORDER BY r.queued_at, r.id"""
                .formatted(Turn.partiesBefore(Set.of(RegistrationState.WAITING)), Turn.partiesBefore(Set.of(RegistrationState.REQUESTED))))
                .param("centre", CurrentCentre.require()).param("request", request)
                .query((row, number) -> new Asking(id(row, "id"), id(row, "party_id"), id(row, "group_id"), idOrNull(row, "session_id"),
                        row.getInt("waiting"), row.getInt("older")))
                .list();
    }

    /** How many of those who asked for this group together have no answer yet. */
    int parties(UUID group) {
        return database.sql("""
                SELECT COUNT(DISTINCT party_id) FROM registration
                WHERE centre_id = :centre AND group_id = :group AND state = 'REQUESTED'""")
                .param("centre", CurrentCentre.require()).param("group", group).query(Integer.class).single();
    }
}
