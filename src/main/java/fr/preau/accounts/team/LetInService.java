package fr.preau.accounts.team;

import fr.preau.accounts.AccountService;
import fr.preau.accounts.Audit;
import fr.preau.base.AllowedTo;
import fr.preau.base.EmailAddress;
import fr.preau.base.FederationWide;
import fr.preau.base.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The last way into the federation, and the first: from the server, when no officer is there who could help. Its letter is only a
 * way to the door; the mailbox of this address is what proves who comes.
 */
@Service
@FederationWide
@AllowedTo(Role.THE_HOUSE)
@Transactional
class LetInService {

    private static final String WHY = "from the server";

    private final AccountService accounts;
    private final MemberKeys keys;
    private final Audit audit;

    LetInService(AccountService accounts, MemberKeys keys, Audit audit) {
        this.accounts = accounts;
        this.keys = keys;
        this.audit = audit;
    }

    /** Makes this address an officer's, whose account is open and whose keys begin anew, and writes to it. */
    public void letIn(EmailAddress mail) {
        String nameForNow = mail.value().substring(0, mail.value().indexOf('@'));
        var account = accounts.withMail(mail, nameForNow);
        if (account.disabled()) {
            accounts.enable(account.id(), WHY);
        }
        accounts.grant(account.id(), Role.FEDERATION, null);
        keys.beginAnew(account.id(), WHY);
        keys.writeAgain(account.id());
        audit.record("officer-let-in", "account", account.id(), null);
    }
}
