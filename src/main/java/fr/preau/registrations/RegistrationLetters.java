package fr.preau.registrations;

import fr.preau.messaging.Envelope;
import fr.preau.messaging.Letter;
import fr.preau.messaging.LetterWriter;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Writes this module's letters from what is true when they leave. What has become untrue is not written: an offer that was
 * answered, a confirmation of what was cancelled since. A letter to who waits never says "confirmée".
 */
@Component
class RegistrationLetters implements LetterWriter {

    private final RequestLetters requests;
    private final OfferLetters offers;
    private final EndLetters ends;
    private final DateLetters dates;
    private final PauseLetters pauses;

    RegistrationLetters(RequestLetters requests, OfferLetters offers, EndLetters ends, DateLetters dates, PauseLetters pauses) {
        this.requests = requests;
        this.offers = offers;
        this.ends = ends;
        this.dates = dates;
        this.pauses = pauses;
    }

    @Override
    public boolean writes(String kind) {
        return LetterKind.of(kind).isPresent();
    }

    @Override
    public Optional<Letter> write(Envelope envelope) {
        var key = LetterKey.read(envelope);
        return switch (key.kind()) {
            case CONFIRMED, HELD -> requests.places(key);
            case WAITING -> requests.list(key);
            case PARTLY -> requests.placesAndList(key);
            case REQUESTED -> requests.asked(key);
            case REQUEST_ACCEPTED -> requests.accepted(key);
            case PLACE_OFFERED -> offers.made(key);
            case OFFER_DECLINED -> offers.declined(key);
            case OFFER_EXPIRED -> offers.expired(key);
            case HOLD_EXPIRED -> ends.ended(key, RegistrationState.EXPIRED);
            case CANCELLED_BY_FAMILY, PERSON_REMOVED -> ends.ended(key, RegistrationState.CANCELLED_BY_FAMILY);
            case CANCELLED_BY_CENTRE -> ends.ended(key, RegistrationState.CANCELLED_BY_CENTRE);
            case REFUSED -> ends.ended(key, RegistrationState.REFUSED);
            case REQUEST_REOPENED -> ends.ended(key, RegistrationState.REQUESTED);
            case LIST_CLOSED, REQUEST_CLOSED -> ends.ended(key, RegistrationState.CLOSED);
            case ACTIVITY_CANCELLED -> ends.activityCancelled(key);
            case PAUSED -> pauses.paused(key);
            case RESUMED -> pauses.resumed(key);
            case SESSION_MOVED -> dates.moved(key);
            case PLACE_CHANGED -> dates.elsewhere(key);
            case SESSION_CANCELLED -> dates.cancelled(key);
        };
    }
}
