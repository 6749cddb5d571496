package fr.preau.accounts.signin;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** The second factor of an account: what its authenticator app shares with us, sealed. */
@Entity
class TotpFactor {

    @Id
    private UUID accountId;
    private String sealedSecret;
    private long lastStep;
    private Instant since;
    @Version
    private int version;

    protected TotpFactor() {
    }

    TotpFactor(UUID account, String sealedSecret, long firstStep, Instant now) {
        this.accountId = account;
        this.sealedSecret = sealedSecret;
        this.lastStep = firstStep;
        this.since = now;
    }

    /** Whether the code of this half minute may still be used: each one once, and none from before. */
    boolean takes(long step) {
        return step > lastStep;
    }

    void use(long step) {
        if (!takes(step)) {
            throw new IllegalStateException("Used before");
        }
        lastStep = step;
    }

    String sealedSecret() {
        return sealedSecret;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TotpFactor that && accountId.equals(that.accountId);
    }

    @Override
    public int hashCode() {
        return accountId.hashCode();
    }
}
