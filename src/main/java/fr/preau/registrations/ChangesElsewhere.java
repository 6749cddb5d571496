package fr.preau.registrations;

import fr.preau.activities.ActivityCancelled;
import fr.preau.activities.Booking;
import fr.preau.activities.LockedGroup;
import fr.preau.activities.PlaceChanged;
import fr.preau.activities.PlacesAdded;
import fr.preau.activities.PlacesService;
import fr.preau.activities.SessionPlaces;
import fr.preau.activities.SessionsCancelled;
import fr.preau.activities.SessionsMoved;
import fr.preau.people.PersonLeaving;
import fr.preau.people.PersonRemoved;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What changes in the catalogue and in the families' files and touches registrations, heard in the same transaction: places
 * that become free go to the list with it.
 */
@Component
class ChangesElsewhere {

    static final Set<RegistrationState> ACTIVE = EnumSet.of(RegistrationState.REQUESTED, RegistrationState.PRE_REGISTERED,
            RegistrationState.WAITING, RegistrationState.OFFERED, RegistrationState.CONFIRMED);

    private final GroupBooks books;
    private final PlacesService places;
    private final Registrations registrations;
    private final Departures departures;
    private final PlacePromotion promotion;
    private final Deadlines deadlines;
    private final FamilyNews news;
    private final TransactionTemplate apart;

    ChangesElsewhere(GroupBooks books, PlacesService places, Registrations registrations, Departures departures, PlacePromotion promotion,
                     Deadlines deadlines, FamilyNews news, PlatformTransactionManager transactions) {
        this.books = books;
        this.places = places;
        this.registrations = registrations;
        this.departures = departures;
        this.promotion = promotion;
        this.deadlines = deadlines;
        this.news = news;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        apart.setReadOnly(true);
    }

    /** More room: whoever has the whole series has the new dates too, then the list moves. */
    @EventListener
    void on(PlacesAdded event) {
        books.open(event.groupId()).ifPresent(book -> {
            if (book.group().booking() == Booking.WHOLE_SERIES) {
                joinNewDates(book);
            }
            promotion.promote(book);
            books.write(book);
        });
    }

    private void joinNewDates(GroupBook book) {
        var dates = book.sessionsOf(null);
        for (var one : registrations.ofGroup(book.id(), ACTIVE)) {
            if (one.state().takesPlace()) {
                one.missing(dates).forEach(book::admit);
            }
            one.join(dates, book);
        }
    }

    /**
     * The dates are off: their own registrations end, a series goes on without them. Where none is left, who only hoped for a place in
     * it has nothing to wait for; who has one has been there, or the centre has cancelled all that it was for. Every family hears of
     * all of them at once.
     */
    @EventListener
    void on(SessionsCancelled event) {
        books.open(event.groupId()).ifPresent(book -> {
            var there = registrations.inSessions(event.sessions());
            boolean over = book.toCome().isEmpty();
            departures.leave(book, there.stream().filter(one -> one.sessionId() != null || over && !hasBegun(one, book)).toList(),
                    RegistrationState.CANCELLED_BY_CENTRE, OfferState.WITHDRAWN, By.staff(Channel.DESK, event.reason()));
            there.stream().filter(one -> !one.state().isFinal()).forEach(one -> one.releaseSeatsIn(event.sessions(), book));
            promotion.promote(book);
            books.write(book);
            tell(there, request -> LetterKey.of(LetterKind.SESSION_CANCELLED, request, event.gesture(), book.now()), CallReason.DATE_CHANGED);
        });
    }

    /** Whether she has a place in the series, and a session of it in which she had one took place. */
    private static boolean hasBegun(Registration one, GroupBook book) {
        return one.state() == RegistrationState.CONFIRMED && one.seats().stream().filter(seat -> seat.standing() == Standing.TAKEN)
                .map(seat -> book.session(seat.sessionId()))
                .anyMatch(session -> session != null && !session.cancelled() && !session.startsAt().isAfter(book.now()));
    }

    @EventListener
    void on(SessionsMoved event) {
        var there = registrations.inSessions(event.sessions());
        there.forEach(one -> one.sessionsMoved(event.sessions()));
        deadlines.bringForward(there);
        var requests = there.stream().map(Registration::requestId).collect(Collectors.toSet());
        registrations.linksGoOn(requests, event.lastEnd().plus(LetterParts.AFTERWARDS));
        tell(there, request -> LetterKey.of(LetterKind.SESSION_MOVED, request, event.gesture()), CallReason.DATE_CHANGED);
    }

