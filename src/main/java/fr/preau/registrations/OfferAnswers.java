package fr.preau.registrations;

import fr.preau.base.NotHereException;
import fr.preau.base.RetriedTransaction;
import fr.preau.messaging.LetterFates;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes answers to offers and ends those that nobody answered: under the group's lock, so that one of the two holds. */
@Component
class OfferAnswers {

    private final GroupBooks books;
    private final Registrations registrations;
    private final Departures departures;
    private final PlacePromotion promotion;
    private final FamilyNews news;
    private final LetterFates letters;
    private final RetriedTransaction transactions;

    OfferAnswers(GroupBooks books, Registrations registrations, Departures departures, PlacePromotion promotion, FamilyNews news,
                 LetterFates letters, RetriedTransaction transactions) {
        this.books = books;
        this.registrations = registrations;
        this.departures = departures;
        this.promotion = promotion;
        this.news = news;
        this.letters = letters;
        this.transactions = transactions;
    }

    OfferOutcome accept(UUID offer, By by) {
        return answer(offer, OfferState.ACCEPTED, by);
    }

    OfferOutcome decline(UUID offer, By by) {
        return answer(offer, OfferState.DECLINED, by);
    }

    /** Nobody could be asked: the place goes on as it would after a deadline, but it is somebody of the staff who says so. */
    OfferOutcome giveUp(UUID offer, By by) {
        return answer(offer, OfferState.EXPIRED, by);
    }

    private OfferOutcome answer(UUID id, OfferState answer, By by) {
        var group = groupOf(id);
        return transactions.call(() -> answerLocked(group, id, answer, by));
    }

    private UUID groupOf(UUID offer) {
        return transactions.call(() -> registrations.offer(offer).map(PlaceOffer::groupId))
                .orElseThrow(() -> new NotHereException("No such offer"));
    }

    private OfferOutcome answerLocked(UUID group, UUID id, OfferState answer, By by) {
        var book = books.open(group).orElseThrow(() -> new NotHereException("No such group"));
        var offer = registrations.offer(id).orElseThrow(() -> new NotHereException("No such offer"));
        if (offer.state() != OfferState.OPEN) {
            return outcome(offer.state());
        }
        var party = registrations.ofParty(offer.partyId(), RegistrationState.OFFERED);
        // The deadline decides, not who of the job and the family was first at the lock.
        var holds = offer.isOpenAt(book.now()) ? answer : OfferState.EXPIRED;
        end(book, offer, party, holds, holds == answer ? by : By.job());
        books.write(book);
        return outcome(holds);
    }

    /** No letter reached the family: the place is kept and reception calls, as for those who have no address. A second time does nothing. */
    void keepUntilCalled(UUID id) {
        var group = groupOf(id);
        transactions.run(() -> books.open(group).ifPresent(book -> registrations.offer(id)
                .filter(offer -> offer.state() == OfferState.OPEN && offer.deadline() != null && !wasCalledAbout(offer))
                .ifPresent(offer -> keep(offer, book))));
    }

    /** Whoever was called has heard of it, letter or not: her time to answer is what it was. */
    private boolean wasCalledAbout(PlaceOffer offer) {
        return registrations.callsFor(offer.id()).stream().anyMatch(call -> call.doneAt() != null);
    }

    /** A call that was to come before the end would say of a family that it has not answered, which could not: one line takes its place. */
    private void keep(PlaceOffer offer, GroupBook book) {
        registrations.openCallsFor(offer.id()).forEach(call -> call.done(null, null, book.now()));
        offer.waitForACall();
        registrations.add(new CallTask(CallReason.PLACE_OFFERED, offer.requestId(), offer.householdId(), offer.id(), book.now()));
    }

    /** Ends what is due in a group: offers without an answer, places held too long. An offer of which nobody has heard waits for a call. */
    void expire(UUID group) {
        transactions.run(() -> books.open(group).ifPresent(book -> {
            expireOffers(book);
            expireHeld(book);
            books.write(book);
        }));
    }

    private void expireOffers(GroupBook book) {
        var due = registrations.dueOffers(book.id(), book.now());
        var unread = letters.ofWhichNoneHasLeft(LetterKind.PLACE_OFFERED.kind(), due.stream().map(PlaceOffer::id).toList());
        for (var offer : due) {
            if (unread.contains(offer.id()) && !wasCalledAbout(offer)) {
                keep(offer, book);
            } else {
                end(book, offer, registrations.ofParty(offer.partyId(), RegistrationState.OFFERED), OfferState.EXPIRED, By.job());
            }
        }
    }

    private void expireHeld(GroupBook book) {
        var due = registrations.ofGroup(book.id(), Set.of(RegistrationState.PRE_REGISTERED)).stream()
                .filter(held -> held.heldUntil() != null && !held.heldUntil().isAfter(book.now())).toList();
        var left = departures.leave(book, due, RegistrationState.EXPIRED, OfferState.EXPIRED, By.job());
        Cancellation.byRequest(left).forEach((request, household) ->
                news.tellOrCall(LetterKey.of(LetterKind.HOLD_EXPIRED, request, book.now()), household, CallReason.HOLD_EXPIRED, request));
        promotion.promote(book);
    }

    private void end(GroupBook book, PlaceOffer offer, List<Registration> party, OfferState how, By by) {
        departures.end(offer, how, by, book);
        var next = switch (how) {
            case ACCEPTED -> RegistrationState.CONFIRMED;
            case DECLINED -> RegistrationState.DECLINED;
            default -> RegistrationState.EXPIRED;
        };
        party.forEach(person -> person.become(next, by, book.now(), book).ifPresent(registrations::add));
        if (how != OfferState.ACCEPTED) {
            promotion.promote(book);
        }
        switch (how) {
            case ACCEPTED -> news.tell(LetterKey.of(LetterKind.CONFIRMED, offer.requestId(), book.now()), news.reachOf(offer.householdId()));
            case DECLINED -> news.tell(LetterKey.of(LetterKind.OFFER_DECLINED, offer.id()), news.reachOf(offer.householdId()));
            default -> {
                if (by.actor() == Actor.JOB) {
                    tellThatItExpired(offer, book.now());
                } else {
                    // Reception has just called in vain: no second call for the same.
                    news.tell(LetterKey.of(LetterKind.OFFER_EXPIRED, offer.id()), news.reachOf(offer.householdId()));
                }
            }
        }
    }

    /** Who said yes or no knows; who said nothing would go on hoping. The call names no offer: there is none to answer any more. */
    void tellThatItExpired(PlaceOffer offer, Instant when) {
        news.tellOrCall(LetterKey.of(LetterKind.OFFER_EXPIRED, offer.id()), offer.householdId(), CallReason.OFFER_EXPIRED,
                Set.of(offer.requestId()), when);
    }

    private static OfferOutcome outcome(OfferState state) {
        return switch (state) {
            case ACCEPTED -> OfferOutcome.ACCEPTED;
            case DECLINED -> OfferOutcome.DECLINED;
            case EXPIRED -> OfferOutcome.EXPIRED;
            case WITHDRAWN -> OfferOutcome.WITHDRAWN;
            case OPEN -> throw new IllegalStateException("No answer yet");
        };
    }
}
