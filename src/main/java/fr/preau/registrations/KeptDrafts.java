package fr.preau.registrations;

import static fr.preau.base.UtcColumns.utc;

import fr.preau.base.CurrentCentre;
import fr.preau.base.Ids;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What somebody has typed and not sent, one per account and group; opaque to everybody but the screen. SQL, so that two tabs
 * that keep the first answer at once keep one draft; every statement names the centre.
 */
@Component
class KeptDrafts {

    private final JdbcClient database;

    KeptDrafts(JdbcClient database) {
        this.database = database;
    }

    Optional<String> of(UUID account, UUID group) {
        return database.sql("SELECT content FROM registration_draft WHERE centre_id = :centre AND account_id = :account AND group_id = :group")
                .param("centre", CurrentCentre.require()).param("account", account).param("group", group).query(String.class).optional();
    }

    void keep(UUID account, UUID group, String content, Instant now) {
        database.sql("""
                INSERT INTO registration_draft (id, centre_id, account_id, group_id, content, saved_at, version)
                VALUES (:id, :centre, :account, :group, :content, :now, 0)
                ON DUPLICATE KEY UPDATE content = VALUES(content), saved_at = VALUES(saved_at), version = version + 1""")
                .param("id", Ids.next()).param("centre", CurrentCentre.require()).param("account", account).param("group", group)
                .param("content", content).param("now", utc(now)).update();
    }

    void dropBefore(Instant then) {
        database.sql("DELETE FROM registration_draft WHERE centre_id = :centre AND saved_at < :then")
                .param("centre", CurrentCentre.require()).param("then", utc(then)).update();
    }
}
