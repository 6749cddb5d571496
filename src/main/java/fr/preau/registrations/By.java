package fr.preau.registrations;

import fr.preau.accounts.CurrentUser;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who acts, by which way, and why: what each line of the history says.
 *
 * @param account nobody for a job, and for a page that is opened from a letter
 * @param reason  as the staff typed it, or nothing; as long as a reason may be that an activity or a session is cancelled for
 */
public record By(Actor actor, @Nullable UUID account, @Nullable Channel channel, @Nullable String reason) {

    static final int LONGEST_REASON = 400;

    public By {
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("The reason is longer than " + LONGEST_REASON);
        }
    }

    /** The family, signed in or from a letter. */
    static By family(Channel channel) {
        return new By(Actor.FAMILY, CurrentUser.account().orElse(null), channel, null);
    }

    /**
     * Somebody of the staff.
     *
     * @param channel how the family said it; {@link Channel#DESK} for what the staff decides on its own
     */
    static By staff(Channel channel, @Nullable String reason) {
        return new By(Actor.STAFF, CurrentUser.account().orElse(null), channel, reason);
    }

    static By job() {
        return new By(Actor.JOB, null, null, null);
    }

    By because(@Nullable String why) {
        return new By(actor, account, channel, why);
    }
}
