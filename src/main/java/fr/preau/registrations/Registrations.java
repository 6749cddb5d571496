package fr.preau.registrations;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The registrations of the current centre with their seats, offers and history. New rows go in without being looked for first. */
@Component
class Registrations {

    /**
     * Who is before others in a list: those who wait, and those who asked earlier and have no answer yet. A rank that is told
     * then only gets better, whatever the answers are.
     */
    static final Set<RegistrationState> COUNT_FOR_RANK = EnumSet.of(RegistrationState.WAITING, RegistrationState.REQUESTED);

    private final EntityManager database;

    Registrations(EntityManager database) {
        this.database = database;
    }

    void add(Object row) {
        database.persist(row);
    }

    Optional<RegistrationRequest> requestOf(String key) {
        return database.createQuery("select r from RegistrationRequest r where r.idempotencyKey = :key", RegistrationRequest.class)
                .setParameter("key", key).getResultList().stream().findFirst();
    }

    boolean hasCode(RequestCode code) {
        return !database.createQuery("select r.id from RegistrationRequest r where r.code = :code", UUID.class)
                .setParameter("code", code.value()).getResultList().isEmpty();
    }

    Optional<RegistrationRequest> request(UUID id) {
        return database.createQuery("select r from RegistrationRequest r where r.id = :id", RegistrationRequest.class)
                .setParameter("id", id).getResultList().stream().findFirst();
    }

    /** Without their seats, by turn. */
    List<Registration> ofRequest(UUID request) {
        return database.createQuery("""
                select r from Registration r where r.requestId = :request
                order by r.turn.queuedAt, r.id""", Registration.class).setParameter("request", request).getResultList();
    }

    List<Registration> withSeats(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : database.createQuery("""
                select distinct r from Registration r left join fetch r.seats where r.id in :ids order by r.turn.queuedAt, r.id""",
                Registration.class).setParameter("ids", ids).getResultList();
    }

    /** Those of a party who are in this state, with their seats. */
    List<Registration> ofParty(UUID party, RegistrationState state) {
        return database.createQuery("""
                select distinct r from Registration r left join fetch r.seats
                where r.turn.party = :party and r.state = :state order by r.turn.queuedAt, r.id""", Registration.class)
                .setParameter("party", party).setParameter("state", state).getResultList();
    }

    /** All who ever were of a party. */
    Set<UUID> idsOfParty(UUID party) {
        return Set.copyOf(database.createQuery("select r.id from Registration r where r.turn.party = :party", UUID.class)
                .setParameter("party", party).getResultList());
    }

    /** Who waits for an answer in a group and is of a party with one of these, with their seats, by turn. */
    List<Registration> unansweredWith(Collection<UUID> ids, UUID group) {
        return database.createQuery("""
                select distinct r from Registration r left join fetch r.seats
                where r.groupId = :group and r.state = fr.preau.registrations.RegistrationState.REQUESTED and r.turn.party in (
                  select n.turn.party from Registration n where n.id in :ids and n.state = fr.preau.registrations.RegistrationState.REQUESTED)
                order by r.turn.queuedAt, r.id""", Registration.class)
                .setParameter("group", group).setParameter("ids", ids).getResultList();
    }

    /** All of a group that are in one of these states, with their seats. */
    List<Registration> ofGroup(UUID group, Set<RegistrationState> states) {
        return database.createQuery("""
                select distinct r from Registration r left join fetch r.seats
                where r.groupId = :group and r.state in :states order by r.turn.queuedAt, r.id""", Registration.class)
                .setParameter("group", group).setParameter("states", states).getResultList();
    }

    /** Whether somebody is in one of these states for all sessions of a group. */
    boolean hasSeries(UUID group, Set<RegistrationState> states) {
        return !database.createQuery("""
                select r.id from Registration r where r.groupId = :group and r.sessionId is null and r.state in :states""", UUID.class)
                .setParameter("group", group).setParameter("states", states).setMaxResults(1).getResultList().isEmpty();
    }

    /** Those who sit or wait in one of these sessions, with all their seats. */
    List<Registration> inSessions(Collection<UUID> sessions) {
        return database.createQuery("""
                select distinct r from Registration r join fetch r.seats where exists (
                  select 1 from Seat s where s.registration = r and s.sessionId in :sessions and s.standing <> fr.preau.registrations.Standing.RELEASED)
                order by r.turn.queuedAt, r.id""", Registration.class).setParameter("sessions", sessions).getResultList();
    }

    List<Registration> ofPerson(UUID person, Set<RegistrationState> states) {
        return database.createQuery("""
                select distinct r from Registration r left join fetch r.seats
                where r.personId = :person and r.state in :states""", Registration.class)
                .setParameter("person", person).setParameter("states", states).getResultList();
    }

    /** The first party of a list (R5). */
    Optional<UUID> headOf(UUID group, @Nullable UUID session) {
        var query = database.createQuery("""
                select r.turn.party from Registration r
                where r.groupId = :group and r.state = fr.preau.registrations.RegistrationState.WAITING and %s
                order by r.turn.priority, r.turn.queuedAt, r.turn.party"""
                .formatted(session == null ? "r.sessionId is null" : "r.sessionId = :session"), UUID.class)
                .setParameter("group", group).setMaxResults(1);
        if (session != null) {
            query.setParameter("session", session);
        }
        return query.getResultList().stream().findFirst();
    }

