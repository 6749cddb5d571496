package fr.preau.accounts.signin;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The password of an account of the staff, as a slow hash; none when it was taken away and no new one is chosen yet. */
@Entity
class StaffPassword {

    @Id
    private UUID accountId;
    private String hash;
    private Instant setAt;
    @Version
    private int version;

    protected StaffPassword() {
    }

    StaffPassword(UUID account, String hash, Instant now) {
        this.accountId = account;
        this.hash = hash;
        this.setAt = now;
    }

    void change(String newHash, Instant now) {
        hash = newHash;
        setAt = now;
    }

    /** It opens nothing any more; that there was one stays known, so that its owner is written to as somebody who comes again. */
    void takeAway(Instant now) {
        hash = "";
        setAt = now;
    }

    /** Nothing when it was taken away. */
    Optional<String> hash() {
        return Optional.of(hash).filter(kept -> !kept.isEmpty());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StaffPassword that && accountId.equals(that.accountId);
    }

    @Override
    public int hashCode() {
        return accountId.hashCode();
    }
}
