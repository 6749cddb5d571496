package fr.preau.registrations;

import fr.preau.activities.SessionPlaces;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Keeps what has a deadline before the sessions that it is for: an answer, or what is missing, that comes when the last of them
 * has begun helps nobody, and the place could not go to the next of the list.
 */
@Component
class Deadlines {

    private static final Set<RegistrationState> HAVE_ONE = EnumSet.of(RegistrationState.OFFERED, RegistrationState.PRE_REGISTERED);

    private final GroupBooks books;
    private final Registrations registrations;
    private final AnswerTime answerTime;

    Deadlines(GroupBooks books, Registrations registrations, AnswerTime answerTime) {
        this.books = books;
        this.registrations = registrations;
        this.answerTime = answerTime;
    }

    /** Their sessions were moved: some deadlines come earlier, none later. The caller holds the lock of their groups. */
    void bringForward(Collection<Registration> moved) {
        var due = moved.stream().filter(one -> HAVE_ONE.contains(one.state())).collect(Collectors.groupingBy(Registration::groupId));
        if (due.isEmpty()) {
            return;
        }
        books.open(due.keySet()).forEach(book -> bringForward(book, due.get(book.id())));
    }

    private void bringForward(GroupBook book, List<Registration> due) {
        // As when it is noted: a place is held no longer than there is something to come to.
        due.stream().filter(one -> one.state() == RegistrationState.PRE_REGISTERED).forEach(held ->
                toCome(book, held).stream().map(SessionPlaces::startsAt).max(Comparator.naturalOrder()).ifPresent(held::heldNoLongerThan));
        due.stream().filter(one -> one.state() == RegistrationState.OFFERED).collect(Collectors.groupingBy(Registration::partyId))
                .forEach((party, members) -> bringForward(book, party, toCome(book, members.getFirst())));
    }

    private void bringForward(GroupBook book, UUID party, List<SessionPlaces> sessions) {
        if (sessions.isEmpty()) {
            return;
        }
        Instant latest = answerTime.deadline(book.now(), sessions);
        registrations.openOfferOf(party).ifPresent(offer -> offer.openNoLongerThan(latest));
    }

    private static List<SessionPlaces> toCome(GroupBook book, Registration one) {
        return book.sessionsOf(one.sessionId()).stream().map(book::session).map(Objects::requireNonNull).toList();
    }
}
