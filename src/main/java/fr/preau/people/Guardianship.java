package fr.preau.people;

import fr.preau.base.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** An adult answers for a child (responsable légal). */
@Entity
class Guardianship {

    @Id
    private UUID id;
    @TenantId
    @Column(name = "centre_id")
    private UUID centreId;
    private UUID childId;
    private UUID guardianId;
    private Instant since;
    @Version
    private int version;

    protected Guardianship() {
    }

    Guardianship(UUID child, UUID guardian, Instant since) {
        this.id = Ids.next();
        this.childId = child;
        this.guardianId = guardian;
        this.since = since;
    }

    UUID childId() {
        return childId;
    }

    UUID guardianId() {
        return guardianId;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Guardianship that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
