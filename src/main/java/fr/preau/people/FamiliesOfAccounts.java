package fr.preau.people;

import fr.preau.accounts.FamilyCentres;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells where an account has families. The one question of this module that goes across centres, and so past
 * Hibernate's tenant: it names an account, reads nothing but centres' ids, and answers to that account, or to a rule that says no
 * more than yes or no.
 */
@Component
class FamiliesOfAccounts implements FamilyCentres {

    private final JdbcClient database;

    FamiliesOfAccounts(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Set<UUID> of(UUID account) {
        return database.sql("""
                SELECT l.centre_id FROM household_account l WHERE l.account_id = :account AND NOT EXISTS (
                  SELECT 1 FROM person p WHERE p.centre_id = l.centre_id AND p.id = l.person_id AND p.removed_at IS NOT NULL)""")
                .param("account", account.toString()).query(UUID.class).set();
    }
}
