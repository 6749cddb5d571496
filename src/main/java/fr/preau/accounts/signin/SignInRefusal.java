package fr.preau.accounts.signin;

import fr.preau.base.Refusal;
import fr.preau.base.Texts;
import java.util.EnumSet;
import java.util.Set;

/** Why somebody was not let in; each sentence names the next step. */
public enum SignInRefusal implements Refusal {
    NOT_AN_ADDRESS, TOO_OFTEN,
    LINKS_TOO_OFTEN, STAFF_LINKS_TOO_OFTEN, LINK_USED, LINK_TOO_OLD, LINK_OF_ANOTHER_BROWSER, LINK_UNKNOWN, STAFF_COMES_BY_PASSWORD, ACCOUNT_SHUT,
    CODE_WRONG, CODES_TOO_OFTEN, SLIP_USED_UP,
    PASSWORDS_TOO_OFTEN, PASSWORD_WRONG, PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_COMMON, PASSWORDS_DIFFER, CURRENT_PASSWORD_WRONG,
    FACTOR_WRONG, FACTOR_USED, STEP_OVER,
    PASSKEY_WRONG, PASSKEY_UNUSABLE, PASSKEY_KNOWN, PASSKEY_STOPPED, PASSKEY_NAMELESS, PASSKEY_NAME_TOO_LONG, PASSKEYS_TOO_MANY,
    COME_IN_AGAIN;

    private static final Set<SignInRefusal> TOO_MANY_TRIES = EnumSet.of(TOO_OFTEN, LINKS_TOO_OFTEN, STAFF_LINKS_TOO_OFTEN, CODES_TOO_OFTEN,
            PASSWORDS_TOO_OFTEN);

    /** Whether it was not looked at, because there were too many tries. */
    public boolean isForTooManyTries() {
        return TOO_MANY_TRIES.contains(this);
    }

    @Override
    public String key() {
        return "accounts.refusal." + Texts.word(this);
    }
}