    /** How many parties that are in one of these states have an earlier turn than this one, for the same. */
    int partiesBefore(Registration one, Set<RegistrationState> states) {
        var query = database.createQuery("""
                select count(distinct r.turn.party) from Registration r
                where r.groupId = :group and r.state in :states and %s
                  and (r.turn.priority < :priority or r.turn.priority = :priority and (r.turn.queuedAt < :queuedAt
                    or r.turn.queuedAt = :queuedAt and r.turn.party < :party))"""
                .formatted(one.sessionId() == null ? "r.sessionId is null" : "r.sessionId = :session"), Long.class)
                .setParameter("group", one.groupId()).setParameter("states", states)
                .setParameter("priority", one.turn().priority()).setParameter("queuedAt", one.turn().queuedAt())
                .setParameter("party", one.partyId());
        if (one.sessionId() != null) {
            query.setParameter("session", one.sessionId());
        }
        return query.getSingleResult().intValue();
    }

    /** The groups of these registrations; read before the lock, and they never change. */
    Set<UUID> groupsOf(Collection<UUID> registrations) {
        return registrations.isEmpty() ? Set.of() : database.createQuery(
                "select distinct r.groupId from Registration r where r.id in :ids", UUID.class)
                .setParameter("ids", registrations).getResultList().stream().collect(Collectors.toSet());
    }

    Set<UUID> groupsOfPerson(UUID person, Set<RegistrationState> states) {
        return database.createQuery("""
                select distinct r.groupId from Registration r where r.personId = :person and r.state in :states""", UUID.class)
                .setParameter("person", person).setParameter("states", states).getResultList().stream().collect(Collectors.toSet());
    }

    Optional<PlaceOffer> offer(UUID id) {
        return database.createQuery("select o from PlaceOffer o where o.id = :id", PlaceOffer.class)
                .setParameter("id", id).getResultList().stream().findFirst();
    }

    Optional<PlaceOffer> openOfferOf(UUID party) {
        return database.createQuery("""
                select o from PlaceOffer o where o.partyId = :party and o.state = fr.preau.registrations.OfferState.OPEN""",
                PlaceOffer.class).setParameter("party", party).getResultList().stream().findFirst();
    }

    List<CallTask> openCallsFor(UUID offer) {
        return database.createQuery("select t from CallTask t where t.offerId = :offer and t.doneAt is null", CallTask.class)
                .setParameter("offer", offer).getResultList();
    }

    /** What reception still has to say about an offer, or has said already. */
    List<CallTask> callsFor(UUID offer) {
        return database.createQuery("select t from CallTask t where t.offerId = :offer", CallTask.class)
                .setParameter("offer", offer).getResultList();
    }

    /** What reception still has to tell, or has told already, about this request for this reason. */
    List<CallTask> callsAbout(UUID request, CallReason why) {
        return database.createQuery("select t from CallTask t where t.requestId = :request and t.about = :why", CallTask.class)
                .setParameter("request", request).setParameter("why", why).getResultList();
    }

    /** Groups with an offer or a held place whose deadline has passed. */
    Set<UUID> groupsWithDeadlinesBefore(Instant now) {
        var offered = database.createQuery("""
                select distinct o.groupId from PlaceOffer o
                where o.state = fr.preau.registrations.OfferState.OPEN and o.deadline <= :now""", UUID.class)
                .setParameter("now", now).getResultList().stream();
        var held = database.createQuery("""
                select distinct r.groupId from Registration r
                where r.state = fr.preau.registrations.RegistrationState.PRE_REGISTERED and r.hold.deadline <= :now""", UUID.class)
                .setParameter("now", now).getResultList().stream();
        return Stream.concat(offered, held).collect(Collectors.toSet());
    }

    List<PlaceOffer> dueOffers(UUID group, Instant now) {
        return database.createQuery("""
                select o from PlaceOffer o
                where o.groupId = :group and o.state = fr.preau.registrations.OfferState.OPEN and o.deadline <= :now
                order by o.deadline""", PlaceOffer.class).setParameter("group", group).setParameter("now", now).getResultList();
    }

    Optional<LetterToken> token(String token, LetterToken.Purpose purpose) {
        return database.createQuery("select t from LetterToken t where t.tokenHash = :hash and t.purpose = :purpose", LetterToken.class)
                .setParameter("hash", LetterToken.hash(token)).setParameter("purpose", purpose).getResultList().stream().findFirst();
    }

    List<RegistrationStep> history(UUID registration) {
        return database.createQuery("""
                select s from RegistrationStep s where s.registrationId = :registration order by s.happenedAt, s.id""",
                RegistrationStep.class).setParameter("registration", registration).getResultList();
    }

    /** Links to give something of these requests up go on until then; none ends earlier than it would have. */
    void linksGoOn(Collection<UUID> requests, Instant until) {
        if (!requests.isEmpty()) {
            database.createQuery("""
                    update LetterToken t set t.expiresAt = :until
                    where t.subjectId in :requests and t.purpose = :cancel and t.expiresAt < :until""")
                    .setParameter("until", until).setParameter("requests", requests).setParameter("cancel", LetterToken.Purpose.CANCEL)
                    .executeUpdate();
        }
    }

    int dropTokensBefore(Instant then) {
        return database.createQuery("delete from LetterToken t where t.expiresAt < :then").setParameter("then", then).executeUpdate();
    }

    void flush() {
        database.flush();
    }
}
