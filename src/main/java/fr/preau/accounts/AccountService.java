package fr.preau.accounts;

import fr.preau.base.AllowedTo;
import fr.preau.base.EmailAddress;
import fr.preau.base.FederationWide;
import fr.preau.base.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the accounts: who can sign in, with which roles, and whose sessions are over. */
@Service
@FederationWide
@Transactional
public class AccountService {

    private final Accounts accounts;
    private final Newcomers newcomers;
    private final RoleGrants grants;
    private final Audit audit;
    private final Clock clock;

    AccountService(Accounts accounts, Newcomers newcomers, RoleGrants grants, Audit audit, Clock clock) {
        this.accounts = accounts;
        this.newcomers = newcomers;
        this.grants = grants;
        this.audit = audit;
        this.clock = clock;
    }

    @AllowedTo(Role.THE_HOUSE)
    @Transactional(readOnly = true)
    public Optional<AccountRecord> find(UUID account) {
        return accounts.findById(account).map(Account::toRecord);
    }

    @AllowedTo(Role.THE_HOUSE)
    @Transactional(readOnly = true)
    public Optional<AccountRecord> findByMail(EmailAddress mail) {
        return accounts.findByEmail(mail.value()).map(Account::toRecord);
    }

    /** The account of whoever is signed in. */
    @AllowedTo(Role.SIGNED_IN)
    @Transactional(readOnly = true)
    public AccountRecord mine() {
        return require(CurrentUser.require().account()).toRecord();
    }

    /** The account with this mail address, made now if there is none yet; two that come at once get the same. */
    @AllowedTo(Role.THE_HOUSE)
    public AccountRecord withMail(EmailAddress mail, String nameIfNew) {
        return accounts.findByEmail(mail.value()).or(() -> {
            newcomers.addUnlessKnown(new Account(nameIfNew, mail, clock.instant()).toRecord(), clock.instant());
            return accounts.lockByEmail(mail.value());
        }).orElseThrow().toRecord();
    }

    /** A new account for somebody without a mail address, who signs in by codes from reception. */
    @AllowedTo(Role.THE_HOUSE)
    public AccountRecord withoutMail(String name) {
        return accounts.save(new Account(name, null, clock.instant())).toRecord();
    }

