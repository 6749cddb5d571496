package fr.preau.accounts.team;

import static fr.preau.accounts.team.TeamRefusal.unless;

import fr.preau.accounts.AccountRecord;
import fr.preau.accounts.AccountService;
import fr.preau.accounts.CurrentUser;
import fr.preau.accounts.Grant;
import fr.preau.accounts.signin.PasskeyRecord;
import fr.preau.base.AllowedTo;
import fr.preau.base.EmailAddress;
import fr.preau.base.FederationWide;
import fr.preau.base.Role;
import fr.preau.centres.CentreRecord;
import fr.preau.centres.CentreService;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the federation's officers look after each other and their technicians, and after those of the centres whom no
 * director can help: the directors themselves, and who works in several places. Never after themselves, and never so
 * that nobody is left. Families are none of their business: an account that works nowhere is not found.
 */
@Service
@FederationWide
@AllowedTo(Role.FEDERATION)
@Transactional
public class FederationTeamService implements MemberCare {

    private static final List<Role> ROLES = List.of(Role.FEDERATION, Role.TECHNICIAN);

    private final AccountService accounts;
    private final MemberKeys keys;
    private final RoleChange roleChange;
    private final CentreService centres;
    private final Invitations invitations;

    FederationTeamService(AccountService accounts, MemberKeys keys, RoleChange roleChange, CentreService centres, Invitations invitations) {
        this.accounts = accounts;
        this.keys = keys;
        this.roleChange = roleChange;
        this.centres = centres;
        this.invitations = invitations;
    }

    @Override
    public List<Role> roles() {
        return ROLES;
    }

    /** Those who work for the federation, by name. @param page counted from 0 */
    @Transactional(readOnly = true)
    public List<Officer> page(int page, int size) {
        var found = accounts.teamOfTheFederation(page, size);
        var ids = found.stream().map(AccountRecord::id).toList();
        var roles = accounts.rolesOf(ids);
        var arrived = accounts.signedInSince(ids, Instant.EPOCH);
        return found.stream().map(one -> new Officer(member(one, roles.getOrDefault(one.id(), Set.of())), arrived.contains(one.id()))).toList();
    }

    @Transactional(readOnly = true)
    public long size() {
        return accounts.sizeOfTheFederationsTeam();
    }

    /** Whether nobody could help the signed-in officer: no other one is open and has ever come in. */
    @Transactional(readOnly = true)
    public boolean amIAlone() {
        var others = accounts.holdersOf(Role.FEDERATION, null).stream().filter(one -> !one.disabled()).map(AccountRecord::id)
                .filter(one -> !isMe(one)).toList();
        return accounts.signedInSince(others, Instant.EPOCH).isEmpty();
    }

    /** Somebody who works for the federation or for a centre. */
    @Override
    @Transactional(readOnly = true)
    public Optional<Member> find(UUID account) {
        return accounts.find(account).map(found -> member(found, accounts.rolesOf(account))).filter(member -> member.staff() || !member.roles().isEmpty());
    }

    /** Somebody who works here or there, by the whole address: nobody is searched for. */
    @Transactional(readOnly = true)
    public Optional<Member> findByMail(String typedMail) {
        return EmailAddress.parse(typedMail).flatMap(accounts::findByMail).map(AccountRecord::id).flatMap(this::find);
    }

    /** The names of the centres where somebody holds a role. */
    @Transactional(readOnly = true)
    public List<String> centresOf(UUID account) {
        return find(account).stream().flatMap(member -> accounts.rolesOf(account).stream()).map(Grant::centre).filter(Objects::nonNull).distinct()
                .flatMap(centre -> centres.find(centre).stream()).map(CentreRecord::name).sorted().toList();
    }

    /** Brings somebody into the federation's team, with a letter. */
    public Optional<TeamRefusal> invite(String typedMail, String name, Role role) {
        mustBeGiveable(role);
        return invitations.invite(null, typedMail, name, role);
    }

    @Override
    public Optional<TeamRefusal> changeRoles(UUID account, Collection<Role> wanted) {
        wanted.forEach(FederationTeamService::mustBeGiveable);
        var officers = accounts.lockOfficers();
        var refused = refusalFor(account).or(() -> wanted.contains(Role.FEDERATION) ? Optional.empty() : lastOf(officers, account));
        return unless(refused, () -> roleChange.apply(account, null, find(account).orElseThrow().roles(), wanted));
    }

    @Override
    public Optional<TeamRefusal> shut(UUID account, Why why) {
        why.mustShut();
        var officers = accounts.lockOfficers();
        return unless(refusalFor(account).or(() -> lastOf(officers, account)), () -> accounts.disable(account, why.name()));
    }

    @Override
    public Optional<TeamRefusal> open(UUID account, Why why) {
        why.mustOpen();
        return unless(refusalFor(account), () -> accounts.enable(account, why.name()));
    }

    @Override
    public Optional<TeamRefusal> forgetSecondFactor(UUID account) {
        return unless(refusalFor(account), () -> keys.lost(account));
    }

    @Override
    public Optional<TeamRefusal> writeAgain(UUID account) {
        return unless(refusalFor(account), () -> keys.writeAgain(account));
    }

    @Override
    @Transactional(readOnly = true)
    public List<PasskeyRecord> passkeysOf(UUID account) {
        return find(account).map(member -> keys.of(account)).orElse(List.of());
    }

    @Override
    public Optional<TeamRefusal> removePasskey(UUID account, UUID passkey) {
        return unless(refusalFor(account), () -> keys.remove(account, passkey));
    }

    private Optional<TeamRefusal> refusalFor(UUID account) {
        if (isMe(account)) {
            return Optional.of(TeamRefusal.NOT_YOURSELF);
        }
        return find(account).isPresent() ? Optional.empty() : Optional.of(TeamRefusal.NOT_IN_THE_TEAM);
    }

    /** Two officers who shut each other out in the same second: the second of them is refused. */
    private static Optional<TeamRefusal> lastOf(Set<UUID> officers, UUID account) {
        return officers.equals(Set.of(account)) ? Optional.of(TeamRefusal.LAST_OFFICER) : Optional.empty();
    }

    private static Member member(AccountRecord account, Set<Grant> grants) {
        var held = grants.stream().filter(grant -> grant.centre() == null).map(Grant::role).collect(Collectors.toSet());
        return Member.of(account, ROLES.stream().filter(held::contains).toList(), grants.stream().anyMatch(grant -> grant.role().isStaff()),
                isMe(account.id()));
    }

    private static boolean isMe(UUID account) {
        return CurrentUser.require().account().equals(account);
    }

    private static void mustBeGiveable(Role role) {
        if (!ROLES.contains(role)) {
            throw new IllegalArgumentException("The federation does not give " + role + " here");
        }
    }
}
