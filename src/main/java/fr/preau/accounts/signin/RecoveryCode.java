package fr.preau.accounts.signin;

import fr.preau.base.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A code on paper for the day when the phone is lost. Good once. */
@Entity
class RecoveryCode {

    @Id
    private UUID id;
    private UUID accountId;
    private String codeHash;
    private @Nullable Instant usedAt;
    @Version
    private int version;

    protected RecoveryCode() {
    }

    RecoveryCode(UUID account, String codeHash) {
        this.id = Ids.next();
        this.accountId = account;
        this.codeHash = codeHash;
    }

    /** @throws IllegalStateException when it was used before */
    void use(Instant now) {
        if (usedAt != null) {
            throw new IllegalStateException("Used before");
        }
        usedAt = now;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecoveryCode that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
