package fr.preau.registrations;

import fr.preau.base.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A family that cannot be written to has to hear something: reception calls, or tells them at the desk (<i>à appeler</i>). */
@Entity
class CallTask {

    @Id
    private UUID id;
    @TenantId
    @Column(name = "centre_id")
    private UUID centreId;
    @Enumerated(EnumType.STRING)
    private CallReason about;
    private UUID requestId;
    private UUID householdId;
    private @Nullable UUID offerId;
    private @Nullable UUID gesture;
    private Instant createdAt;
    private @Nullable Instant doneAt;
    private @Nullable UUID doneBy;
    private @Nullable String note;
    @Version
    private int version;

    protected CallTask() {
    }

    CallTask(CallReason about, UUID requestId, UUID householdId, @Nullable UUID offerId, Instant now) {
        this(about, requestId, householdId, offerId, null, now);
    }

    /** @param gesture in which the sessions were moved or cancelled that it is about */
    CallTask(CallReason about, UUID requestId, UUID householdId, @Nullable UUID offerId, @Nullable UUID gesture, Instant now) {
        this.id = Ids.next();
        this.about = about;
        this.requestId = requestId;
        this.householdId = householdId;
        this.offerId = offerId;
        this.gesture = gesture;
        this.createdAt = now;
    }

    /** Done once; who does it again changes nothing. */
    void done(@Nullable UUID by, @Nullable String what, Instant now) {
        if (doneAt == null) {
            doneAt = now;
            doneBy = by;
            note = what;
        }
    }

    /** It was noted by mistake. */
    void reopen() {
        doneAt = null;
        doneBy = null;
        note = null;
    }

    UUID id() {
        return id;
    }

    CallReason about() {
        return about;
    }

    UUID requestId() {
        return requestId;
    }

    UUID householdId() {
        return householdId;
    }

    Instant createdAt() {
        return createdAt;
    }

    /** Whether the two tell the family of one act, each beside another of its requests. An offer is answered for itself. */
    boolean isOfTheSameActAs(CallTask other) {
        return equals(other) || householdId.equals(other.householdId) && about == other.about && isOf(other.createdAt)
                && Objects.equals(gesture, other.gesture) && offerId == null && other.offerId == null;
    }

    /** Whether it was noted at this moment or later. */
    boolean isSince(Instant moment) {
        return !createdAt.isBefore(moment);
    }

    /** Whether it came of what happened at exactly this moment. */
    boolean isOf(Instant moment) {
        return createdAt.equals(moment);
    }

    @Nullable Instant doneAt() {
        return doneAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CallTask that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
