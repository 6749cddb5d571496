package fr.preau.people;

import fr.preau.base.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** An account that acts for a household. */
@Entity
class HouseholdAccount {

    @Id
    private UUID id;
    @TenantId
    @Column(name = "centre_id")
    private UUID centreId;
    private UUID householdId;
    private UUID accountId;
    private @Nullable UUID personId;
    private Instant linkedAt;
    @Version
    private int version;

    protected HouseholdAccount() {
    }

    HouseholdAccount(UUID household, UUID account, @Nullable UUID person, Instant linkedAt) {
        this.id = Ids.next();
        this.householdId = household;
        this.accountId = account;
        this.personId = person;
        this.linkedAt = linkedAt;
    }

    /** Whoever was taken out of a household acts for another one, of which she is this adult. */
    void actsNowAs(Person adult, Instant since) {
        if (adult.householdId().equals(householdId)) {
            throw new IllegalStateException("Nobody becomes somebody else of her family");
        }
        householdId = adult.householdId();
        personId = adult.id();
        linkedAt = since;
    }

    UUID accountId() {
        return accountId;
    }

    UUID householdId() {
        return householdId;
    }

    /** The person who this account is, when that is known. */
    @Nullable UUID personId() {
        return personId;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HouseholdAccount that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
