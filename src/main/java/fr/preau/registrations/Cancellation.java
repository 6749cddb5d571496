package fr.preau.registrations;

import fr.preau.base.RetriedTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Ends registrations before their time, whoever wants it, and gives their places on at once. */
@Component
class Cancellation {

    /** Long enough to see one's mistake; short enough not to keep others from a place. */
    static final Duration UNDO = Duration.ofMinutes(10);

    private final GroupBooks books;
    private final Registrations registrations;
    private final Departures departures;
    private final PlacePromotion promotion;
    private final FamilyNews news;
    private final EndCalls calls;
    private final WaysBack ways;
    private final RetriedTransaction transactions;

    Cancellation(GroupBooks books, Registrations registrations, Departures departures, PlacePromotion promotion, FamilyNews news,
                 EndCalls calls, WaysBack ways, RetriedTransaction transactions) {
        this.books = books;
        this.registrations = registrations;
        this.departures = departures;
        this.promotion = promotion;
        this.news = news;
        this.calls = calls;
        this.ways = ways;
        this.transactions = transactions;
    }

    /** Cancels, promotes, tells; the caller has seen that these are somebody's to cancel. */
    CancelOutcome cancel(Set<UUID> ids, RegistrationState to, By by) {
        // A registration never changes its group: this may be read before the lock.
        var groups = transactions.call(() -> registrations.groupsOf(ids));
        return transactions.call(() -> cancelLocked(groups, ids, to, by));
    }

    private CancelOutcome cancelLocked(Set<UUID> groups, Set<UUID> ids, RegistrationState to, By by) {
        var open = books.open(groups);
        var cancelled = new HashSet<UUID>();
        boolean givenAway = false;
        int offered = 0;
        Instant now = null;
        for (var book : open) {
            now = book.now();
            var leaving = registrations.withSeats(ids).stream().filter(one -> one.groupId().equals(book.id())).toList();
            var before = statesOf(leaving);
            var left = departures.leave(book, leaving, to, OfferState.WITHDRAWN, by);
            offered += promotion.promote(book);
            givenAway |= !canReturn(book, left, before);
            books.write(book);
            tell(left, to, book.now());
            left.forEach(one -> cancelled.add(one.id()));
        }
        boolean undoable = now != null && !cancelled.isEmpty() && !givenAway && WaysBack.TAKEN_BACK_BY_STAFF.contains(to);
        return new CancelOutcome(cancelled, undoable ? now.plus(UNDO) : null, offered > 0);
    }

    private void tell(List<Registration> left, RegistrationState to, Instant now) {
        byRequest(left).forEach((request, household) -> {
            if (to == RegistrationState.CANCELLED_BY_FAMILY) {
                news.tell(LetterKey.of(LetterKind.CANCELLED_BY_FAMILY, request, now), news.reachOf(household));
            } else if (!news.tell(LetterKey.of(LetterKind.CANCELLED_BY_CENTRE, request, now), news.reachOf(household))) {
                calls.ended(request, household, now);
            }
        });
    }

    static Map<UUID, UUID> byRequest(Collection<Registration> some) {
        var households = new LinkedHashMap<UUID, UUID>();
        some.forEach(one -> households.put(one.requestId(), one.householdId()));
        return households;
    }

    private static Map<UUID, RegistrationState> statesOf(List<Registration> some) {
        return some.stream().collect(Collectors.toMap(Registration::id, Registration::state));
    }

    /** Whether all of them could come back: those who had places need one each, and there may be fewer now. */
    private boolean canReturn(GroupBook book, List<Registration> left, Map<UUID, RegistrationState> before) {
        var needed = left.stream().filter(one -> before.get(one.id()) == RegistrationState.CONFIRMED)
                .collect(Collectors.groupingBy(one -> book.lineId(one.sessionId()), Collectors.summingInt(one -> 1)));
        var wentOn = ways.wentOn(left.stream().filter(one -> before.get(one.id()) != RegistrationState.CONFIRMED)
                .map(Registration::partyId).toList());
        return left.stream().allMatch(one -> before.get(one.id()) == RegistrationState.CONFIRMED
                ? isRoom(book, one, needed.getOrDefault(book.lineId(one.sessionId()), 0))
                : WaysBack.RETURN.contains(before.get(one.id())) && !wentOn.without(one, before.get(one.id())));
    }

    private static boolean isRoom(GroupBook book, Registration left, int needed) {
        var sessions = book.sessionsOf(left.sessionId());
        return !sessions.isEmpty() && book.waitingParties(left.sessionId()) == 0 && book.free(sessions) >= needed;
    }

    /** What of these the family has cancelled in the last minutes and may still take back: for whoever taps twice, or asks for the answer again. */
    CancelOutcome cancelledLately(Set<UUID> ids, By by) {
        return transactions.call(() -> {
            var lately = canComeBack(ids, by);
            var until = lately.stream().map(Registration::changedAt).min(Comparator.naturalOrder()).map(first -> first.plus(UNDO)).orElse(null);
            return new CancelOutcome(lately.stream().map(Registration::id).collect(Collectors.toSet()), until, false);
        });
    }

    /** Those of these who may come back, when there is room for all of them: as far as one sees without a lock, somebody may be faster. */
    List<Registration> canComeBack(Set<UUID> ids, By by) {
        return canComeBack(List.of(ids), by);
    }

