package fr.preau.registrations;

import fr.preau.base.RetriedTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The team's answer to requests for an activity that needs it: under the group's lock, so that one of two answers holds, and
 * none to what was withdrawn meanwhile. Who asked together is answered together.
 * <p>
 * A request takes no place and keeps nobody from one while it has no answer. A yes counts from the instant of the request
 * (R5): a place when there is one and nobody who asked before waits for it, otherwise the turn in the list that this instant gives.
 */
@Component
class Approval {

    private final GroupBooks books;
    private final Registrations registrations;
    private final Departures departures;
    private final FamilyNews news;
    private final RetriedTransaction transactions;

    Approval(GroupBooks books, Registrations registrations, Departures departures, FamilyNews news, RetriedTransaction transactions) {
        this.books = books;
        this.registrations = registrations;
        this.departures = departures;
        this.news = news;
        this.transactions = transactions;
    }

    ApprovalOutcome accept(Set<UUID> ids, By by) {
        return answer(ids, (book, party) -> accept(book, party, by), LetterKind.REQUEST_ACCEPTED, CallReason.REQUEST_ACCEPTED);
    }

    ApprovalOutcome refuse(Set<UUID> ids, By by) {
        return answer(ids, (book, party) -> departures.leave(book, party, RegistrationState.REFUSED, OfferState.WITHDRAWN, by),
                LetterKind.REFUSED, CallReason.REQUEST_REFUSED);
    }

    /** What one of the two answers does to a party. */
    private interface Verdict {
        void on(GroupBook book, List<Registration> party);
    }

    private ApprovalOutcome answer(Set<UUID> ids, Verdict verdict, LetterKind letter, CallReason call) {
        // A registration never changes its group: this may be read before the lock.
        var groups = transactions.call(() -> registrations.groupsOf(ids));
        return transactions.call(() -> {
            var answered = new ArrayList<Registration>();
            for (var book : books.open(groups)) {
                var here = parties(book, ids);
                here.forEach(party -> verdict.on(book, party));
                books.write(book);
                tell(here, letter, call, book.now());
                here.forEach(answered::addAll);
            }
            return outcome(ids, answered);
        });
    }

    /** Those who still wait for an answer, in the order in which they asked; somebody who is named brings the whole party. */
    private List<List<Registration>> parties(GroupBook book, Set<UUID> ids) {
        Map<UUID, List<Registration>> parties = registrations.ofGroup(book.id(), Set.of(RegistrationState.REQUESTED)).stream()
                .collect(Collectors.groupingBy(Registration::partyId, LinkedHashMap::new, Collectors.toList()));
        return parties.values().stream().filter(party -> party.stream().anyMatch(one -> ids.contains(one.id())))
                .filter(party -> !book.sessionsOf(party.getFirst().sessionId()).isEmpty()).toList();
    }

    private void accept(GroupBook book, List<Registration> party, By by) {
        var first = party.getFirst();
        var sessions = book.sessionsOf(first.sessionId());
        int free = book.free(sessions);
        boolean othersFirst = registrations.partiesBefore(first, Set.of(RegistrationState.WAITING)) > 0;
        boolean place = free >= party.size() && !othersFirst;
        for (var person : party) {
            person.join(sessions, book);
            person.waitsBecause(place ? null : othersFirst && free > 0 ? WaitReason.OTHERS_FIRST : free == 0 ? WaitReason.FULL : WaitReason.TOO_FEW_TOGETHER);
            person.become(place ? RegistrationState.CONFIRMED : RegistrationState.WAITING, by, book.now(), book).ifPresent(registrations::add);
        }
        if (!place) {
            book.partyWaits(first.sessionId());
        }
    }

    private void tell(List<List<Registration>> parties, LetterKind kind, CallReason call, Instant now) {
        Cancellation.byRequest(parties.stream().flatMap(List::stream).toList()).forEach((request, household) ->
                news.tellOrCall(LetterKey.of(kind, request, now), household, call, request, null));
    }

    private static ApprovalOutcome outcome(Set<UUID> ids, List<Registration> answered) {
        var passed = new HashSet<>(ids);
        answered.forEach(one -> passed.remove(one.id()));
        return new ApprovalOutcome(in(answered, RegistrationState.CONFIRMED), in(answered, RegistrationState.WAITING),
                in(answered, RegistrationState.REFUSED), passed);
    }

    private static Set<UUID> in(List<Registration> some, RegistrationState state) {
        return some.stream().filter(one -> one.state() == state).map(Registration::id).collect(Collectors.toSet());
    }

    /** Which parties of a request wait for an answer, and what a yes would mean if it came now. Locks nothing. */
    List<PendingRequest> pending(UUID request) {
        var mine = registrations.ofRequest(request).stream().filter(one -> one.state() == RegistrationState.REQUESTED).toList();
        if (mine.isEmpty()) {
            return List.of();
        }
        var book = books.peek(mine.getFirst().groupId()).orElseThrow();
        return mine.stream().collect(Collectors.groupingBy(Registration::partyId, LinkedHashMap::new, Collectors.toList()))
                .values().stream().map(party -> pending(book, party)).toList();
    }

    private PendingRequest pending(GroupBook book, List<Registration> party) {
        var first = party.getFirst();
        int before = registrations.partiesBefore(first, Set.of(RegistrationState.WAITING));
        int older = registrations.partiesBefore(first, Set.of(RegistrationState.REQUESTED));
        boolean place = before == 0 && book.free(book.sessionsOf(first.sessionId())) >= party.size();
        return new PendingRequest(first.partyId(), party.stream().map(Registration::id).collect(Collectors.toSet()), place ? 0 : before + older + 1,
                older);
    }
}
