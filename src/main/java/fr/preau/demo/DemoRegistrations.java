package fr.preau.demo;

import fr.preau.activities.ActivitySheet;
import fr.preau.activities.Booking;
import fr.preau.activities.GroupSheet;
import fr.preau.activities.SessionRecord;
import fr.preau.base.InTheDemonstration;
import fr.preau.people.ContactKind;
import fr.preau.people.HouseholdRecord;
import fr.preau.people.PersonRecord;
import fr.preau.registrations.ApprovalService;
import fr.preau.registrations.Channel;
import fr.preau.registrations.DeskService;
import fr.preau.registrations.DeskTerms;
import fr.preau.registrations.OfferService;
import fr.preau.registrations.PartyRule;
import fr.preau.registrations.RegisterCommand;
import fr.preau.registrations.RegisterOutcome;
import fr.preau.registrations.RegistrationRecord;
import fr.preau.registrations.RegistrationState;
import fr.preau.registrations.attendance.AttendanceMark;
import fr.preau.registrations.attendance.AttendanceService;
import fr.preau.registrations.attendance.AttendanceSheet;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Lets families register, change their minds, wait and be offered places, at hours that are past by now. */
@Component
@InTheDemonstration
class DemoRegistrations {

    private static final Channel[] WAYS = {Channel.DESK, Channel.PHONE, Channel.DESK, Channel.PAPER};

    private static final AttendanceMark[] MARKS = {AttendanceMark.PRESENT, AttendanceMark.PRESENT, AttendanceMark.PRESENT,
            AttendanceMark.ABSENT_EXCUSED, AttendanceMark.PRESENT, AttendanceMark.PRESENT, AttendanceMark.ABSENT};

    private final DeskService desk;
    private final OfferService offers;
    private final ApprovalService approvals;
    private final AttendanceService attendance;
    private final EntityManager written;

    DemoRegistrations(DeskService desk, OfferService offers, ApprovalService approvals, AttendanceService attendance, EntityManager written) {
        this.desk = desk;
        this.offers = offers;
        this.approvals = approvals;
        this.attendance = attendance;
        this.written = written;
    }

    /** Families come one after the other, until so many persons have asked. */
    List<UUID> register(ActivitySheet activity, List<HouseholdRecord> families, int first, int persons, Instant from) {
        var group = activity.groups().getFirst();
        var requests = new ArrayList<UUID>();
        int asked = 0;
        for (int i = 0; i < families.size() && asked < persons; i++) {
            var family = families.get((first + i) % families.size());
            var moment = DemoHours.of(i, from);
            var who = whoFits(activity, family, persons - asked);
            var sessions = sessions(group, moment, i);
            if (who.isEmpty() || (group.booking() == Booking.BY_SESSION && sessions.isEmpty())) {
                continue;
            }
            var command = new RegisterCommand("demo-" + group.id() + "-" + family.id(), group.id(), family.id(), who, sessions,
                    who.size() > 1 && i % 2 == 0 ? PartyRule.TOGETHER : PartyRule.WHO_CAN, way(WAYS[i % WAYS.length], family));
            asked += register(command, DeskTerms.ordinary(), moment, requests) ? who.size() : 0;
        }
        return requests;
    }

    /** Who writes on paper and has no mail address is called: nobody is to be called for what was asked months ago. */
    private static Channel way(Channel usual, HouseholdRecord family) {
        return usual == Channel.PAPER && family.contacts(ContactKind.MAIL).isEmpty() ? Channel.DESK : usual;
    }

    /** One person whose place is held until something that is missing is there. */
    void hold(ActivitySheet activity, HouseholdRecord family, UUID person, Instant moment, Instant deadline) {
        var group = activity.groups().getFirst();
        register(new RegisterCommand("demo-held-" + group.id(), group.id(), family.id(), List.of(person), sessions(group, deadline, 0),
                PartyRule.WHO_CAN, way(Channel.PAPER, family)), DeskTerms.ordinary().holdingUntil(deadline), moment, new ArrayList<>());
    }

    /** The team says yes to all, no to the first, and has not answered the last two yet. */
    void answerAllButTwo(List<UUID> requests, Instant moment) {
        at(moment, () -> {
            for (int i = 0; i < requests.size() - 2; i++) {
                var asked = ids(requests.get(i), RegistrationState.REQUESTED);
                if (i == 0) {
                    approvals.refuse(asked, "C’est un week-end pour les jeunes qui n’en ont pas encore fait");
                } else {
                    approvals.accept(asked);
                }
            }
        });
    }

    /** One of a family's persons gives the place back: the first as requests are read, by date and name; ids of one gesture have no order. */
    void cancelOne(UUID request, Instant moment) {
        at(moment, () -> desk.request(request).stream().filter(one -> one.state() == RegistrationState.CONFIRMED).findFirst()
                .ifPresent(one -> desk.cancelForFamily(Set.of(one.id()), Channel.PHONE, null)));
    }

