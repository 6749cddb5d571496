package fr.preau.activities;

import fr.preau.base.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** What somebody has typed and not yet saved. */
@Entity
class ActivityDraft {

    @Id
    private UUID id;
    @TenantId
    @Column(name = "centre_id")
    private UUID centreId;
    private UUID accountId;
    private @Nullable UUID activityId;
    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    @Column(length = 16_777_215)
    private String typed;
    private Instant savedAt;
    @Version
    private @Nullable Integer version;

    protected ActivityDraft() {
    }

    ActivityDraft(UUID accountId, @Nullable UUID activityId, String typed, Instant now) {
        this.id = Ids.next();
        this.accountId = accountId;
        this.activityId = activityId;
        keep(typed, now);
    }

    final void keep(String newTyped, Instant now) {
        typed = newTyped;
        savedAt = now;
    }

    String typed() {
        return typed;
    }

    Instant savedAt() {
        return savedAt;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ActivityDraft that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
