package fr.preau.accounts.team;

import fr.preau.accounts.SignInPost;
import fr.preau.accounts.signin.PasskeyRecord;
import fr.preau.accounts.signin.PasskeyService;
import fr.preau.accounts.signin.PasswordService;
import fr.preau.accounts.signin.SecondFactorService;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What somebody of the staff comes in with, as far as others may touch it: taken away, and the way to new keys sent. Within the
 * caller's transaction; whether the caller may is asked before.
 */
@Component
class MemberKeys {

    private final SecondFactorService factors;
    private final PasskeyService passkeys;
    private final PasswordService passwords;
    private final Invitations invitations;

    MemberKeys(SecondFactorService factors, PasskeyService passkeys, PasswordService passwords, Invitations invitations) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.passwords = passwords;
        this.invitations = invitations;
    }

    /** Phone and paper are lost: everything begins anew, and a letter says so. */
    void lost(UUID account) {
        beginAnew(account, Why.KEYS_LOST.name());
        invitations.write(SignInPost.Kind.NEW_KEYS, account);
    }

    /** Password and passkeys open no more: the next sign-in begins in the mailbox, then with a new app. */
    void beginAnew(UUID account, String why) {
        factors.forgetSecondFactor(account, why);
        passkeys.removeAll(account, why);
    }

    /** Sends the way in: the invitation to who has never chosen a password, else the way to a new one. */
    void writeAgain(UUID account) {
        invitations.write(passwords.isChosen(account) ? SignInPost.Kind.NEW_KEYS : SignInPost.Kind.INVITATION, account);
    }

    /** The passkeys, the oldest first. */
    List<PasskeyRecord> of(UUID account) {
        return passkeys.of(account);
    }

    /** Takes away a lost passkey, and ends what it may have opened. */
    void remove(UUID account, UUID passkey) {
        passkeys.remove(account, passkey, Why.KEYS_LOST.name());
    }
}
