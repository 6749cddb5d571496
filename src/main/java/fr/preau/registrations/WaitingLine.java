package fr.preau.registrations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** The end of a list: how many parties wait there and the last instant given out. One per session, or one per series. */
@Entity
class WaitingLine {

    @Id
    private UUID id;
    @TenantId
    @Column(name = "centre_id")
    private UUID centreId;
    private UUID groupId;
    private int parties;
    private Instant lastQueued;
    @Version
    private int version;

    protected WaitingLine() {
    }

    /** @param id the session's, or the group's when its series is taken as a whole */
    WaitingLine(UUID id, UUID groupId) {
        this.id = id;
        this.groupId = groupId;
        this.lastQueued = Instant.EPOCH;
    }

    /** Notes how the list stands now, as {@link GroupBook} has counted it. */
    void stand(int nowWaiting, Instant last) {
        parties = nowWaiting;
        lastQueued = last;
    }

    UUID id() {
        return id;
    }

    int parties() {
        return parties;
    }

    Instant lastQueued() {
        return lastQueued;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WaitingLine that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