    @EventListener
    void on(PlaceChanged event) {
        var open = books.open(places.lockActivity(event.activityId()).stream().map(LockedGroup::groupId).toList());
        var toCome = open.stream().flatMap(book -> book.toCome().stream()).map(SessionPlaces::id).toList();
        if (toCome.isEmpty()) {
            return;
        }
        var now = open.getFirst().now();
        tell(registrations.inSessions(toCome), request -> LetterKey.of(LetterKind.PLACE_CHANGED, request, event.activityId(), now),
                CallReason.PLACE_CHANGED);
    }

    /** Its groups end together, in one instant: by that, one letter knows all that a family had in them. */
    @EventListener
    void on(ActivityCancelled event) {
        var open = books.open(places.lockActivity(event.activityId()).stream().map(LockedGroup::groupId).toList());
        var left = new ArrayList<Registration>();
        for (var book : open) {
            left.addAll(departures.leave(book, registrations.ofGroup(book.id(), ACTIVE), RegistrationState.CANCELLED_BY_CENTRE,
                    OfferState.WITHDRAWN, By.staff(Channel.DESK, event.reason())));
            books.write(book);
        }
        open.stream().findFirst().map(GroupBook::now).ifPresent(now ->
                tell(left, request -> LetterKey.of(LetterKind.ACTIVITY_CANCELLED, request, event.activityId(), now), CallReason.DATE_CHANGED));
    }

    /**
     * Somebody is about to leave a household: her groups are locked before that transaction reads anything else, so that what
     * it then sees is fresh. Which groups these are is asked on another connection, since to ask is to read.
     */
    @EventListener
    void on(PersonLeaving event) {
        var groups = apart.execute(status -> registrations.groupsOfPerson(event.personId(), ACTIVE));
        if (groups != null && !groups.isEmpty()) {
            places.hold(groups);
            TransactionSynchronizationManager.registerSynchronization(new Leaving(event.personId(), groups));
        }
    }

    /** The groups that the running transaction holds for somebody who leaves; forgotten with it. */
    private record Leaving(UUID person, Set<UUID> groups) implements TransactionSynchronization {

        static Set<UUID> groupsOf(UUID person) {
            return TransactionSynchronizationManager.getSynchronizations().stream().filter(Leaving.class::isInstance).map(Leaving.class::cast)
                    .filter(one -> one.person().equals(person)).findFirst().map(Leaving::groups).orElse(Set.of());
        }
    }

    /**
     * Where she was registered since, no lock was taken before the first reading, and a place could be given twice: the round
     * gives that back ({@link RoundQueries#registeredAndRemoved()}).
     */
    @EventListener
    void on(PersonRemoved event) {
        release(event.personId(), Leaving.groupsOf(event.personId()), event.byFamily() ? By.family(Channel.WEB) : By.staff(Channel.DESK, null));
    }

    /** All groups in which somebody has something; to be asked before the transaction that {@linkplain #release gives it back}. */
    Set<UUID> groupsOf(UUID person) {
        return registrations.groupsOfPerson(person, ACTIVE);
    }

    /**
     * Gives back all that a person has in these groups, and passes it on.
     *
     * @param groups read in another transaction, or under their locks: what is read here before the lock is old
     */
    void release(UUID person, Set<UUID> groups, By by) {
        for (var book : books.open(groups)) {
            var hers = registrations.ofPerson(person, ACTIVE).stream().filter(one -> one.groupId().equals(book.id())).toList();
            var left = departures.leave(book, hers, RegistrationState.CANCELLED_BY_FAMILY, OfferState.WITHDRAWN, by);
            promotion.promote(book);
            books.write(book);
            tellOfTheRemoval(left, by, book.now());
        }
    }

    /** Who registers a child of another family, and whoever did not do it herself, would otherwise come to a place that is gone. */
    private void tellOfTheRemoval(List<Registration> left, By by, Instant now) {
        Cancellation.byRequest(left).forEach((request, household) -> {
            if (!news.isFrom(household, by)) {
                news.tellOrCall(LetterKey.of(LetterKind.PERSON_REMOVED, request, now), household, CallReason.PERSON_REMOVED, request);
            }
        });
    }

    /** One letter or one line to call for each family, however many sessions and requests of hers the gesture met. */
    void tell(Collection<Registration> some, Function<UUID, LetterKey> letter, CallReason call) {
        var requests = new LinkedHashMap<UUID, Set<UUID>>();
        some.forEach(one -> requests.computeIfAbsent(one.householdId(), first -> new LinkedHashSet<>()).add(one.requestId()));
        requests.forEach((household, hers) -> news.tellOrCall(letter.apply(hers.iterator().next()), household, call, hers));
    }
}
