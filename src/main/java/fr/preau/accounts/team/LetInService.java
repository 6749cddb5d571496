package fr.preau.accounts.team;

import fr.preau.accounts.AccountService;
import fr.preau.accounts.Audit;
import fr.preau.accounts.SignInPost;
import fr.preau.accounts.signin.PasskeyService;
import fr.preau.accounts.signin.PasswordService;
import fr.preau.accounts.signin.SecondFactorService;
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
    private final PasswordService passwords;
    private final SecondFactorService factors;
    private final PasskeyService passkeys;
    private final Invitations invitations;
    private final Audit audit;

    LetInService(AccountService accounts, PasswordService passwords, SecondFactorService factors, PasskeyService passkeys,
                 Invitations invitations, Audit audit) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.factors = factors;
        this.passkeys = passkeys;
        this.invitations = invitations;
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
        factors.forgetSecondFactor(account.id(), WHY);
        passkeys.removeAll(account.id(), WHY);
        invitations.write(passwords.isChosen(account.id()) ? SignInPost.Kind.NEW_KEYS : SignInPost.Kind.INVITATION, account.id());
        audit.record("officer-let-in", "account", account.id(), null);
    }
}
