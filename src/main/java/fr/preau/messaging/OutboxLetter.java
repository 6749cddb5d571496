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

    protected OutboxLetter() {
    }
}
