package fr.preau.registrations;

import fr.preau.base.NotHereException;
import fr.preau.base.RetriedTransaction;
import fr.preau.registrations.ApprovalQueries.Asking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
    private final ApprovalQueries queries;
    private final Departures departures;
    private final CallTasks calls;
    private final PlacePromotion promotion;
    private final FamilyNews news;
    private final RetriedTransaction transactions;

    Approval(GroupBooks books, Registrations registrations, ApprovalQueries queries, Departures departures, CallTasks calls,
             PlacePromotion promotion, FamilyNews news, RetriedTransaction transactions) {
        this.books = books;
        this.registrations = registrations;
        this.queries = queries;
        this.departures = departures;
        this.calls = calls;
        this.promotion = promotion;
        this.news = news;
        this.transactions = transactions;
    }

    /** @param terms what the desk grants with the yes: a place that is held, or one beyond the number of places, with its reason */
    ApprovalOutcome accept(Set<UUID> ids, DeskTerms terms, By by) {
        return answer(ids, (book, party) -> {
            accept(book, party, terms, by);
            calls.closeForWhoWaitsNoMore(party, book.now());
        }, LetterKind.REQUEST_ACCEPTED, CallReason.REQUEST_ACCEPTED);
    }

    /** The same in the gesture of the request itself: whoever makes it hears the answer, and reception calls nobody for it. */
    void acceptAtOnce(Set<UUID> ids, DeskTerms terms, By by) {
        answer(ids, (book, party) -> accept(book, party, terms, by), LetterKind.REQUEST_ACCEPTED, null);
    }

    ApprovalOutcome refuse(Set<UUID> ids, By by) {
        return answer(ids, (book, party) -> departures.leave(book, party, RegistrationState.REFUSED, OfferState.WITHDRAWN, by),
                LetterKind.REFUSED, CallReason.REQUEST_REFUSED);
    }

    /** What one of the two answers does to a party. */
    private interface Verdict {
        void on(GroupBook book, List<Registration> party);
    }

    private ApprovalOutcome answer(Set<UUID> ids, Verdict verdict, LetterKind letter, @Nullable CallReason call) {
        // A registration never changes its group: this may be read before the lock.
        var groups = transactions.call(() -> registrations.groupsOf(ids));
        return transactions.call(() -> {
            var answered = new ArrayList<Registration>();
            Instant now = null;
            for (var book : books.open(groups)) {
                var here = parties(book, ids);
                now = book.now();
                here.forEach(party -> verdict.on(book, party));
                books.write(book);
                tell(here, letter, call, book.now());
                here.forEach(answered::addAll);
            }
            return outcome(ids, answered, now);
        });
    }

    /** Those who still wait for an answer, in the order in which they asked; somebody who is named brings the whole party. */
    private List<List<Registration>> parties(GroupBook book, Set<UUID> ids) {
        Map<UUID, List<Registration>> parties = registrations.unansweredWith(ids, book.id()).stream()
                .collect(Collectors.groupingBy(Registration::partyId, LinkedHashMap::new, Collectors.toList()));
        return parties.values().stream().filter(party -> !book.sessionsOf(party.getFirst().sessionId()).isEmpty()).toList();
    }

    private void accept(GroupBook book, List<Registration> party, DeskTerms terms, By by) {
        var first = party.getFirst();
        var sessions = book.sessionsOf(first.sessionId());
        int free = book.free(sessions);
        boolean othersFirst = registrations.partiesBefore(first, Set.of(RegistrationState.WAITING)) > 0;
        boolean fits = free >= party.size() && !othersFirst;
        boolean beyond = !fits && terms.overbooking() != null;
        if (beyond) {
            book.overbook(first.sessionId(), sessions, party.size());
            party.forEach(Registration::markOverbooked);
        }
        var next = !fits && !beyond ? RegistrationState.WAITING
                : terms.heldUntil() == null ? RegistrationState.CONFIRMED : RegistrationState.PRE_REGISTERED;
        for (var person : party) {
            person.join(sessions, book);
            person.waitsBecause(next != RegistrationState.WAITING ? null
                    : othersFirst && free > 0 ? WaitReason.OTHERS_FIRST : free == 0 ? WaitReason.FULL : WaitReason.TOO_FEW_TOGETHER);
            person.become(next, by.because(beyond ? terms.reason(next) : terms.overbooking(null).reason(next)), book.now(), book)
                    .map(step -> hold(person, step, terms)).ifPresent(registrations::add);
        }
        if (next == RegistrationState.WAITING) {
            book.partyWaits(first.sessionId());
        }
    }

    private static RegistrationStep hold(Registration person, RegistrationStep step, DeskTerms terms) {
        return person.state() == RegistrationState.PRE_REGISTERED && terms.heldUntil() != null
                ? person.hold(step, terms.heldUntil(), terms.missing()) : step;
    }

    /**
     * Takes a yes of the last minutes back: who was accepted waits for an answer again, with the turn of the request; a place
     * that becomes free goes to the head of the list at once.
     */
    UndoOutcome takeBack(Set<UUID> ids, By by) {
        var groups = transactions.call(() -> registrations.groupsOf(ids));
        return transactions.call(() -> {
            var open = books.open(groups);
            var parties = open.stream().collect(Collectors.toMap(GroupBook::id, book -> accepted(book, ids)));
            boolean inTime = open.stream().allMatch(book -> parties.get(book.id()).stream().flatMap(List::stream).allMatch(one -> isFresh(one, book)));
            if (!inTime || parties.values().stream().allMatch(List::isEmpty)) {
                return UndoOutcome.TOO_LATE;
            }
            open.forEach(book -> takeBack(book, parties.get(book.id()), by));
            return UndoOutcome.RESTORED;
        });
    }

    /** Somebody who is named brings those who were accepted with her. A party that has left altogether is none any more. */
    private List<List<Registration>> accepted(GroupBook book, Set<UUID> ids) {
        return registrations.withSeats(ids).stream().filter(one -> one.groupId().equals(book.id())).map(Registration::partyId).distinct()
                .map(party -> registrations.withSeats(registrations.idsOfParty(party)).stream().filter(one -> !one.state().isFinal()).toList())
                .filter(party -> !party.isEmpty()).toList();
    }

    /** Whether the yes was the last that happened to it, and only minutes ago; an offer that was made since is not taken away. */
    private boolean isFresh(Registration one, GroupBook book) {
        var last = registrations.history(one.id()).getLast();
        return last.fromState() == RegistrationState.REQUESTED && one.state() == last.toState()
                && book.now().isBefore(last.happenedAt().plus(Cancellation.UNDO)) && !book.sessionsOf(one.sessionId()).isEmpty();
    }

    private void takeBack(GroupBook book, List<List<Registration>> parties, By by) {
        var since = new LinkedHashMap<UUID, Instant>();
        for (var party : parties) {
            var first = party.getFirst();
            if (first.state() == RegistrationState.WAITING) {
                book.partyNoLongerWaits(first.sessionId());
            }
            since.put(first.requestId(), first.changedAt());
            party.forEach(one -> one.asksAgain(by, book.now(), book).ifPresent(registrations::add));
        }
        promotion.promote(book);
        books.write(book);
        var again = parties.stream().flatMap(List::stream).toList();
        calls.openForWhoWaitsAgain(again);
        Cancellation.byRequest(again).forEach((request, household) -> tellOfTheWayBack(request, household, since.get(request), by, book.now()));
    }

    /**
     * Who has to be called for the yes and was not yet needs no call any more; whoever heard of it has to hear of this too. Whoever
     * asked on paper and is still to be called will hear of how it stands then.
     */
    private void tellOfTheWayBack(UUID request, UUID household, Instant saidAt, By by, Instant now) {
        var calls = registrations.callsAbout(request, CallReason.REQUEST_ACCEPTED).stream().filter(call -> call.isSince(saidAt)).toList();
        boolean nobodyHeard = !calls.isEmpty() && calls.stream().allMatch(call -> call.doneAt() == null);
        calls.forEach(call -> call.done(by.account(), null, now));
        boolean toBeCalled = registrations.callsAbout(request, CallReason.ON_PAPER).stream().anyMatch(call -> call.doneAt() == null);
        if (!nobodyHeard && !toBeCalled) {
            news.tellOrCall(LetterKey.of(LetterKind.REQUEST_REOPENED, request, now), household, CallReason.REQUEST_REOPENED, request);
        }
    }

    private void tell(List<List<Registration>> parties, LetterKind kind, @Nullable CallReason call, Instant now) {
        Cancellation.byRequest(parties.stream().flatMap(List::stream).toList()).forEach((request, household) -> {
            var letter = LetterKey.of(kind, request, now);
            if (call == null) {
                news.tell(letter, news.reachOf(household));
            } else {
                news.tellOrCall(letter, household, call, request);
            }
        });
    }

    private static ApprovalOutcome outcome(Set<UUID> ids, List<Registration> answered, @Nullable Instant now) {
        var passed = new HashSet<>(ids);
        answered.forEach(one -> passed.remove(one.id()));
        var outcome = new ApprovalOutcome(in(answered, RegistrationState::takesPlace), in(answered, state -> state == RegistrationState.WAITING),
                in(answered, state -> state == RegistrationState.REFUSED), passed, null);
        return now == null || outcome.accepted().isEmpty() ? outcome
                : new ApprovalOutcome(outcome.placed(), outcome.waiting(), outcome.refused(), passed, now.plus(Cancellation.UNDO));
    }

    private static Set<UUID> in(List<Registration> some, Predicate<RegistrationState> state) {
        return some.stream().filter(one -> state.test(one.state())).map(Registration::id).collect(Collectors.toSet());
    }

    /** How many of those who asked for this group together have no answer yet. Locks nothing. */
    int unanswered(UUID group) {
        return queries.parties(group);
    }

    /** Which parties of a request wait for an answer, and what a yes would mean if it came now. Locks nothing. */
    List<PendingRequest> pending(UUID request) {
        var asking = queries.of(request);
        if (asking.isEmpty()) {
            return List.of();
        }
        var book = books.peek(asking.getFirst().group()).orElseThrow(() -> new NotHereException("No such group"));
        return asking.stream().collect(Collectors.groupingBy(Asking::party, LinkedHashMap::new, Collectors.toList()))
                .values().stream().map(party -> pending(book, party)).toList();
    }

    private static PendingRequest pending(GroupBook book, List<Asking> party) {
        var first = party.getFirst();
        boolean place = first.waiting() == 0 && book.free(book.sessionsOf(first.session())) >= party.size();
        return new PendingRequest(first.party(), party.stream().map(Asking::registration).collect(Collectors.toSet()),
                place ? 0 : first.waiting() + first.older() + 1, first.older());
    }
}
