package fr.preau.registrations;

import fr.preau.base.Ids;
import fr.preau.base.Moments;
import fr.preau.base.NotHereException;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.UniqueKey;
import fr.preau.centres.CentreService;
import fr.preau.people.HouseholdRecord;
import fr.preau.people.PersonRecord;
import fr.preau.people.Reach;
import fr.preau.registrations.RegistrationRefusal.Why;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * Carries out a gesture, whoever makes it: the lock of the group first, then every rule under the lock, then the rows, the
 * counters and the letter in the same transaction.
 */
@Component
class Register {

    /** A gesture that was sent before; a person who sits or waits in a session already. */
    private static final UniqueKey ONE_GESTURE = UniqueKey.named("one_gesture");
    private static final UniqueKey ONE_ACTIVE_SEAT = UniqueKey.named("one_active_seat");

    private final GroupBooks books;
    private final GestureQueue gestures;
    private final RequestCodes codes;
    private final Registrations registrations;
    private final RegistrationSheets sheets;
    private final FamilyNews news;
    private final RetriedTransaction transactions;
    private final CentreService centres;
    private final Moments moments;
    private final Clock clock;

    Register(GroupBooks books, GestureQueue gestures, RequestCodes codes, Registrations registrations, RegistrationSheets sheets, FamilyNews news,
             RetriedTransaction transactions, CentreService centres, Moments moments, Clock clock) {
        this.books = books;
        this.gestures = gestures;
        this.codes = codes;
        this.registrations = registrations;
        this.sheets = sheets;
        this.news = news;
        this.transactions = transactions;
        this.centres = centres;
        this.moments = moments;
        this.clock = clock;
    }

    Preview preview(HouseholdRecord household, UUID group, Collection<UUID> persons, Set<UUID> sessions, PartyRule rule, DeskTerms terms) {
        var book = books.peek(group).orElseThrow(() -> new NotHereException("No such group"));
        var zone = centres.current().zone();
        var asked = asked(household, persons);
        var plan = Plan.of(book, asked.persons(), sessions, rule, terms, zone, sheets.sittings(persons, book.now()));
        var forecasts = plan.parties().stream().flatMap(party -> party.persons().stream()
                .map(person -> new Preview.Forecast(person.id(), party.session(), party.rank(), party.waits(), party.overbooked()))).toList();
        return new Preview(forecasts, Stream.concat(asked.refused().stream(),
                inWords(plan.refused().stream().map(Register::refusal).toList(), zone).stream()).toList(), plan.overlaps());
    }

    RegisterOutcome register(RegisterCommand command, HouseholdRecord household, DeskTerms terms, By by) {
        return carryOut(command, household, terms, by, gesture -> gestures.together(command.group(), gesture));
    }

    /** @param then what else belongs to the gesture, in the same transaction */
    RegisterOutcome register(RegisterCommand command, HouseholdRecord household, DeskTerms terms, By by, UnaryOperator<RegisterOutcome> then) {
        return carryOut(command, household, terms, by, gesture -> transactions.call(() -> then.apply(gestures.alone(command.group(), gesture))));
    }

    private RegisterOutcome carryOut(RegisterCommand command, HouseholdRecord household, DeskTerms terms, By by,
                                     Function<Function<GroupBook, RegisterOutcome>, RegisterOutcome> lock) {
        // What needs no lock is read before: the lock is short.
        var centre = centres.current();
        var asked = asked(household, command.persons());
        var reach = household.reach();
        if (asked.persons().isEmpty() || command.rule() == PartyRule.TOGETHER && !asked.refused().isEmpty()) {
            return new RegisterOutcome.Refused(asked.refused());
        }
        Function<Collection<Plan.Sitting>, RegisterOutcome> underTheLock = sittings -> codes.withNew(centre.code(), code ->
                lock.apply(book -> registerLocked(book, command, code, asked, sittings, terms, by, centre.zone(), reach)));
        try {
            // Who sits there by another tab, since the look before the lock, can be seen by now.
            return inWords(ONE_ACTIVE_SEAT.again(() -> underTheLock.apply(sittings(command))), centre.zone());
        } catch (DataIntegrityViolationException failure) {
            if (ONE_GESTURE.isBrokenIn(failure)) {
                return transactions.call(() -> sentBefore(command)).orElseThrow(() -> failure);
            }
            throw failure;
        }
    }