    /** The same of each of these gestures by itself; read at once for all of them that are about one group. */
    List<Registration> canComeBack(Collection<Set<UUID>> gestures, By by) {
        var ids = gestures.stream().flatMap(Set::stream).collect(Collectors.toSet());
        var all = registrations.withSeats(ids);
        return registrations.groupsOf(ids).stream().flatMap(group -> books.peek(group).stream()).flatMap(book -> {
            var ended = all.stream().filter(one -> one.groupId().equals(book.id())).toList();
            var known = ways.read(book, ended);
            return gestures.stream().flatMap(gesture -> {
                var lately = ended.stream().filter(one -> gesture.contains(one.id()) && known.mayReturn(one, by)).toList();
                return plan(book, known, lately, by, new ArrayList<>()) == UndoOutcome.RESTORED ? lately.stream() : Stream.<Registration>empty();
            });
        }).toList();
    }

    /**
     * Whether all of these, which may come back gesture by gesture, still may after the others have: who returns into a list can have what
     * is free before who returns to a place. Locks nothing.
     */
    boolean isRoomForAll(Set<UUID> ids) {
        return registrations.groupsOf(ids).stream().flatMap(group -> books.peek(group).stream()).allMatch(book -> {
            var ended = registrations.withSeats(ids).stream().filter(one -> one.groupId().equals(book.id())).toList();
            var known = ways.read(book, ended);
            return ended.stream().collect(Collectors.groupingBy(one -> book.lineId(one.sessionId()))).values().stream()
                    .allMatch(some -> isRoomForAll(book, known, some));
        });
    }

    private static boolean isRoomForAll(GroupBook book, WaysBack.Known known, List<Registration> some) {
        boolean oneGesture = some.stream().map(Registration::changedAt).distinct().count() == 1;
        boolean hadPlaces = some.stream().anyMatch(one -> known.before(one) == RegistrationState.CONFIRMED);
        long wanted = some.stream().filter(one -> known.before(one) != RegistrationState.REQUESTED).count();
        return oneGesture || !hadPlaces || wanted <= book.free(book.sessionsOf(some.getFirst().sessionId()));
    }

    /** Takes a cancellation back: new rows that stand where the old ones stood, since an end is an end. A second time does nothing more. */
    UndoOutcome undo(Set<UUID> ids, By by) {
        var groups = transactions.call(() -> registrations.groupsOf(ids));
        return transactions.call(() -> undoLocked(groups, ids, by));
    }

    private UndoOutcome undoLocked(Set<UUID> groups, Set<UUID> ids, By by) {
        var back = new ArrayList<Runnable>();
        boolean found = false;
        var open = books.open(groups);
        var ended = new ArrayList<Registration>();
        for (var book : open) {
            var lost = registrations.withSeats(ids).stream().filter(one -> one.groupId().equals(book.id())).toList();
            found |= !lost.isEmpty();
            var outcome = plan(book, ways.read(book, lost), lost, by, back);
            if (outcome != UndoOutcome.RESTORED) {
                return outcome;
            }
            ended.addAll(lost);
        }
        if (back.isEmpty()) {
            return found ? UndoOutcome.RESTORED : UndoOutcome.TOO_LATE;
        }
        back.forEach(Runnable::run);
        calls.takenBack(ended, by, open.getFirst().now());
        open.forEach(book -> {
            // A place may have become free while the list was empty.
            promotion.promote(book);
            books.write(book);
        });
        return UndoOutcome.RESTORED;
    }

    private UndoOutcome plan(GroupBook book, WaysBack.Known known, List<Registration> lost, By by, List<Runnable> back) {
        var needed = new LinkedHashMap<UUID, Integer>();
        var restored = new LinkedHashMap<UUID, EnumMap<RegistrationState, List<Registration>>>();
        for (var one : lost) {
            if (known.isBack(one)) {
                continue;
            }
            if (!known.mayReturn(one, by)) {
                return UndoOutcome.TOO_LATE;
            }
            var as = known.before(one);
            var sessions = book.sessionsOf(one.sessionId());
            if (as == RegistrationState.CONFIRMED && (book.waitingParties(one.sessionId()) > 0
                    || book.free(sessions) < needed.merge(book.lineId(one.sessionId()), 1, Integer::sum))) {
                return UndoOutcome.GIVEN_AWAY;
            }
            restored.computeIfAbsent(one.partyId(), party -> new EnumMap<>(RegistrationState.class))
                    .computeIfAbsent(as, state -> new ArrayList<>()).add(one);
            back.add(() -> bringBack(book, one, as, sessions, by));
        }
        restored.forEach((party, states) -> states.forEach((state, members) -> {
            if (state == RegistrationState.WAITING && !known.wentOn().waiting().contains(party)) {
                back.add(() -> book.partyWaits(members.getFirst().sessionId()));
            }
        }));
        return UndoOutcome.RESTORED;
    }

    private void bringBack(GroupBook book, Registration lost, RegistrationState as, List<UUID> sessions, By by) {
        var request = registrations.request(lost.requestId()).orElseThrow();
        var returned = new Registration(request, lost.personId(), lost.sessionId(), lost.turn(), book.now());
        var step = returned.enterAgain(lost, as, sessions, by, book.now(), book);
        registrations.add(returned);
        registrations.add(step);
        // Whatever it is again: otherwise the last word in the post box would be that it is cancelled.
        var letter = switch (as) {
            case WAITING -> LetterKind.WAITING;
            case REQUESTED -> LetterKind.REQUESTED;
            default -> LetterKind.CONFIRMED;
        };
        news.tell(LetterKey.of(letter, request.id(), book.now()), news.reachOf(lost.householdId()));
    }
}
