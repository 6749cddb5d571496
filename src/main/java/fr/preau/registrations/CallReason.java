package fr.preau.registrations;

/** Why reception calls a family. */
public enum CallReason {
    /** They asked on paper, and what came of it could not be written to them. */
    ON_PAPER,
    /** A place is kept for them. */
    PLACE_OFFERED,
    /** A place is kept for them, and they have not answered yet. */
    OFFER_UNANSWERED,
    /** They did not answer while it was kept, or nobody could ask them. */
    OFFER_EXPIRED,
    /** A session or an activity of theirs does not take place, or at another hour. */
    DATE_CHANGED,
    /** An activity of theirs is somewhere else. */
    PLACE_CHANGED,
    /** The centre ended their registration. */
    CANCELLED_BY_CENTRE,
    /** The centre took that back after they had heard of it. */
    REGISTERED_AGAIN,
    /** Somebody whom they registered was taken out of her household. */
    PERSON_REMOVED,
    /** Their place was held until a date, and is not any more. */
    HOLD_EXPIRED,
    /** The team said yes to their request. */
    REQUEST_ACCEPTED,
    /** The team took its yes back after they had heard of it. */
    REQUEST_REOPENED,
    /** The team said no to their request. */
    REQUEST_REFUSED,
    /** Nobody answered their request before the activity began. */
    REQUEST_CLOSED,
    /** They waited for a place until the activity began. */
    LIST_CLOSED,
    /** Registration pauses; they wait, or have asked, and lose nothing by it. */
    PAUSED,
    /** Registration is taken up again, and they still wait. */
    RESUMED;

    /** Whether this step of somebody's is what there is to say: then she is named, with the dates that it was for. */
    boolean tellsOf(RegistrationState from, RegistrationState to) {
        return switch (this) {
            case PLACE_OFFERED, OFFER_UNANSWERED -> to == RegistrationState.OFFERED;
            case OFFER_EXPIRED -> from == RegistrationState.OFFERED && to == RegistrationState.EXPIRED;
            case HOLD_EXPIRED -> from == RegistrationState.PRE_REGISTERED && to == RegistrationState.EXPIRED;
            case CANCELLED_BY_CENTRE -> to == RegistrationState.CANCELLED_BY_CENTRE;
            case PERSON_REMOVED -> to == RegistrationState.CANCELLED_BY_FAMILY;
            case REGISTERED_AGAIN -> from == RegistrationState.DRAFT;
            case REQUEST_ACCEPTED -> from == RegistrationState.REQUESTED && !to.isFinal();
            case REQUEST_REOPENED -> to == RegistrationState.REQUESTED;
            case REQUEST_REFUSED -> to == RegistrationState.REFUSED;
            case REQUEST_CLOSED -> from == RegistrationState.REQUESTED && to == RegistrationState.CLOSED;
            case LIST_CLOSED -> from == RegistrationState.WAITING && to == RegistrationState.CLOSED;
            case ON_PAPER, DATE_CHANGED, PLACE_CHANGED, PAUSED, RESUMED -> false;
        };
    }
}
