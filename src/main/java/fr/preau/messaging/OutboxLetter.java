package fr.preau.messaging;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A letter of a centre. */
@Entity
class OutboxLetter extends PostedLetter {

    @TenantId
    @Column(name = "centre_id")
    private UUID centreId;

    /** 0 as it was posted; more when a person has had it sent again. */
    private int copy;

    protected OutboxLetter() {
    }

    int copy() {
        return copy;
    }
}
