package fr.preau.registrations;

import fr.preau.base.AllowedTo;
import fr.preau.base.Role;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the links in our letters let their readers do without signing in. Whoever holds the letter may; reading changes
 * nothing, since mail scanners open links too.
 */
@Service
@AllowedTo(Role.ANYONE)
public class LetterLinkService {

    /** An offer as its reader finds it: open or answered. */
    public record OfferPage(OfferState state, List<RegistrationRecord> registrations) implements Serializable {
    }

    private final Registrations registrations;
    private final RegistrationSheets sheets;
    private final RegistrationCalendar calendar;
    private final OfferAnswers answers;
    private final Cancellation cancellation;
    private final Clock clock;

    LetterLinkService(Registrations registrations, RegistrationSheets sheets, RegistrationCalendar calendar, OfferAnswers answers,
                      Cancellation cancellation, Clock clock) {
        this.registrations = registrations;
        this.sheets = sheets;
        this.calendar = calendar;
        this.answers = answers;
        this.cancellation = cancellation;
        this.clock = clock;
    }

    /** The offer of this link; nothing when no letter of this centre had it. */
    @Transactional(readOnly = true)
    public Optional<OfferPage> offer(String token) {
        return subject(token, LetterToken.Purpose.OFFER).flatMap(registrations::offer)
                .map(offer -> new OfferPage(stateNow(offer), sheets.ofParty(offer.partyId())));
    }

    private OfferState stateNow(PlaceOffer offer) {
        return offer.state() == OfferState.OPEN && !offer.isOpenAt(clock.instant()) ? OfferState.EXPIRED : offer.state();
    }

    public Optional<OfferOutcome> accept(String token) {
        return subject(token, LetterToken.Purpose.OFFER).map(offer -> answers.accept(offer, By.family(Channel.WEB)));
    }

    public Optional<OfferOutcome> decline(String token) {
        return subject(token, LetterToken.Purpose.OFFER).map(offer -> answers.decline(offer, By.family(Channel.WEB)));
    }

    /** All registrations of the request that this link may cancel, ended ones included. */
    @Transactional(readOnly = true)
    public List<RegistrationRecord> cancellable(String token) {
        return subject(token, LetterToken.Purpose.CANCEL).map(sheets::ofRequest).orElse(List.of());
    }

    /** The dates of this link's request for one's own calendar; nothing when nobody has a place any more. */
    @Transactional(readOnly = true)
    public Optional<String> calendar(String token) {
        return calendar.file(cancellable(token));
    }

    /**
     * Cancels those of the link's request; ids of other requests are ignored. Whoever taps twice, or reloads the answer, may still take
     * back what the first tap has cancelled.
     */
    public Optional<CancelOutcome> cancel(String token, Set<UUID> ids) {
        return ofLink(token, ids).map(this::cancelOnce);
    }

    private CancelOutcome cancelOnce(Set<UUID> own) {
        var outcome = cancellation.cancel(own, RegistrationState.CANCELLED_BY_FAMILY, By.family(Channel.WEB));
        return outcome.cancelled().isEmpty() ? cancellation.cancelledLately(own, By.family(Channel.WEB)) : outcome;
    }

    public Optional<UndoOutcome> undoCancel(String token, Set<UUID> ids) {
        return ofLink(token, ids).map(own -> cancellation.undo(own, By.family(Channel.WEB)));
    }

    private Optional<Set<UUID>> ofLink(String token, Set<UUID> ids) {
        return subject(token, LetterToken.Purpose.CANCEL).map(request -> sheets.ofRequest(request).stream()
                .map(RegistrationRecord::id).filter(ids::contains).collect(Collectors.toSet())).filter(own -> !own.isEmpty());
    }

    private Optional<UUID> subject(String token, LetterToken.Purpose purpose) {
        return registrations.token(token, purpose).filter(found -> found.isGoodAt(clock.instant())).map(LetterToken::subjectId);
    }
}
