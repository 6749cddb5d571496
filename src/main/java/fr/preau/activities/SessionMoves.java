package fr.preau.activities;

import static fr.preau.base.UtcColumns.utc;

import fr.preau.base.CurrentCentre;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps from which hours sessions are moved: SQL, so that a whole series is one statement. It names the centre. */
@Component
class SessionMoves {

    private final JdbcClient database;

    SessionMoves(JdbcClient database) {
        this.database = database;
    }

    /** Before they are moved: what is written of them is still where they were. */
    void note(Collection<UUID> sessions, UUID gesture, Instant now) {
        database.sql("""
                INSERT INTO session_move (centre_id, session_id, gesture, started_at, ended_at, moved_at)
                SELECT centre_id, id, :gesture, starts_at, ends_at, :now FROM activity_session WHERE centre_id = :centre AND id IN (:sessions)""")
                .param("gesture", gesture).param("now", utc(now)).param("centre", CurrentCentre.require()).param("sessions", sessions).update();
    }
}
