package fr.preau.registrations;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step of a registration as screens read it.
 *
 * @param who       the name of the account that did it, if one did
 * @param removed   whether it ended because the person was taken out of her household, whoever did that
 * @param heldUntil until when the place was kept by this step, if it kept one
 */
public record HistoryLine(UUID registration, String personName, @Nullable Instant sessionStartsAt, RegistrationState from, RegistrationState to,
                          Actor actor, boolean removed, @Nullable String who, @Nullable Channel channel, @Nullable String reason,
                          @Nullable Instant heldUntil, Instant happenedAt)
        implements Serializable {

    /** Who waited together accepts fewer places, and goes on waiting one by one. */
    public boolean isSeparation() {
        return to == RegistrationState.WAITING && from == RegistrationState.WAITING;
    }

    /** The team took its yes back: the request waits for an answer again. */
    public boolean isYesTakenBack() {
        return to == RegistrationState.REQUESTED && from != RegistrationState.DRAFT;
    }

    /** Nobody answered the request in time: there was no list that could close. */
    public boolean isLeftUnanswered() {
        return to == RegistrationState.CLOSED && from == RegistrationState.REQUESTED;
    }

    /** Why, where the centre owes the family a reason; what staff wrote down for itself stays there. */
    public Optional<String> toldReason() {
        boolean told = to == RegistrationState.CANCELLED_BY_CENTRE || to == RegistrationState.REFUSED;
        return told ? Optional.ofNullable(reason) : Optional.empty();
    }
}
