package fr.preau.accounts;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Everybody who can sign in. */
interface Accounts extends Repository<Account, UUID> {

    Account save(Account account);

    Optional<Account> findById(UUID id);

    Optional<Account> findByEmail(String email);

    /** What each click compares: read by primary key alone. */
    @Query("select new fr.preau.accounts.AccountState(a.disabled, a.sessionRound) from Account a where a.id = :id")
    Optional<AccountState> stateOf(UUID id);

    /** Those who hold a role in the centre. */
    @Query(value = "select a from Account a where a.id in (select g.accountId from RoleGrant g where g.centreId = :centre) order by a.displayName, a.id",
            countQuery = "select count(a) from Account a where a.id in (select g.accountId from RoleGrant g where g.centreId = :centre)")
    Page<Account> teamOf(UUID centre, Pageable page);
}
