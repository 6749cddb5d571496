package fr.preau.accounts.team;

import fr.preau.accounts.AccountRecord;
import fr.preau.base.EmailAddress;
import fr.preau.base.Role;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/**
 * Somebody of a team.
 *
 * @param mail  empty when there is none
 * @param roles in this centre, never none; of the federation, none for who works in centres only
 * @param staff whether this person signs in with a password and a second key
 * @param me    whether this is who looks
 */
public record Member(UUID account, String name, String mail, List<Role> roles, boolean staff, boolean disabled, boolean me) implements Serializable {

    static Member of(AccountRecord account, List<Role> roles, boolean staff, boolean me) {
        return new Member(account.id(), account.displayName(), account.mail().map(EmailAddress::value).orElse(""), roles, staff, account.disabled(), me);
    }
}
