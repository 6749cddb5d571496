package fr.preau.accounts.signin;

import fr.preau.accounts.Audit;
import fr.preau.accounts.CurrentUser;
import fr.preau.base.AllowedTo;
import fr.preau.base.FederationWide;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Codes on paper, for the day when the phone is lost: ten, each good once. */
@Service
@FederationWide
@AllowedTo(Role.SIGNED_IN)
public class RecoveryCodeService {

    private static final int RECOVERY_CODES = 10;

    private final RecoveryCodes codes;
    private final TotpFactors factors;
    private final TotpCodes totp;
    private final Keys keys;
    private final RateLimits limits;
    private final Audit audit;
    private final RetriedTransaction transaction;
    private final Clock clock;

    RecoveryCodeService(RecoveryCodes codes, TotpFactors factors, TotpCodes totp, Keys keys, RateLimits limits, Audit audit,
                        RetriedTransaction transaction, Clock clock) {
        this.codes = codes;
        this.factors = factors;
        this.totp = totp;
        this.keys = keys;
        this.limits = limits;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How many codes on paper the signed-in person has left. */
    public int recoveryCodesLeft() {
        return codes.countByAccountIdAndUsedAtIsNull(CurrentUser.require().account());
    }

    /** New codes on paper for the signed-in person, against a code of the app; the old ones are void. */
    public NewCodes newRecoveryCodes(String typed) {
        var account = CurrentUser.require().account();
        if (!limits.take(RateLimits.Rule.FACTORS_FROM_ITS_BROWSER, account.toString())) {
            return new NewCodes.Refused(SignInRefusal.TOO_OFTEN);
        }
        var outcome = transaction.call(() -> makeAgainst(typed, account));
        if (outcome instanceof NewCodes.Made) {
            limits.giveBack(RateLimits.Rule.FACTORS_FROM_ITS_BROWSER, account.toString());
        }
        return outcome;
    }

    private NewCodes makeAgainst(String typed, UUID account) {
        var factor = factors.lock(account);
        var refused = factor.isEmpty() ? SignInRefusal.FACTOR_WRONG : totp.use(factor.get(), typed);
        if (refused != null) {
            return new NewCodes.Refused(refused);
        }
        audit.record("recovery-codes-made", "account", account, null);
        return new NewCodes.Made(make(account));
    }

    /** Uses a code on paper up; false when it is none of this account's, or was used before. */
    boolean use(UUID account, String plain) {
        var paper = codes.lockUnused(account, hash(account, plain));
        paper.ifPresent(code -> code.use(clock.instant()));
        return paper.isPresent();
    }

    /** New codes, to be shown once; those before are void. */
    List<String> make(UUID account) {
        codes.deleteByAccountId(account);
        var made = Stream.generate(() -> Totp.base32(Arrays.copyOf(keys.mac("paper", Keys.random()), 10)).substring(0, 12))
                .limit(RECOVERY_CODES).toList();
        made.forEach(code -> codes.save(new RecoveryCode(account, hash(account, code))));
        return made.stream().map(code -> code.substring(0, 4) + "-" + code.substring(4, 8) + "-" + code.substring(8)).toList();
    }

    void forget(UUID account) {
        codes.deleteByAccountId(account);
    }

    private String hash(UUID account, String plain) {
        return keys.hash("recovery", account.toString(), plain);
    }
}
