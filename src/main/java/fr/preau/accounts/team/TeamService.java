package fr.preau.accounts.team;

import static fr.preau.accounts.team.TeamRefusal.unless;

import fr.preau.accounts.AccountRecord;
import fr.preau.accounts.AccountService;
import fr.preau.accounts.CurrentUser;
import fr.preau.accounts.FamilyCentres;
import fr.preau.accounts.Grant;
import fr.preau.accounts.signin.PasskeyRecord;
import fr.preau.base.AllowedTo;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a director look after the team of her own centre, the current one. She gives and takes back only roles held
 * there, and never her own; she shuts an account only when it works nowhere else and has no family elsewhere.
 */
@Service
@AllowedTo(Role.DIRECTOR)
@Transactional
public class TeamService implements MemberCare {

    /** What a director gives, in the order in which it is offered. */
    public static final List<Role> ROLES = List.of(Role.RECEPTION, Role.ANIMATOR, Role.DIRECTOR, Role.VOLUNTEER, Role.YOUNG_AUTHOR);

    private final AccountService accounts;
    private final MemberKeys keys;
    private final RoleChange roleChange;
    private final Invitations invitations;
    private final FamilyCentres families;

    TeamService(AccountService accounts, MemberKeys keys, RoleChange roleChange, Invitations invitations, FamilyCentres families) {
        this.accounts = accounts;
        this.keys = keys;
        this.roleChange = roleChange;
        this.invitations = invitations;
        this.families = families;
    }

    /** The team by name. @param page counted from 0 */
    @Transactional(readOnly = true)
    public List<Member> page(int page, int size) {
        var found = accounts.team(here(), page, size);
        var roles = accounts.rolesOf(found.stream().map(AccountRecord::id).toList());
        return found.stream().map(account -> member(account, roles.getOrDefault(account.id(), Set.of()))).toList();
    }

    @Transactional(readOnly = true)
    public long size() {
        return accounts.sizeOfTeam(here());
    }

    @Override
    public List<Role> roles() {
        return ROLES;
    }

    /** Somebody of this team; nothing for who holds no role in this centre. */
    @Override
    @Transactional(readOnly = true)
    public Optional<Member> find(UUID account) {
        return accounts.find(account).map(found -> member(found, accounts.rolesOf(account))).filter(member -> !member.roles().isEmpty());
    }

    /** Brings somebody into the team; who signs in with a password gets a letter that leads to choosing one. */
    public Optional<TeamRefusal> invite(String typedMail, String name, Role role) {
        mustBeGiveable(role);
        return invitations.invite(here(), typedMail, name, role);
    }

    @Override
    public Optional<TeamRefusal> changeRoles(UUID account, Collection<Role> wanted) {
        wanted.forEach(TeamService::mustBeGiveable);
        return unless(refusalFor(account), () -> roleChange.apply(account, here(), find(account).orElseThrow().roles(), wanted));
    }

    @Override
    public Optional<TeamRefusal> shut(UUID account, Why why) {
        why.mustShut();
        return unless(refusalFor(account).or(() -> isUsedElsewhere(account)), () -> accounts.disable(account, why.name()));
    }

    @Override
    public Optional<TeamRefusal> open(UUID account, Why why) {
        why.mustOpen();
        return unless(refusalFor(account).or(() -> isUsedElsewhere(account)), () -> accounts.enable(account, why.name()));
    }

    @Override
    public Optional<TeamRefusal> forgetSecondFactor(UUID account) {
        return unless(refusalFor(account).or(() -> worksElsewhere(account)), () -> keys.lost(account));
    }

    @Override
    public Optional<TeamRefusal> writeAgain(UUID account) {
        return unless(refusalFor(account), () -> keys.writeAgain(account));
    }

    /** The passkeys of somebody of this team; none are shown of who is not in it. */
    @Override
    @Transactional(readOnly = true)
    public List<PasskeyRecord> passkeysOf(UUID account) {
        return find(account).map(member -> keys.of(account)).orElse(List.of());
    }

    @Override
    public Optional<TeamRefusal> removePasskey(UUID account, UUID passkey) {
        return unless(refusalFor(account).or(() -> worksElsewhere(account)), () -> keys.remove(account, passkey));
    }

    private Optional<TeamRefusal> refusalFor(UUID account) {
        if (CurrentUser.require().account().equals(account)) {
            return Optional.of(TeamRefusal.NOT_YOURSELF);
        }
        return find(account).isPresent() ? Optional.empty() : Optional.of(TeamRefusal.NOT_IN_THE_TEAM);
    }

    private Optional<TeamRefusal> worksElsewhere(UUID account) {
        return accounts.rolesOf(account).stream().allMatch(grant -> here().equals(grant.centre()))
                ? Optional.empty() : Optional.of(TeamRefusal.USED_ELSEWHERE);
    }

    /**
     * Who is shut out here is shut out everywhere: her family's centre would miss her too. Whether it is work or a family is not
     * said; the director need not know.
     */
    private Optional<TeamRefusal> isUsedElsewhere(UUID account) {
        return worksElsewhere(account).or(() -> families.of(account).stream().allMatch(here()::equals)
                ? Optional.empty() : Optional.of(TeamRefusal.USED_ELSEWHERE));
    }

    private Member member(AccountRecord account, Set<Grant> grants) {
        var roles = ROLES.stream().filter(role -> grants.contains(new Grant(role, here()))).toList();
        return Member.of(account, roles, roles.stream().anyMatch(Role::isStaff), CurrentUser.account().filter(account.id()::equals).isPresent());
    }

    private static UUID here() {
        return CurrentCentre.require();
    }

    private static void mustBeGiveable(Role role) {
        if (!ROLES.contains(role)) {
            throw new IllegalArgumentException("A director does not give " + role);
        }
    }
}
