package fr.preau.registrations;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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

    /** The instant of the next party: now, and never the same or an earlier one than the last, whatever the clock says. */
    Instant nextInstant(Instant now) {
        var micro = now.truncatedTo(ChronoUnit.MICROS);
        lastQueued = micro.isAfter(lastQueued) ? micro : lastQueued.plus(1, ChronoUnit.MICROS);
        return lastQueued;
    }

    void joined() {
        parties++;
    }

    void left() {
        parties--;
    }

    UUID id() {
        return id;
    }

    int parties() {
        return parties;
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
