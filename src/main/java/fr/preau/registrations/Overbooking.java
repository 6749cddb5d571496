package fr.preau.registrations;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who was let in beyond the places (R1) is counted beside them while others wait for these, so that nobody's turn is taken (R4). As
 * soon as nobody waits, a place that becomes free is theirs, and the first of them is beyond the places no more.
 */
@Component
class Overbooking {

    private final EntityManager database;

    Overbooking(EntityManager database) {
        this.database = database;
    }

    /** Counts anew after places or people have changed; the caller holds the group's lock and writes the book afterwards. */
    void settle(GroupBook book) {
        if (!book.isOverbooked()) {
            return;
        }
        var beyond = beyondThePlaces(book.id());
        book.lists().forEach(list -> settle(book, list, beyond.stream().filter(one -> Objects.equals(one.sessionId(), list)).toList()));
    }

    private static void settle(GroupBook book, @Nullable UUID list, List<Registration> beyond) {
        var sessions = book.sessionsOf(list);
        boolean othersWait = book.waitingParties(list) > 0;
        for (var session : sessions) {
            book.settle(session, othersWait ? (int) beyond.stream().filter(one -> one.sitsIn(List.of(session))).count() : 0);
        }
        if (!othersWait) {
            beyond.stream().limit(Math.max(0, beyond.size() - book.overbooked(sessions))).forEach(Registration::isWithinThePlaces);
        }
    }

    /** Who came first gets a place first. */
    private List<Registration> beyondThePlaces(UUID group) {
        return database.createQuery("""
                select distinct r from Registration r join fetch r.seats
                where r.groupId = :group and r.overbooked = true and r.state in (fr.preau.registrations.RegistrationState.PRE_REGISTERED,
                  fr.preau.registrations.RegistrationState.CONFIRMED) order by r.turn.queuedAt, r.id""", Registration.class)
                .setParameter("group", group).getResultList();
    }
}
