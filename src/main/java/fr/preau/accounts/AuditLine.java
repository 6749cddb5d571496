package fr.preau.accounts;

import fr.preau.base.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** That somebody did or read something sensitive. Written once. */
@Entity
@Immutable
class AuditLine {

    static final int LONGEST_REASON = 300;

    @Id
    private UUID id;
    private Instant at;
    private @Nullable UUID accountId;
    private @Nullable UUID centreId;
    private String action;
    private String objectType;
    private @Nullable UUID objectId;
    private @Nullable String reason;

    protected AuditLine() {
    }

    AuditLine(Instant at, @Nullable UUID account, @Nullable UUID centre, String action, String objectType,
              @Nullable UUID object, @Nullable String reason) {
        this.id = Ids.next();
        this.at = at;
        this.accountId = account;
        this.centreId = centre;
        this.action = action;
        this.objectType = objectType;
        this.objectId = object;
        this.reason = reason == null || reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
    }

    AuditRecord toRecord() {
        return new AuditRecord(at, accountId, centreId, action, objectType, objectId, reason);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AuditLine that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
