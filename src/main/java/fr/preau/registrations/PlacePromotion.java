package fr.preau.registrations;

import fr.preau.activities.ActivityStatus;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives freed places to the head of the list: the one way, for every release (R4), in the transaction of the release.
 * The order is STRICT (R5): when the first party does not fit, it waits and so do those behind it; a party is never split.
 */
@Component
class PlacePromotion {

    private final Registrations registrations;
    private final Overbooking overbooking;
    private final CallTasks calls;
    private final FamilyNews news;
    private final AnswerTime answerTime;

    PlacePromotion(Registrations registrations, Overbooking overbooking, CallTasks calls, FamilyNews news, AnswerTime answerTime) {
        this.registrations = registrations;
        this.overbooking = overbooking;
        this.calls = calls;
        this.news = news;
        this.answerTime = answerTime;
    }

    /**
     * Offers what is free in this group; the caller holds its lock and writes the book afterwards.
     *
     * @return how many parties have an offer now that waited before
     */
    int promote(GroupBook book) {
        overbooking.settle(book);
        if (!book.group().status().equals(ActivityStatus.PUBLISHED)) {
            return 0;
        }
        int offered = 0;
        for (var list : book.lists()) {
            offered += promote(book, list);
        }
        if (offered > 0) {
            overbooking.settle(book);
        }
        return offered;
    }

    private int promote(GroupBook book, @Nullable UUID list) {
        var sessions = book.sessionsOf(list);
        int offered = 0;
        while (book.waitingParties(list) > 0 && book.free(sessions) > 0) {
            var head = registrations.headOf(book.id(), list);
            if (head.isEmpty()) {
                return offered;
            }
            var party = registrations.ofParty(head.get(), RegistrationState.WAITING);
            if (party.size() > book.free(sessions)) {
                return offered;
            }
            offer(book, list, sessions, party);
            offered++;
        }
        return offered;
    }

    private void offer(GroupBook book, @Nullable UUID list, List<UUID> sessions, List<Registration> party) {
        var now = book.now();
        for (var person : party) {
            person.join(sessions, book);
            person.become(RegistrationState.OFFERED, By.job(), now, book).ifPresent(registrations::add);
        }
        book.partyNoLongerWaits(list);
        calls.closeForWhoWaitsNoMore(party, now);
        var first = party.getFirst();
        var reach = news.reachOf(first.householdId());
        boolean canBeWrittenTo = !reach.mails().isEmpty();
        var offer = new PlaceOffer(first, party.size(), now, canBeWrittenTo ? deadline(book, sessions, now) : null);
        registrations.add(offer);
        if (canBeWrittenTo) {
            news.tell(LetterKey.of(LetterKind.PLACE_OFFERED, offer.id()), reach);
        } else {
            registrations.add(new CallTask(CallReason.PLACE_OFFERED, offer.requestId(), offer.householdId(), offer.id(), now));
        }
    }

    private Instant deadline(GroupBook book, List<UUID> sessions, Instant now) {
        return answerTime.deadline(now, sessions.stream().map(book::session).map(Objects::requireNonNull).toList());
    }
}
