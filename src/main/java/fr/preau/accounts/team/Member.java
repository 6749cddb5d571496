package fr.preau.accounts.team;

import fr.preau.accounts.AccountRecord;
import fr.preau.base.EmailAddress;
import fr.preau.base.Role;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/**
 * Somebody of the centre's team.
 *
 * @param mail  empty when there is none
 * @param roles in this centre, never none
 * @param me    whether this is who looks
 */
public record Member(UUID account, String name, String mail, List<Role> roles, boolean disabled, boolean me) implements Serializable {

    static Member of(AccountRecord account, List<Role> roles, boolean me) {
        return new Member(account.id(), account.displayName(), account.mail().map(EmailAddress::value).orElse(""), roles, account.disabled(), me);
    }
}
