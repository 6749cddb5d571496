package fr.preau.accounts;

import fr.preau.base.Role;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Everybody who can sign in. */
interface Accounts extends Repository<Account, UUID> {

    Account save(Account account);

    Optional<Account> findById(UUID id);

    Optional<Account> findByEmail(String email);

    /** As it stands now, even where this transaction has looked before. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.email = :email")
    Optional<Account> lockByEmail(String email);

    /** As it stands now: until the transaction ends nobody comes in with it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.id = :id")
    Optional<Account> lock(UUID id);

    /** Those without any role who are not forgotten and have not come in since then, page by page. */
    @Query("""
            select a.id from Account a
            where a.id > :after and coalesce(a.lastSignIn, a.createdAt) < :since and (a.displayName <> '' or a.email is not null)
            and not exists (select g.id from RoleGrant g where g.accountId = a.id)
            order by a.id""")
    List<UUID> silentWithoutRole(Instant since, UUID after, Limit limit);

    /** What each click compares, by primary key alone. Not Hibernate's own words: those it would translate anew at each click. */
    @NativeQuery("SELECT disabled, session_round AS round FROM account WHERE id = :id")
    Optional<AccountState> stateOf(UUID id);

    /** Past Hibernate's version: two browsers that sign in at once do not trouble each other. */
    @Modifying
    @Query("update Account a set a.lastSignIn = :now where a.id = :id")
    void noteSignIn(UUID id, Instant now);

    @Query("select a.id from Account a where a.id in :ids and a.lastSignIn >= :since")
    Set<UUID> signedInSince(Collection<UUID> ids, Instant since);

    /** Those who hold a role of the federation. */
    @Query(value = "select a from Account a where a.id in (select g.accountId from RoleGrant g where g.centreId is null) order by a.displayName, a.id",
            countQuery = "select count(a) from Account a where a.id in (select g.accountId from RoleGrant g where g.centreId is null)")
    Page<Account> teamOfTheFederation(Pageable page);

    /** Those who hold a role of the federation and are not shut out, locked in an order that all who ask keep. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.disabled = false and a.id in (select g.accountId from RoleGrant g where g.centreId is null and g.role = :role) order by a.id")
    List<Account> lockHoldersOf(Role role);

    /** Those who hold this role in the centre; without one, in the federation. */
    @Query("""
            select a from Account a where a.id in (
              select g.accountId from RoleGrant g where g.role = :role and (g.centreId = :centre or :centre is null and g.centreId is null))
            order by a.displayName, a.id""")
    List<Account> holdersOf(Role role, @Nullable UUID centre);

    /** Those who hold a role in the centre. */
    @Query(value = "select a from Account a where a.id in (select g.accountId from RoleGrant g where g.centreId = :centre) order by a.displayName, a.id",
            countQuery = "select count(a) from Account a where a.id in (select g.accountId from RoleGrant g where g.centreId = :centre)")
    Page<Account> teamOf(UUID centre, Pageable page);
}
