package fr.preau.people;

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

/** A mail address or phone number of a household, or of one of its persons. */
@Entity
class ContactPoint {

    @Id
    private UUID id;
    @TenantId
    @Column(name = "centre_id")
    private UUID centreId;
    private UUID householdId;
    private @Nullable UUID personId;
    @Enumerated(EnumType.STRING)
    private ContactKind kind;
    private String address;
    private Instant createdAt;
    @Version
    private int version;

    protected ContactPoint() {
    }

    ContactPoint(UUID household, @Nullable UUID person, ContactKind kind, String address, Instant createdAt) {
        this.id = Ids.next();
        this.householdId = household;
        this.personId = person;
        this.kind = kind;
        this.address = address;
        this.createdAt = createdAt;
    }

    /** Becomes this person's own, or the whole household's. */
    void belongTo(@Nullable UUID person) {
        personId = person;
    }

    /** Whose it is; nothing for the whole household's. */
    @Nullable UUID personId() {
        return personId;
    }

    ContactRecord toRecord() {
        return new ContactRecord(id, personId, kind, address);
    }

    UUID id() {
        return id;
    }

    UUID householdId() {
        return householdId;
    }

    boolean isSame(ContactKind otherKind, String otherAddress) {
        return kind == otherKind && address.equals(otherAddress);
    }

    /** Whether it is this person's, or the whole household's. */
    boolean reaches(Person person) {
        return householdId.equals(person.householdId()) && (personId == null || personId.equals(person.id()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ContactPoint that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
