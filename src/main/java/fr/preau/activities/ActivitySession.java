package fr.preau.activities;

import fr.preau.base.Ids;
import fr.preau.base.ShownInPublic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.OptimisticLock;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** One date of a group, with its places. Every change is made under the group's lock. */
@Entity
@ShownInPublic
@DynamicUpdate
class ActivitySession {

    static final int MOST_PLACES = 999;

    @Id
    private UUID id;
    @TenantId
    @Column(name = "centre_id")
    private UUID centreId;
    private UUID groupId;
    private Instant startsAt;
    private Instant endsAt;
    private int weekday;
    private int places;
    // Somebody registers: that is no change of the session that an open form could lose. Written by PlacesQueries.occupy only.
    @Column(updatable = false)
    private int taken;
    @Column(updatable = false)
    private int waiting;
    @Column(updatable = false)
    private int overbooked;
    @OptimisticLock(excluded = true)
    private int kept;
    @Enumerated(EnumType.STRING)
    private SessionStatus status;
    private @Nullable String statusReason;
    private int sequence;
    // Several sessions are moved or cancelled in one gesture: who is told of it reads them in one letter.
    private @Nullable UUID lastGesture;
    @Version
    private @Nullable Integer version;

    protected ActivitySession() {
    }

    ActivitySession(UUID groupId, Instant startsAt, Instant endsAt, ZoneId zone, int places) {
        this.id = Ids.next();
        this.groupId = groupId;
        this.status = SessionStatus.PLANNED;
        this.places = checkedPlaces(places);
        place(startsAt, endsAt, zone);
    }

    /**
     * Takes place at another time. Calendars see a newer version.
     *
     * @param gesture the same for all sessions that are moved together
     * @throws IllegalStateException when it is cancelled
     */
    void move(Instant newStart, Instant newEnd, ZoneId zone, UUID gesture) {
        if (status == SessionStatus.CANCELLED) {
            throw new IllegalStateException("A cancelled session cannot be moved");
        }
        place(newStart, newEnd, zone);
        lastGesture = gesture;
        sequence++;
    }

    private void place(Instant start, Instant end, ZoneId zone) {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("A session ends after it begins");
        }
        startsAt = start;
        endsAt = end;
        weekday = start.atZone(zone).getDayOfWeek().getValue();
    }

    /**
     * Does not take place.
     *
     * @param gesture the same for all sessions that are cancelled together
     */
    void cancel(String reason, UUID gesture) {
        if (status == SessionStatus.CANCELLED) {
            throw new IllegalStateException("It is cancelled already");
        }
        status = SessionStatus.CANCELLED;
        statusReason = reason;
        lastGesture = gesture;
        sequence++;
    }

    /** Offers more places, or fewer: those who have one keep it, and nobody new comes in until there is room again. */
    void offer(int newPlaces) {
        places = checkedPlaces(newPlaces);
        kept = Math.max(0, taken - overbooked - places);
    }

    static int checkedPlaces(int places) {
        if (places < 1 || places > MOST_PLACES) {
            throw new IllegalArgumentException("Places must be between 1 and " + MOST_PLACES);
        }
        return places;
    }

    boolean isPlanned() {
        return status == SessionStatus.PLANNED;
    }

    UUID id() {
        return id;
    }

    UUID groupId() {
        return groupId;
    }

    Instant startsAt() {
        return startsAt;
    }

    Instant endsAt() {
        return endsAt;
    }

    int places() {
        return places;
    }

    SessionRecord toRecord() {
        return new SessionRecord(id, groupId, startsAt, endsAt, places, taken, waiting, overbooked, status, statusReason, sequence,
                version == null ? 0 : version);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ActivitySession that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
