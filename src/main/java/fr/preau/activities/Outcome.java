package fr.preau.activities;

import fr.preau.base.Refusal;
import java.util.List;
import java.util.UUID;

/** What became of a change. */
public sealed interface Outcome {

    /**
     * It is written.
     *
     * @param there dates that were to be added and were there already
     */
    record Done(UUID activityId, String slug, int there) implements Outcome {
    }

    /** Something typed does not go; nothing was written. */
    record NotYet(List<Problem> problems) implements Outcome {
    }

    /** Somebody else changed the activity since it was read; nothing was written. */
    record ChangedMeanwhile() implements Outcome {
    }

    /** It cannot be done as things stand; nothing was written. */
    record Refused(Reason reason) implements Outcome {
    }

    /** Why it cannot be done. */
    enum Reason implements Refusal {
        /** There is no such activity, group or session in this centre. */
        NOT_FOUND("not-found"),
        /** A draft cannot be suspended, a cancelled activity cannot come back. */
        NOT_IN_THIS_STATE("not-in-this-state"),
        REASON_MISSING("reason-missing"),
        REASON_TOO_LONG("reason-too-long"),
        /** Who is registered for all dates, or asked for them, said nothing about the new ones. */
        SERIES_HAS_PEOPLE("series-has-people"),
        /** Who waits for a place, an answer or a decision would wait for ever where nobody registers any more. */
        FAMILIES_WAIT("families-wait"),
        /** All dates to come that were to be added are there already. */
        DATES_ARE_THERE("dates-are-there"),
        /** The holidays and the exceptions leave no date, or all dates are past. */
        NO_DATE_LEFT("no-date-left"),
        SESSION_OVER("session-over"),
        /** What has no session to come is not shown: nobody could come. */
        NO_SESSION_TO_COME("no-session-to-come"),
        /** What people have seen is cancelled, not deleted. */
        ONCE_PUBLISHED("once-published");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        /** Whether what is wrong is the reason that somebody gave. */
        public boolean isAboutTheReason() {
            return this == REASON_MISSING || this == REASON_TOO_LONG;
        }

        @Override
        public String key() {
            return "activities.refusal." + word;
        }
    }
}
