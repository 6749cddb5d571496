package fr.preau.registrations;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What became since of registrations that ended, in one statement for however many. */
@Component
class Ends {

    private final EntityManager database;

    Ends(EntityManager database) {
        this.database = database;
    }

    /** What each of these was before it ended. */
    Map<UUID, RegistrationState> statesBeforeEnd(Collection<UUID> ended) {
        return ended.isEmpty() ? Map.of() : database.createQuery("""
                select s from RegistrationStep s where s.registrationId in :ended order by s.happenedAt, s.id""", RegistrationStep.class)
                .setParameter("ended", ended).getResultList().stream()
                .collect(Collectors.toMap(RegistrationStep::registrationId, RegistrationStep::fromState, (earlier, last) -> last));
    }

    /** Where these persons sit or wait in one of these sessions, with all their seats. */
    List<Registration> sitting(Collection<UUID> persons, Collection<UUID> sessions) {
        return sessions.isEmpty() ? List.of() : database.createQuery("""
                select distinct r from Registration r join fetch r.seats where r.personId in :persons and exists (
                  select 1 from Seat s where s.registration = r and s.sessionId in :sessions
                    and s.standing <> fr.preau.registrations.Standing.RELEASED)""", Registration.class)
                .setParameter("persons", persons).setParameter("sessions", sessions).getResultList();
    }

    /** All of these requests, without their seats. */
    List<Registration> ofRequests(Collection<UUID> requests) {
        return requests.isEmpty() ? List.of() : database.createQuery("select r from Registration r where r.requestId in :requests",
                Registration.class).setParameter("requests", requests).getResultList();
    }

    /** Those of these parties that have an open offer. */
    Set<UUID> partiesWithOffers(Collection<UUID> parties) {
        return parties.isEmpty() ? Set.of() : Set.copyOf(database.createQuery("""
                select o.partyId from PlaceOffer o
                where o.partyId in :parties and o.state = fr.preau.registrations.OfferState.OPEN""", UUID.class)
                .setParameter("parties", parties).getResultList());
    }

    /** Those of these parties of whom somebody waits. */
    Set<UUID> partiesThatWait(Collection<UUID> parties) {
        return parties.isEmpty() ? Set.of() : Set.copyOf(database.createQuery("""
                select distinct r.turn.party from Registration r
                where r.turn.party in :parties and r.state = fr.preau.registrations.RegistrationState.WAITING""", UUID.class)
                .setParameter("parties", parties).getResultList());
    }
}
