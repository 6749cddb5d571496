package fr.preau.accounts.team;

import fr.preau.accounts.AccountRecord;
import fr.preau.accounts.AccountService;
import fr.preau.accounts.SignInPost;
import fr.preau.base.EmailAddress;
import fr.preau.base.Ids;
import fr.preau.base.Role;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Brings somebody into the team of a centre, or of the federation where no centre is named, within the caller's transaction. */
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
    Optional<TeamRefusal> invite(@Nullable UUID centre, String typedMail, String name, Role role) {
        var refused = refusal(typedMail, name);
        if (refused.isPresent()) {
            return refused;
        }
        var mail = EmailAddress.parse(typedMail);
        var account = accounts.withMail(mail.orElseThrow(), name.strip());
        if (accounts.rolesOf(account.id()).stream().anyMatch(grant -> Objects.equals(centre, grant.centre()))) {
            return Optional.of(TeamRefusal.ALREADY_IN_THE_TEAM);
        }
        accounts.grant(account.id(), role, centre);
        // What was open until now was opened by a link: who works here comes in again, with both keys.
        accounts.endSessions(account.id());
        if (role.isStaff()) {
            write(SignInPost.Kind.INVITATION, account.id());
        }
        return Optional.empty();
    }

    /** Why nobody can be invited so, whatever the team. */
    Optional<TeamRefusal> refusal(String typedMail, String name) {
        var mail = EmailAddress.parse(typedMail);
        if (mail.isEmpty()) {
            return Optional.of(TeamRefusal.NOT_AN_ADDRESS);
        }
        if (name.isBlank()) {
            return Optional.of(TeamRefusal.NAME_MISSING);
        }
        if (name.strip().length() > LONGEST_NAME) {
            return Optional.of(TeamRefusal.NAME_TOO_LONG);
        }
        return accounts.findByMail(mail.get()).filter(AccountRecord::disabled).map(shut -> TeamRefusal.ACCOUNT_SHUT);
    }

    /** Each call is a letter of its own. */
    void write(SignInPost.Kind kind, UUID account) {
        var reader = accounts.find(account).orElseThrow();
        reader.mail().ifPresent(mail -> post.getObject().post(kind, account, Ids.next(), mail, reader.displayName()));
    }
}
