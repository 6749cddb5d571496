package fr.preau.accounts.signin;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks the codes of an authenticator app: each is good once, and none from before the last. */
@Component
class TotpCodes {

    private static final String TOTP = "totp";

    private final TotpFactors factors;
    private final Keys keys;
    private final Clock clock;

    TotpCodes(TotpFactors factors, Keys keys, Clock clock) {
        this.factors = factors;
        this.keys = keys;
        this.clock = clock;
    }

    /** Keeps the secret that an app shares with us from now on. */
    void keep(UUID account, byte[] secret, long firstStep) {
        factors.save(new TotpFactor(account, keys.seal(TOTP, secret), firstStep, clock.instant()));
    }

    /** Uses the app's code up; says why it cannot. */
    @Nullable SignInRefusal use(TotpFactor factor, String typed) {
        var step = Totp.stepOf(keys.open(TOTP, factor.sealedSecret()), typed.replaceAll("\\s", ""), clock.instant());
        if (step.isEmpty()) {
            return SignInRefusal.FACTOR_WRONG;
        }
        if (!factor.takes(step.getAsLong())) {
            return SignInRefusal.FACTOR_USED;
        }
        factor.use(step.getAsLong());
        return null;
    }
}
