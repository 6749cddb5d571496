package fr.preau.registrations;

import fr.preau.base.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A line of a registration's history: what changed, who did it, by which way, when, why. */
@Entity
@Immutable
class RegistrationStep {

    @Id
    private UUID id;
    @TenantId
    @Column(name = "centre_id")
    private UUID centreId;
    private UUID registrationId;
    @Enumerated(EnumType.STRING)
    private RegistrationState fromState;
    @Enumerated(EnumType.STRING)
    private RegistrationState toState;
    @Enumerated(EnumType.STRING)
    private Actor actor;
    private @Nullable UUID accountId;
    @Enumerated(EnumType.STRING)
    private @Nullable Channel channel;
    private @Nullable String reason;
    private @Nullable Instant heldUntil;
    private Instant happenedAt;

    protected RegistrationStep() {
    }

    RegistrationStep(UUID registrationId, RegistrationState fromState, RegistrationState toState, By by, Instant now) {
        this.id = Ids.next();
        this.registrationId = registrationId;
        this.fromState = fromState;
        this.toState = toState;
        this.actor = by.actor();
        this.accountId = by.account();
        this.channel = by.channel();
        this.reason = by.reason();
        this.happenedAt = now;
    }

    /** The same line, which also says until when a place is kept. Only before it is written. */
    RegistrationStep keepingUntil(Instant deadline) {
        heldUntil = deadline;
        return this;
    }

    UUID registrationId() {
        return registrationId;
    }

    RegistrationState fromState() {
        return fromState;
    }

    RegistrationState toState() {
        return toState;
    }

    Actor actor() {
        return actor;
    }

    @Nullable UUID accountId() {
        return accountId;
    }

    @Nullable Channel channel() {
        return channel;
    }

    @Nullable String reason() {
        return reason;
    }

    Instant happenedAt() {
        return happenedAt;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegistrationStep that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