    /** Changes how the signed-in person is called. */
    @AllowedTo(Role.SIGNED_IN)
    public void callMe(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A name is never empty: the form checks it");
        }
        if (!mayCallMe()) {
            throw new AccessDeniedException("A code of one centre's reception does not change what all centres read");
        }
        require(CurrentUser.require().account()).rename(name);
    }

    /**
     * Whether the signed-in person may change how she is called, which every centre of hers reads. Not in a session that one
     * centre's reception has opened; but whoever has no address comes in no other way, and to no other centre.
     */
    @AllowedTo(Role.SIGNED_IN)
    @Transactional(readOnly = true)
    public boolean mayCallMe() {
        var me = CurrentUser.require();
        return me.onlyIn() == null || require(me.account()).email().isEmpty();
    }

    /** As the principal of a new session, which is noted as the last one; nothing for a disabled account. */
    @AllowedTo(Role.THE_HOUSE)
    public Optional<SignedIn> signedIn(UUID account) {
        return comesIn(account).map(found -> new SignedIn(account, found.displayName(), rolesOf(account), found.round(), clock.instant()));
    }

    /** The same for who comes by a code of this centre's reception: with what is hers there, and nothing of other centres. */
    @AllowedTo(Role.THE_HOUSE)
    public Optional<SignedIn> signedInByCode(UUID account, UUID centre) {
        var roles = rolesOf(account).stream().filter(grant -> centre.equals(grant.centre())).collect(Collectors.toSet());
        return comesIn(account).map(found -> new SignedIn(account, found.displayName(), roles, found.round(), clock.instant(), centre));
    }

    @AllowedTo(Role.THE_HOUSE)
    @Transactional(readOnly = true)
    public Set<Grant> rolesOf(UUID account) {
        return grants.findByAccountId(account).stream().map(RoleGrant::toGrant).collect(Collectors.toSet());
    }

    /** Those who hold a role in this centre, by name. */
    @AllowedTo(Role.THE_HOUSE)
    @Transactional(readOnly = true)
    public List<AccountRecord> team(UUID centre, int page, int size) {
        return accounts.teamOf(centre, PageRequest.of(page, size)).stream().map(Account::toRecord).toList();
    }

    @AllowedTo(Role.THE_HOUSE)
    @Transactional(readOnly = true)
    public long sizeOfTeam(UUID centre) {
        return accounts.teamOf(centre, PageRequest.of(0, 1)).getTotalElements();
    }

    /** Those who hold this role in the centre, by name; without a centre, in the federation. For roles that few hold: all of them. */
    @AllowedTo(Role.THE_HOUSE)
    @Transactional(readOnly = true)
    public List<AccountRecord> holdersOf(Role role, @Nullable UUID centre) {
        return accounts.holdersOf(role, centre).stream().map(Account::toRecord).toList();
    }

    /** Those who hold a role of the federation, by name. */
    @AllowedTo(Role.THE_HOUSE)
    @Transactional(readOnly = true)
    public List<AccountRecord> teamOfTheFederation(int page, int size) {
        return accounts.teamOfTheFederation(PageRequest.of(page, size)).stream().map(Account::toRecord).toList();
    }

    @AllowedTo(Role.THE_HOUSE)
    @Transactional(readOnly = true)
    public long sizeOfTheFederationsTeam() {
        return accounts.teamOfTheFederation(PageRequest.of(0, 1)).getTotalElements();
    }

    /** The federation's officers who are not shut out; until the transaction ends nobody else shuts or dismisses one. */
    @AllowedTo(Role.THE_HOUSE)
    public Set<UUID> lockOfficers() {
        return accounts.lockHoldersOf(Role.FEDERATION).stream().map(Account::id).collect(Collectors.toSet());
    }

    /** What several accounts hold, in one query. */
    @AllowedTo(Role.THE_HOUSE)
    @Transactional(readOnly = true)
    public Map<UUID, Set<Grant>> rolesOf(Collection<UUID> several) {
        return grants.findByAccountIdIn(several).stream()
                .collect(Collectors.groupingBy(RoleGrant::accountId, Collectors.mapping(RoleGrant::toGrant, Collectors.toSet())));
    }

    /** Whether the account signs in with a password and a second factor, and never by a link or a code alone. */
    @AllowedTo(Role.THE_HOUSE)
    @Transactional(readOnly = true)
    public boolean isStaff(UUID account) {
        return grants.findByAccountId(account).stream().anyMatch(grant -> grant.role().isStaff());
    }

    /** Gives a role; one that is held already stays. Sessions that are open do not gain it: it is there at the next sign-in. */
    @AllowedTo(Role.THE_HOUSE)
    public void grant(UUID account, Role role, @Nullable UUID centre) {
        var wanted = new Grant(role, centre);
        if (grants.findByAccountId(account).stream().noneMatch(grant -> grant.toGrant().equals(wanted))) {
            grants.save(new RoleGrant(account, role, centre));
            audit.record("role-granted", "account", account, role.name());
        }
    }

    /** Takes a role back and ends the account's sessions, so that it is gone at the next click. */
    @AllowedTo(Role.THE_HOUSE)
    public void revoke(UUID account, Role role, @Nullable UUID centre) {
        var unwanted = new Grant(role, centre);
        grants.findByAccountId(account).stream().filter(grant -> grant.toGrant().equals(unwanted)).forEach(grant -> {
            grants.delete(grant);
            require(account).endSessions();
            audit.record("role-revoked", "account", account, role.name());
        });
    }

    /** Shuts the account out, at its next click. */
    @AllowedTo(Role.THE_HOUSE)
    public void disable(UUID account, String reason) {
        require(account).disable();
        audit.record("account-disabled", "account", account, reason);
    }

    @AllowedTo(Role.THE_HOUSE)
    public void enable(UUID account, String reason) {
        require(account).enable();
        audit.record("account-enabled", "account", account, reason);
    }

    /** Those of these accounts who have signed in since then. */
    @AllowedTo(Role.THE_HOUSE)
    @Transactional(readOnly = true)
    public Set<UUID> signedInSince(Collection<UUID> several, Instant since) {
        return several.isEmpty() ? Set.of() : accounts.signedInSince(several, since);
    }

    /** Ends all sessions of the account, whatever the browser. */
    @AllowedTo(Role.THE_HOUSE)
    public void endSessions(UUID account) {
        require(account).endSessions();
    }

    /** "Me déconnecter partout". */
    @AllowedTo(Role.SIGNED_IN)
    public void signMeOutEverywhere() {
        require(CurrentUser.require().account()).endSessions();
    }

    /** Whether this session may go on: the account is not disabled and has not ended its sessions since. */
    @AllowedTo(Role.ANYONE)
    @Transactional(readOnly = true)
    public boolean mayGoOn(SignedIn user) {
        return accounts.stateOf(user.account())
                .filter(state -> !state.disabled() && state.round() == user.round()).isPresent();
    }

    private Optional<AccountRecord> comesIn(UUID account) {
        accounts.noteSignIn(account, clock.instant());
        return accounts.findById(account).map(Account::toRecord).filter(found -> !found.disabled());
    }

    private Account require(UUID account) {
        return accounts.findById(account).orElseThrow(() -> new IllegalArgumentException("No account " + account));
    }
}