    /** Where these persons are expected or wait. The key of a seat, not this reading, keeps anybody from sitting twice. */
    private Collection<Plan.Sitting> sittings(RegisterCommand command) {
        return transactions.call(() -> sheets.sittings(command.persons(), clock.instant()));
    }

    private RegisterOutcome registerLocked(GroupBook book, RegisterCommand command, RequestCode code, Asked asked, Collection<Plan.Sitting> sittings,
                                           DeskTerms terms, By by, ZoneId zone, Reach reach) {
        var plan = Plan.of(book, asked.persons(), command.sessions(), command.rule(), terms, zone, sittings);
        var refused = Stream.concat(asked.refused().stream(), plan.refused().stream().map(Register::refusal)).toList();
        if (plan.parties().isEmpty()) {
            // Sent twice, everybody is registered already; otherwise the key of the gesture says so when it is written.
            return sentBefore(command).orElseGet(() -> new RegisterOutcome.Refused(refused));
        }
        var request = new RegistrationRequest(command, code, by, book.now());
        registrations.add(request);
        var answers = new ArrayList<Answer>();
        plan.parties().forEach(party -> answers.addAll(enter(book, request, party, terms, by)));
        news.tellOfRequest(LetterKey.of(kindOf(answers), request.id()), reach, request);
        return new RegisterOutcome.Registered(request.id(), List.copyOf(answers), refused, plan.overlaps());
    }

    private List<Answer> enter(GroupBook book, RegistrationRequest request, Plan.Party party, DeskTerms terms, By by) {
        // Who has a place stands in no list: the list's row is left alone. Who is to be accepted has a turn from now on.
        var turn = party.waits() == null ? new Turn(Ids.next(), Turn.ORDINARY, book.now().truncatedTo(ChronoUnit.MICROS))
                : book.nextTurn(party.session(), Ids.next());
        return party.persons().stream()
                .map(person -> enter(book.now(), request, person, party, turn, terms, by)).toList();
    }

    private Answer enter(Instant now, RegistrationRequest request, PersonRecord person, Plan.Party party, Turn turn, DeskTerms terms, By by) {
        var registration = new Registration(request, person.id(), party.session(), turn, now);
        registration.waitsBecause(party.waits());
        if (party.overbooked()) {
            registration.markOverbooked();
        }
        var first = firstState(party, terms);
        var step = registration.enter(first, party.sessions(), by.because(terms.reason(first)), now, SeatLedger.COUNTED);
        registrations.add(registration);
        registrations.add(first == RegistrationState.PRE_REGISTERED && terms.heldUntil() != null
                ? registration.hold(step, terms.heldUntil(), terms.missing()) : step);
        return new Answer(registration.id(), person.id(), party.session(), first, party.rank(), party.waits());
    }

    private static RegistrationState firstState(Plan.Party party, DeskTerms terms) {
        if (party.waits() != null) {
            return party.waits() == WaitReason.APPROVAL ? RegistrationState.REQUESTED : RegistrationState.WAITING;
        }
        return terms.heldUntil() == null ? RegistrationState.CONFIRMED : RegistrationState.PRE_REGISTERED;
    }

    private static LetterKind kindOf(List<Answer> answers) {
        if (answers.getFirst().state() == RegistrationState.REQUESTED) {
            return LetterKind.REQUESTED;
        }
        if (answers.stream().allMatch(answer -> answer.state() == RegistrationState.WAITING)) {
            return LetterKind.WAITING;
        }
        if (answers.stream().anyMatch(answer -> answer.state() == RegistrationState.WAITING)) {
            return LetterKind.PARTLY;
        }
        return answers.getFirst().state() == RegistrationState.PRE_REGISTERED ? LetterKind.HELD : LetterKind.CONFIRMED;
    }

