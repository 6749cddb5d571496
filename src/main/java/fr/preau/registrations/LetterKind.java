package fr.preau.registrations;

import java.util.Arrays;
import java.util.Optional;

/** The letters of this module. The outbox knows them by {@link #kind()}, the bundles by the same words. */
enum LetterKind {
    /** Everybody of the request has a place. */
    CONFIRMED("registration-confirmed"),
    /** The place is held until a deadline. */
    HELD("registration-held"),
    /** Nobody of the request has a place yet: never says "confirmée". */
    WAITING("registration-waiting"),
    /** The team answers first: no place yet, and no list. */
    REQUESTED("registration-requested"),
    /** The team said yes: who has a place, who waits. */
    REQUEST_ACCEPTED("request-accepted"),
    /** The team took its yes back: the request waits for an answer again. */
    REQUEST_REOPENED("request-reopened"),
    /** Nobody answered before the activity began. */
    REQUEST_CLOSED("request-closed"),
    /** Some have a place, some wait. */
    PARTLY("registration-partly"),
    PLACE_OFFERED("place-offered"),
    OFFER_EXPIRED("offer-expired"),
    OFFER_DECLINED("offer-declined"),
    HOLD_EXPIRED("hold-expired"),
    CANCELLED_BY_FAMILY("cancelled-by-family"),
    CANCELLED_BY_CENTRE("cancelled-by-centre"),
    /** Somebody was taken out of her household, by others than those who registered her. */
    PERSON_REMOVED("person-removed"),
    REFUSED("registration-refused"),
    LIST_CLOSED("list-closed"),
    /** Registration pauses while the family waits. */
    PAUSED("registration-paused"),
    /** Registration is taken up again, and the family still waits. */
    RESUMED("registration-resumed"),
    SESSION_MOVED("session-moved"),
    /** The activity is somewhere else. */
    PLACE_CHANGED("place-changed"),
    SESSION_CANCELLED("session-cancelled"),
    ACTIVITY_CANCELLED("activity-cancelled");

    private static final String MODULE = "registrations.";
    private final String word;

    LetterKind(String word) {
        this.word = word;
    }

    /** For the outbox, and the beginning of the keys in the bundles. */
    String kind() {
        return MODULE + word;
    }

    static Optional<LetterKind> of(String kind) {
        return Arrays.stream(values()).filter(known -> known.kind().equals(kind)).findFirst();
    }
}
