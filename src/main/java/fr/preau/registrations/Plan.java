package fr.preau.registrations;

import fr.preau.activities.SessionPlaces;
import fr.preau.people.PersonRecord;
import fr.preau.registrations.RegistrationRefusal.Why;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What would come of a gesture: who gets a place, who waits and why, who cannot. The register and the preview make the
 * same plan; only the first carries it out.
 */
final class Plan {

    /** Persons who get places or wait as one, for the series or for one session. */
    record Party(List<PersonRecord> persons, @Nullable UUID session, List<UUID> sessions, @Nullable WaitReason waits,
                 boolean overbooked, int rank) {
    }

    /** Somebody who cannot, for one session, or at all when none is named. */
    record Refused(PersonRecord person, @Nullable UUID session, RegistrationRefusal why) {
    }

    /** Where a person is expected or waits already. */
    record Sitting(UUID person, UUID session, Standing standing, UUID group, String title, Instant startsAt,
                   Instant endsAt) {
    }

    private final GroupBook book;
    private final PartyRule rule;
    private final DeskTerms terms;
    private final ZoneId zone;
    private final Collection<Sitting> sittings;
    private final List<Party> parties = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();

    private Plan(GroupBook book, PartyRule rule, DeskTerms terms, ZoneId zone, Collection<Sitting> sittings) {
        this.book = book;
        this.rule = rule;
        this.terms = terms;
        this.zone = zone;
        this.sittings = sittings;
    }

    /**
     * @param chosen   the sessions asked for, when they are booked one by one
     * @param sittings where these persons are registered already
     */
    static Plan of(GroupBook book, List<PersonRecord> persons, Set<UUID> chosen, PartyRule rule, DeskTerms terms, ZoneId zone,
                   Collection<Sitting> sittings) {
        var plan = new Plan(book, rule, terms, zone, sittings);
        var closed = plan.refusalForAll(chosen);
        if (closed.isPresent()) {
            persons.forEach(person -> plan.refused.add(new Refused(person, null, closed.get())));
            return plan;
        }
        plan.make(persons, chosen);
        return plan;
    }

    List<Party> parties() {
        return List.copyOf(parties);
    }

    List<Refused> refused() {
        return List.copyOf(refused);
    }

    /** Other sessions of these persons at the same time (R8): a warning, no refusal. */
    List<Overlap> overlaps() {
        return parties.stream().filter(party -> party.waits() == null || party.waits() == WaitReason.APPROVAL)
                .flatMap(party -> party.sessions().stream().map(book::session).filter(Objects::nonNull)
                        .flatMap(mine -> party.persons().stream().flatMap(person -> overlapsOf(person.id(), mine))))
                .distinct().toList();
    }

    private Stream<Overlap> overlapsOf(UUID person, SessionPlaces mine) {
        return sittings.stream()
                .filter(other -> other.person().equals(person) && other.standing() == Standing.TAKEN && !other.group().equals(book.id())
                        && other.startsAt().isBefore(mine.endsAt()) && mine.startsAt().isBefore(other.endsAt()))
                .map(other -> new Overlap(person, mine.id(), other.title(), other.startsAt()));
    }

    private Optional<RegistrationRefusal> refusalForAll(Set<UUID> chosen) {
        var closed = Admission.toGroup(book.group(), book.now()).filter(why -> terms.afterClosing() == null || !why.isAboutTheClosing());
        if (closed.isPresent()) {
            return closed;
        }
        if (book.toCome().isEmpty()) {
            return Optional.of(RegistrationRefusal.of(Why.NOTHING_TO_COME));
        }
        if (book.isWholeSeries()) {
            return refusalOfHold(Stream.of(book.toCome().getLast()));
        }
        if (chosen.isEmpty()) {
            return Optional.of(RegistrationRefusal.of(Why.NO_SESSION_CHOSEN));
        }
        return chosen.stream().map(this::refusalOfSession).flatMap(Optional::stream).findFirst()
                .or(() -> refusalOfHold(chosen.stream().map(book::session).map(Objects::requireNonNull)));
    }

    /** A place is held while something is missing: not in the past, and not longer than there is something to come to. */
    private Optional<RegistrationRefusal> refusalOfHold(Stream<SessionPlaces> lastOfEach) {
        var until = terms.heldUntil();
        if (until == null) {
            return Optional.empty();
        }
        if (!until.isAfter(book.now())) {
            return Optional.of(RegistrationRefusal.of(Why.HOLD_OVER));
        }
        return lastOfEach.map(SessionPlaces::startsAt).min(Comparator.naturalOrder()).filter(until::isAfter)
                .map(begins -> RegistrationRefusal.of(Why.HOLD_TOO_LONG, begins));
    }