    /** The same gesture once more: what became of it, as it stands now. No second row and no second letter. */
    private Optional<RegisterOutcome> sentBefore(RegisterCommand command) {
        return registrations.requestOf(command.key()).map(before -> again(before, command));
    }

    private RegisterOutcome again(RegistrationRequest before, RegisterCommand command) {
        if (!before.householdId().equals(command.household()) || !before.groupId().equals(command.group())) {
            throw new IllegalArgumentException("One key for two gestures");
        }
        var answers = registrations.ofRequest(before.id()).stream().map(this::answer).toList();
        return new RegisterOutcome.Registered(before.id(), answers, List.of(), List.of());
    }

    /** The same outcome as it stands now. */
    RegisterOutcome.Registered now(RegisterOutcome.Registered before) {
        return new RegisterOutcome.Registered(before.request(), registrations.ofRequest(before.request()).stream().map(this::answer).toList(),
                before.refused(), before.overlaps());
    }

    private Answer answer(Registration registration) {
        boolean waits = registration.state() == RegistrationState.WAITING;
        int rank = waits ? registrations.partiesBefore(registration, Registrations.COUNT_FOR_RANK) + 1 : 0;
        return new Answer(registration.id(), registration.personId(), registration.sessionId(), registration.state(), rank,
                waits ? registration.waitsBecause() : null);
    }

    /** Who is asked for, and may be asked for by this household. */
    private record Asked(List<PersonRecord> persons, List<PersonRefusal> refused) {
    }

    private static Asked asked(HouseholdRecord household, Collection<UUID> ids) {
        var persons = new ArrayList<PersonRecord>();
        var refused = new ArrayList<PersonRefusal>();
        for (var id : ids) {
            var person = household.person(id).filter(found -> !found.removed());
            if (person.isEmpty()) {
                refused.add(new PersonRefusal(id, "", null, RegistrationRefusal.of(Why.NO_LONGER_IN_HOUSEHOLD)));
            } else if (person.get().isChild() && !hasGuardian(household, person.get())) {
                refused.add(new PersonRefusal(id, person.get().firstName(), null, RegistrationRefusal.of(Why.NO_GUARDIAN)));
            } else {
                persons.add(person.get());
            }
        }
        return new Asked(persons, refused);
    }

    /** A minor is registered by an adult of the household, and not from a minor’s own account. */
    private static boolean hasGuardian(HouseholdRecord household, PersonRecord child) {
        boolean childAlone = household.you() != null && household.person(household.you()).filter(PersonRecord::isChild).isPresent();
        return !childAlone && (!household.adults().isEmpty() || !child.guardians().isEmpty());
    }

    private static PersonRefusal refusal(Plan.Refused one) {
        return new PersonRefusal(one.person().id(), one.person().firstName(), one.session(), one.why());
    }

    /** In the language of who asks, and so in her own thread: the lock may have been another family's. */
    private RegisterOutcome inWords(RegisterOutcome outcome, ZoneId zone) {
        return switch (outcome) {
            case RegisterOutcome.Registered done -> new RegisterOutcome.Registered(done.request(), done.answers(), inWords(done.refused(), zone), done.overlaps());
            case RegisterOutcome.Refused no -> new RegisterOutcome.Refused(inWords(no.whyNot(), zone));
        };
    }

    private List<PersonRefusal> inWords(List<PersonRefusal> refused, ZoneId zone) {
        return refused.stream().map(one -> new PersonRefusal(one.person(), one.name(), one.session(), inWords(one.why(), zone))).toList();
    }

    private RegistrationRefusal inWords(RegistrationRefusal refusal, ZoneId zone) {
        return new RegistrationRefusal(refusal.why(), refusal.facts().stream().map(fact -> inWords(fact, zone)).toList());
    }

    private Object inWords(Object fact, ZoneId zone) {
        return switch (fact) {
            case LocalDate day -> moments.month(day);
            case Instant moment -> moments.full(moment, zone);
            default -> fact;
        };
    }
}