    /** The centre ends a registration, and says why. */
    void cancelByCentre(UUID request, Instant moment, String why) {
        at(moment, () -> {
            var confirmed = ids(request, RegistrationState.CONFIRMED);
            if (!confirmed.isEmpty()) {
                desk.cancelByCentre(confirmed, why);
            }
        });
    }

    /** Answers the first open offer among these requests, if there is one. */
    void answer(List<UUID> requests, Instant moment, boolean yes) {
        at(moment, () -> offered(requests).map(RegistrationRecord::offerId).limit(1).forEach(offer -> {
            if (yes) {
                offers.acceptFor(offer, Channel.PHONE);
            } else {
                offers.declineFor(offer, Channel.PHONE);
            }
        }));
    }

    /** Families whose time to answer is over say yes all the same: their offers have lapsed, and the next are asked. */
    void answerTooLate(List<UUID> requests, Instant moment) {
        at(moment, () -> offered(requests).filter(one -> one.deadline() != null && !one.deadline().isAfter(moment))
                .map(RegistrationRecord::offerId).distinct().toList().forEach(offer -> offers.acceptFor(offer, Channel.PHONE)));
    }

    private Stream<RegistrationRecord> offered(List<UUID> requests) {
        return requests.stream().flatMap(request -> desk.request(request).stream()).filter(one -> one.state() == RegistrationState.OFFERED);
    }

    boolean anybodyExpected(SessionRecord session) {
        return !attendance.sheet(session.id()).lines().isEmpty();
    }

    /** Takes attendance after a session: nearly everybody came. */
    void takeAttendance(SessionRecord session) {
        at(session.endsAt(), () -> {
            var lines = attendance.sheet(session.id()).lines();
            for (int i = 0; i < lines.size(); i++) {
                var person = lines.get(i).person();
                if (person != null) {
                    attendance.mark(session.id(), person, MARKS[i % MARKS.length]);
                }
            }
        });
    }

    /** Somebody whom nobody expected came too: one whose name is all that is known, and one of these families. */
    void walkIns(SessionRecord session, List<HouseholdRecord> families) {
        at(session.endsAt(), () -> {
            attendance.walkIn(session.id(), "Malika", "Ziani").value().orElseThrow();
            var there = attendance.sheet(session.id()).lines().stream().map(AttendanceSheet.Line::person).collect(Collectors.toSet());
            families.stream().flatMap(family -> family.adults().stream()).map(PersonRecord::id).filter(person -> !there.contains(person)).findFirst()
                    .ifPresent(person -> attendance.walkIn(session.id(), person));
        });
    }

    /** What the story needs: these come, or wait, on these terms. */
    void come(RegisterCommand command, DeskTerms terms, Instant moment) {
        if (!register(command, terms, moment, new ArrayList<>())) {
            throw new IllegalStateException("Nobody can come: " + command.key());
        }
    }

    private boolean register(RegisterCommand command, DeskTerms terms, Instant moment, List<UUID> requests) {
        int before = requests.size();
        at(moment, () -> {
            if (desk.register(command, terms) instanceof RegisterOutcome.Registered done) {
                requests.add(done.request());
            }
        });
        return requests.size() > before;
    }

    /**
     * A step of the story. All of it is one long transaction: what a step wrote goes to the database in its own order, and need not be
     * compared again before each query.
     */
    private void at(Instant moment, Runnable step) {
        DemoClock.at(moment, step);
        written.flush();
        written.clear();
    }

    /** The same with an answer. */
    <T> T resultAt(Instant moment, Supplier<T> step) {
        var answer = new ArrayList<T>();
        at(moment, () -> answer.add(step.get()));
        return answer.getFirst();
    }

    private Set<UUID> ids(UUID request, RegistrationState state) {
        return desk.request(request).stream().filter(one -> one.state() == state).map(RegistrationRecord::id).collect(Collectors.toSet());
    }

    /** For single sessions: some of those after that moment, so that each has its own people. */
    private static Set<UUID> sessions(GroupSheet group, Instant moment, int turn) {
        return group.booking() == Booking.WHOLE_SERIES ? Set.of()
                : group.toCome(moment.plus(Duration.ofDays(1))).stream().skip(turn % 3).limit(5).map(SessionRecord::id)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<UUID> whoFits(ActivitySheet activity, HouseholdRecord family, int most) {
        var rules = activity.rules();
        boolean forChildren = rules.maxAge() != null;
        var fitting = family.persons().stream().filter(person -> fits(person, activity, forChildren)).limit(most).map(PersonRecord::id).toList();
        return fitting.size() > 3 ? fitting.subList(0, 3) : fitting;
    }

    private static boolean fits(PersonRecord person, ActivitySheet activity, boolean forChildren) {
        var rules = activity.rules();
        if (!person.isChild()) {
            return !forChildren && (rules.minAge() == null || rules.minAge() <= 18);
        }
        var born = person.birthDate();
        if (born == null) {
            return false;
        }
        int age = born.until(activity.groups().getFirst().sessions().getFirst().startsAt().atZone(ZoneOffset.UTC).toLocalDate()).getYears();
        return (rules.minAge() == null || age >= rules.minAge()) && (rules.maxAge() == null || age <= rules.maxAge());
    }
}
