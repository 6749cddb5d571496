package fr.preau.accounts.signin;

import fr.preau.accounts.AccountForgotten;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Erases the keys of whom we have forgotten: what opens nothing any more is kept of nobody. */
@Component
class KeysOfTheForgotten {

    private final StaffPasswords passwords;
    private final TotpFactors factors;
    private final RecoveryCodes papers;
    private final Passkeys passkeys;

    KeysOfTheForgotten(StaffPasswords passwords, TotpFactors factors, RecoveryCodes papers, Passkeys passkeys) {
        this.passwords = passwords;
        this.factors = factors;
        this.papers = papers;
        this.passkeys = passkeys;
    }

    @EventListener
    void erase(AccountForgotten forgotten) {
        passwords.deleteByAccountId(forgotten.account());
        factors.deleteByAccountId(forgotten.account());
        papers.deleteByAccountId(forgotten.account());
        passkeys.deleteByAccountId(forgotten.account());
    }
}