    private Optional<RegistrationRefusal> refusalOfSession(UUID id) {
        var session = book.session(id);
        if (session == null || session.cancelled()) {
            return Optional.of(RegistrationRefusal.of(Why.SESSION_CANCELLED));
        }
        return session.startsAt().isAfter(book.now()) ? Optional.empty() : Optional.of(RegistrationRefusal.of(Why.SESSION_OVER));
    }

    private void make(List<PersonRecord> persons, Set<UUID> chosen) {
        List<@Nullable UUID> units = new ArrayList<>();
        if (book.isWholeSeries()) {
            units.add(null);
        } else {
            book.toCome().stream().map(SessionPlaces::id).filter(chosen::contains).forEach(units::add);
        }
        var comers = units.stream().map(unit -> persons.stream().filter(mayCome(unit)).toList()).toList();
        if (rule == PartyRule.TOGETHER && !refused.isEmpty()) {
            refuseTheOthers(persons);
            return;
        }
        for (int i = 0; i < units.size(); i++) {
            seat(units.get(i), comers.get(i));
        }
    }

    private void refuseTheOthers(List<PersonRecord> persons) {
        var named = refused.stream().map(Refused::person).collect(Collectors.toSet());
        persons.stream().filter(person -> !named.contains(person))
                .forEach(person -> refused.add(new Refused(person, null, RegistrationRefusal.of(Why.OTHERS_CANNOT))));
    }

    private Predicate<PersonRecord> mayCome(@Nullable UUID unit) {
        var sessions = book.sessionsOf(unit);
        var first = Objects.requireNonNull(book.session(sessions.getFirst()));
        var firstDay = first.startsAt().atZone(zone).toLocalDate();
        return person -> {
            var refusal = already(person, sessions).or(() -> terms.ageExemption() != null
                    ? Optional.empty() : Admission.byAge(book.group().rules(), person, firstDay));
            refusal.ifPresent(why -> refused.add(new Refused(person, unit, why)));
            return refusal.isEmpty();
        };
    }

    private Optional<RegistrationRefusal> already(PersonRecord person, List<UUID> sessions) {
        return sittings.stream()
                .filter(sitting -> sitting.person().equals(person.id()) && sessions.contains(sitting.session()))
                .findFirst()
                .map(sitting -> RegistrationRefusal.of(switch (sitting.standing()) {
                    case TAKEN -> Why.ALREADY_REGISTERED;
                    case ASKED -> Why.ALREADY_ASKED;
                    default -> Why.ALREADY_WAITING;
                }));
    }

    private void seat(@Nullable UUID unit, List<PersonRecord> comers) {
        if (comers.isEmpty()) {
            return;
        }
        if (rule == PartyRule.TOGETHER) {
            seatParty(unit, comers);
        } else {
            comers.forEach(person -> seatParty(unit, List.of(person)));
        }
    }

    /**
     * A place when everybody of the party fits and nobody waits before (R1, R4); a turn in the list otherwise, or by a named right one
     * beyond the places. Where the team answers first, neither: a request takes no place and counts nowhere.
     */
    private void seatParty(@Nullable UUID unit, List<PersonRecord> persons) {
        var sessions = book.sessionsOf(unit);
        if (book.group().rules().needsApproval()) {
            parties.add(new Party(persons, unit, sessions, WaitReason.APPROVAL, false, 0));
            return;
        }
        int free = book.free(sessions);
        boolean fits = free >= persons.size();
        if (fits && book.waitingParties(unit) == 0) {
            take(unit, sessions, persons, false);
        } else if (terms.overbooking() != null) {
            book.overbook(unit, sessions, persons.size());
            take(unit, sessions, persons, true);
        } else {
            var why = fits ? WaitReason.OTHERS_FIRST : free == 0 ? WaitReason.FULL : WaitReason.TOO_FEW_TOGETHER;
            book.partyWaits(unit);
            sessions.forEach(session -> persons.forEach(person -> book.moved(session, Standing.RELEASED, Standing.WAITING)));
            parties.add(new Party(persons, unit, sessions, why, false, book.lastRank(unit)));
        }
    }

    private void take(@Nullable UUID unit, List<UUID> sessions, List<PersonRecord> persons, boolean beyond) {
        sessions.forEach(session -> persons.forEach(person -> book.moved(session, Standing.RELEASED, Standing.TAKEN)));
        parties.add(new Party(persons, unit, sessions, null, beyond, 0));
    }
}
