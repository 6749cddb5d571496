package fr.preau.registrations;

import fr.preau.base.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A freed place that is kept for the first party of the list until it has answered (<i>proposition de place</i>). */
@Entity
class PlaceOffer {

    @Id
    private UUID id;
    @TenantId
    @Column(name = "centre_id")
    private UUID centreId;
    private UUID partyId;
    private UUID requestId;
    private UUID householdId;
    private UUID groupId;
    private @Nullable UUID sessionId;
    private int persons;
    @Enumerated(EnumType.STRING)
    private OfferState state;
    private Instant madeAt;
    private @Nullable Instant deadline;
    private @Nullable Instant answeredAt;
    @Version
    private int version;

    protected PlaceOffer() {
    }

    /** @param deadline nothing when somebody has to call first: then the staff decides how long the place is kept */
    PlaceOffer(Registration first, int persons, Instant madeAt, @Nullable Instant deadline) {
        this.id = Ids.next();
        this.partyId = first.partyId();
        this.requestId = first.requestId();
        this.householdId = first.householdId();
        this.groupId = first.groupId();
        this.sessionId = first.sessionId();
        this.persons = persons;
        this.state = OfferState.OPEN;
        this.madeAt = madeAt;
        this.deadline = deadline;
    }

    /** Whether an answer still counts. */
    boolean isOpenAt(Instant now) {
        return state == OfferState.OPEN && (deadline == null || now.isBefore(deadline));
    }

    /** Its sessions begin earlier than when it was made. An offer for which the staff decides stays one. */
    void openNoLongerThan(Instant latest) {
        if (deadline != null && latest.isBefore(deadline)) {
            deadline = latest;
        }
    }

    /** Nobody could be told of it: it waits for a call, and the staff decides how long. */
    void waitForACall() {
        deadline = null;
    }

    /**
     * Ends the offer in one way, once.
     *
     * @throws IllegalStateException when it has ended already
     */
    void end(OfferState how, Instant now) {
        if (state != OfferState.OPEN || how == OfferState.OPEN) {
            throw new IllegalStateException("An offer ends once: " + state + " then " + how);
        }
        state = how;
        answeredAt = now;
    }

    UUID id() {
        return id;
    }

    UUID partyId() {
        return partyId;
    }

    UUID requestId() {
        return requestId;
    }

    UUID householdId() {
        return householdId;
    }

    UUID groupId() {
        return groupId;
    }

    @Nullable UUID sessionId() {
        return sessionId;
    }

    OfferState state() {
        return state;
    }

    @Nullable Instant deadline() {
        return deadline;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlaceOffer that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
