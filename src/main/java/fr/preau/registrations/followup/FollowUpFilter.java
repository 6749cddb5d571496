package fr.preau.registrations.followup;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list of registrations shows.
 *
 * @param from  requests with a session from then on; with {@code to}, a week for example
 * @param words parts of names or of the activity's title, in any order, accents ignored; or a request's code
 */
public record FollowUpFilter(Show show, @Nullable UUID activity, @Nullable Instant from, @Nullable Instant to, String words)
        implements Serializable {

    /** Which requests, by what is to be done with them. */
    public enum Show {
        /** To do: to call, asked for, offered, held. */
        TO_DO,
        /** The team has to say yes or no. */
        TO_ACCEPT,
        WAITING,
        CONFIRMED,
        /** Whatever has an end. */
        ENDED,
        ALL
    }

    public static FollowUpFilter of(Show show) {
        return new FollowUpFilter(show, null, null, null, "");
    }
}
