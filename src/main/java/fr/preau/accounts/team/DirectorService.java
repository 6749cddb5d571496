package fr.preau.accounts.team;

import fr.preau.accounts.AccountService;
import fr.preau.accounts.CurrentUser;
import fr.preau.base.AllowedTo;
import fr.preau.base.EmailAddress;
import fr.preau.base.FederationWide;
import fr.preau.base.Role;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets the federation name who directs a centre; the director then makes the team. */
@Service
@FederationWide
@AllowedTo(Role.FEDERATION)
@Transactional
public class DirectorService {

    private final AccountService accounts;
    private final Invitations invitations;

    DirectorService(AccountService accounts, Invitations invitations) {
        this.accounts = accounts;
        this.invitations = invitations;
    }

    /** Who directs this centre, by name. */
    @Transactional(readOnly = true)
    public List<Member> of(UUID centre) {
        return accounts.holdersOf(Role.DIRECTOR, centre).stream()
                .map(one -> Member.of(one, List.of(Role.DIRECTOR), true, CurrentUser.account().filter(one.id()::equals).isPresent())).toList();
    }

    /** Why this person could not be named to a new centre, asked before there is one. */
    @Transactional(readOnly = true)
    public Optional<TeamRefusal> refusal(String typedMail, String name) {
        return invitations.refusal(typedMail, name);
    }

    /** Names a director: somebody of the team, or somebody new, who gets a letter. */
    public Optional<TeamRefusal> name(UUID centre, String typedMail, String name) {
        var refused = invitations.invite(centre, typedMail, name, Role.DIRECTOR);
        if (refused.filter(TeamRefusal.ALREADY_IN_THE_TEAM::equals).isEmpty()) {
            return refused;
        }
        var account = EmailAddress.parse(typedMail).flatMap(accounts::findByMail).orElseThrow();
        if (accounts.rolesOf(account.id()).stream().anyMatch(grant -> grant.role() == Role.DIRECTOR && centre.equals(grant.centre()))) {
            return Optional.of(TeamRefusal.DIRECTS_ALREADY);
        }
        accounts.grant(account.id(), Role.DIRECTOR, centre);
        accounts.endSessions(account.id());
        return Optional.empty();
    }
}
