package fr.preau.registrations;

import fr.preau.base.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A registration in one session. */
@Entity
class Seat {

    @Id
    private UUID id;
    @TenantId
    @Column(name = "centre_id")
    private UUID centreId;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "registration_id")
    private Registration registration;
    private UUID sessionId;
    private UUID personId;
    @Enumerated(EnumType.STRING)
    private Standing standing;
    private int sequence;
    @Version
    private int version;

    protected Seat() {
    }

    Seat(Registration registration, UUID sessionId, UUID personId, Standing standing) {
        this.id = Ids.next();
        this.registration = registration;
        this.sessionId = sessionId;
        this.personId = personId;
        this.standing = standing;
    }

    /** Comes after a seat that was given back: calendars heard of that too. */
    void follow(Seat before) {
        sequence = before.sequence() + 1;
    }

    void become(Standing next, SeatLedger ledger) {
        if (standing == next || standing == Standing.RELEASED || !ledger.isAhead(sessionId)) {
            return;
        }
        ledger.moved(sessionId, standing, next);
        standing = next;
        sequence++;
    }

    /** The session is at another hour: calendars have to hear of it. */
    void sessionMoved() {
        if (standing != Standing.RELEASED) {
            sequence++;
        }
    }

    UUID sessionId() {
        return sessionId;
    }

    Standing standing() {
        return standing;
    }

    int sequence() {
        return sequence;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Seat that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
