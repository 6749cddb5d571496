package fr.preau.accounts;

import static fr.preau.base.UtcColumns.utc;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Adds accounts. In SQL, because only the database can say "unless the address has one already" without ending the
 * caller's transaction: two links for the same new address may be opened in the same moment.
 */
@Component
class Newcomers {

    private final JdbcClient database;

    Newcomers(JdbcClient database) {
        this.database = database;
    }

    void addUnlessKnown(AccountRecord account, Instant now) {
        database.sql("""
                INSERT INTO account (id, display_name, email, disabled, session_round, created_at, version)
                VALUES (:id, :name, :email, false, 0, :now, 0)
                ON DUPLICATE KEY UPDATE id = id""")
                .param("id", account.id()).param("name", account.displayName()).param("email", account.mail().orElseThrow().value())
                .param("now", utc(now)).update();
    }
}
