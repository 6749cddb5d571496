package fr.preau.accounts.team;

import fr.preau.accounts.AccountService;
import fr.preau.accounts.SignInPost;
import fr.preau.base.EmailAddress;
import fr.preau.base.Ids;
import fr.preau.base.Role;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Brings somebody into the team of a centre, within the caller's transaction. */
@Component
class Invitations {

    private static final int LONGEST_NAME = 160;

    private final AccountService accounts;
    private final ObjectProvider<SignInPost> post;

    Invitations(AccountService accounts, ObjectProvider<SignInPost> post) {
        this.accounts = accounts;
        this.post = post;
    }

    /** Who signs in with a password gets a letter that leads to choosing one; each invitation has its own. */
    Optional<TeamRefusal> invite(UUID centre, String typedMail, String name, Role role) {
        var mail = EmailAddress.parse(typedMail);
        if (mail.isEmpty()) {
            return Optional.of(TeamRefusal.NOT_AN_ADDRESS);
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            return Optional.of(TeamRefusal.NAME_MISSING);
        }
        var account = accounts.withMail(mail.get(), name.strip());
        if (account.disabled()) {
            return Optional.of(TeamRefusal.ACCOUNT_SHUT);
        }
        if (accounts.rolesOf(account.id()).stream().anyMatch(grant -> centre.equals(grant.centre()))) {
            return Optional.of(TeamRefusal.ALREADY_IN_THE_TEAM);
        }
        accounts.grant(account.id(), role, centre);
        // What was open until now was opened by a link: who works here comes in again, with both keys.
        accounts.endSessions(account.id());
        if (role.isStaff()) {
            post.getObject().post(SignInPost.Kind.INVITATION, account.id(), Ids.next(), mail.get(), account.displayName());
        }
        return Optional.empty();
    }
}
