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

/** One gesture of a household for a group, for one or several persons. */
@Entity
class RegistrationRequest {

    @Id
    private UUID id;
    @TenantId
    @Column(name = "centre_id")
    private UUID centreId;
    private String idempotencyKey;
    private String code;
    private UUID householdId;
    private UUID groupId;
    @Enumerated(EnumType.STRING)
    private PartyRule partyRule;
    @Enumerated(EnumType.STRING)
    private Channel channel;
    private @Nullable UUID authorId;
    private Instant askedAt;
    @Version
    private int version;

    protected RegistrationRequest() {
    }

    RegistrationRequest(RegisterCommand command, RequestCode code, By by, Instant now) {
        this.id = Ids.next();
        this.idempotencyKey = command.key();
        this.code = code.value();
        this.householdId = command.household();
        this.groupId = command.group();
        this.partyRule = command.rule();
        this.channel = command.channel();
        this.authorId = by.account();
        this.askedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID householdId() {
        return householdId;
    }

    UUID groupId() {
        return groupId;
    }

    PartyRule partyRule() {
        return partyRule;
    }

    /** From now on each person for themselves. */
    void separated() {
        partyRule = PartyRule.WHO_CAN;
    }

    Channel channel() {
        return channel;
    }

    Instant askedAt() {
        return askedAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegistrationRequest that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
