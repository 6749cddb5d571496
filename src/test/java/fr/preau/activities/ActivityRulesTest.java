package fr.preau.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.base.CurrentCentre;
import fr.preau.base.PublicPagesChanged;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.PreauTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.SqlCount;
import fr.preau.testing.TestActivities;
import fr.preau.testing.TestCentres;
import fr.preau.testing.TestClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@PreauTest
@RecordApplicationEvents
class ActivityRulesTest {

    @Autowired
    private TestCentres centres;
    @Autowired
    private TestActivities activities;
    @Autowired
    private ActivityService service;
    @Autowired
    private ScheduleService schedule;
    @Autowired
    private PublishingService publishing;
    @Autowired
    private CatalogueService catalogue;
    @Autowired
    private PlacesService places;
    @Autowired
    private RetriedTransaction transaction;
    @Autowired
    private TestClock clock;
    @Autowired
    private ApplicationEvents events;
    private CentreRecord here;

    @BeforeEach
    void anAnimator() {
        clock.reset();
        here = centres.open();
        SignIn.as(here.id(), Role.ANIMATOR);
    }

    @Test
    void aDraftIsPublishedAndNothingElse() {
        var draft = draft();
        assertThat(in(() -> publishing.suspend(draft, "Travaux"))).isEqualTo(new Outcome.Refused(Outcome.Reason.NOT_IN_THIS_STATE));
        assertThat(in(() -> publishing.cancel(draft, "Travaux"))).isEqualTo(new Outcome.Refused(Outcome.Reason.NOT_IN_THIS_STATE));
        assertThat(in(() -> publishing.publish(draft))).isInstanceOf(Outcome.Done.class);
        assertThat(in(() -> publishing.publish(draft))).isEqualTo(new Outcome.Refused(Outcome.Reason.NOT_IN_THIS_STATE));
    }

    @Test
    void aCancelledActivityNeverComesBack() {
        var sheet = activities.titled("Foot").weekly(3).in(here.id());
        assertThat(in(() -> publishing.cancel(sheet.id(), "Plus d’animateur"))).isInstanceOf(Outcome.Done.class);
        assertThat(events.stream(ActivityCancelled.class)).containsExactly(new ActivityCancelled(sheet.id()));
        assertThat(fresh(sheet).groups().getFirst().sessions()).noneMatch(SessionRecord::isPlanned);
        for (Supplier<Outcome> act : List.<Supplier<Outcome>>of(() -> publishing.publish(sheet.id()), () -> publishing.suspend(sheet.id(), "x"),
                () -> publishing.cancel(sheet.id(), "x"), () -> schedule.addDates(sheet.groups().getFirst().id(), nextWeek(), 12))) {
            assertThat(in(act)).isEqualTo(new Outcome.Refused(Outcome.Reason.NOT_IN_THIS_STATE));
        }
    }

    @Test
    void theEnumSaysWhichStatesFollow() {
        for (var from : ActivityStatus.values()) {
            for (var to : ActivityStatus.values()) {
                boolean allowed = switch (from) {
                    case DRAFT -> to == ActivityStatus.PUBLISHED;
                    case PUBLISHED -> to == ActivityStatus.SUSPENDED || to == ActivityStatus.CANCELLED;
                    case SUSPENDED -> to == ActivityStatus.PUBLISHED || to == ActivityStatus.CANCELLED;
                    case CANCELLED -> false;
                };
                assertThat(from.mayBecome(to)).as("%s to %s", from, to).isEqualTo(allowed);
            }
        }
    }

    @Test
    void whatHasNoDateToComeIsNotPublished() {
        var copy = in(() -> service.duplicate(activities.titled("Foot").in(here.id()).id(), "Foot bis")) instanceof Outcome.Done done ? done.activityId() : null;
        assertThat(in(() -> publishing.publish(copy))).isEqualTo(new Outcome.Refused(Outcome.Reason.NO_SESSION_TO_COME));
        var suspended = activities.titled("Danse").in(here.id());
        in(() -> publishing.suspend(suspended.id(), "Travaux"));
        clock.pass(Duration.ofDays(30));
        assertThat(in(() -> publishing.publish(suspended.id()))).isEqualTo(new Outcome.Refused(Outcome.Reason.NO_SESSION_TO_COME));
        assertThat(in(() -> catalogue.find(suspended.id())).orElseThrow().status()).isEqualTo(ActivityStatus.SUSPENDED);
    }

    @Test
    void whoIsTakenUpAgainIsToldInTheSameTransaction() {
        var draft = draft();
        in(() -> publishing.publish(draft));
        assertThat(events.stream(ActivityResumed.class)).as("shown for the first time").isEmpty();
        in(() -> publishing.suspend(draft, "Travaux"));
        in(() -> publishing.publish(draft));
        assertThat(events.stream(ActivityResumed.class)).containsExactly(new ActivityResumed(draft));
    }

    @Test
    void aDraftIsDeletedWithAllThatIsItsOwnAndWhatWasShownIsNot() {
        var draft = draft();
        assertThat(in(() -> service.deleteDraft(draft))).isInstanceOf(Outcome.Done.class);
        assertThat(in(() -> catalogue.find(draft))).isEmpty();
        assertThat(in(() -> service.deleteDraft(draft))).isEqualTo(new Outcome.Refused(Outcome.Reason.NOT_FOUND));
        var shown = activities.titled("Foot").in(here.id());
        assertThat(in(() -> service.deleteDraft(shown.id()))).isEqualTo(new Outcome.Refused(Outcome.Reason.ONCE_PUBLISHED));
        var theirs = activities.titled("Chez eux").in(centres.open().id());
        assertThat(in(() -> service.deleteDraft(theirs.id()))).isEqualTo(new Outcome.Refused(Outcome.Reason.NOT_FOUND));
    }

    @Test
    void noSessionIsMovedToAnHourThatIsOver() {
        clock.set(Instant.parse("2027-03-03T11:00:00Z"));
        var today = LocalDate.of(2027, 3, 3);
        var sheet = activities.titled("Foot").on(today, LocalTime.of(14, 0), LocalTime.of(16, 0)).in(here.id());
        var past = new Outcome.NotYet(List.of(Problem.at(Problem.Field.HOURS, "hours-past")));
        assertThat(move(sheet, SessionChange.Reach.ONE, null, 9)).isEqualTo(past);
        assertThat(move(sheet, SessionChange.Reach.ALL, null, 9)).isEqualTo(past);
        assertThat(move(sheet, SessionChange.Reach.ONE, today.plusDays(1), 9)).isInstanceOf(Outcome.Done.class);
        assertThat(move(fresh(sheet), SessionChange.Reach.ONE, today, 9)).isEqualTo(past);
        assertThat(move(fresh(sheet), SessionChange.Reach.ONE, today.plusYears(3), 9))
                .isEqualTo(new Outcome.NotYet(List.of(Problem.at(Problem.Field.DATE, "date-far"))));
        assertThat(in(() -> service.check(activities.titled("Yoga").on(today, LocalTime.of(9, 0), LocalTime.of(10, 0)).input())))
                .containsExactly(Problem.at(Problem.Field.HOURS, "hours-past"));
    }

    private Outcome move(ActivitySheet sheet, SessionChange.Reach reach, LocalDate date, int hour) {
        return in(() -> schedule.changeSessions(group(sheet), session(sheet).id(), session(sheet).version(), reach,
                new SessionChange(date, LocalTime.of(hour, 0), LocalTime.of(hour + 1, 0), null)));
    }

    @Test
    void aReasonIsNeededAndNotEndless() {
        var sheet = activities.titled("Foot").in(here.id());
        assertThat(in(() -> publishing.suspend(sheet.id(), " \n "))).isEqualTo(new Outcome.Refused(Outcome.Reason.REASON_MISSING));
        for (var endless : List.of("x".repeat(401), "x".repeat(2_000_000))) {
            assertThat(in(() -> publishing.suspend(sheet.id(), endless))).isEqualTo(new Outcome.Refused(Outcome.Reason.REASON_TOO_LONG));
            assertThat(in(() -> publishing.cancel(sheet.id(), endless))).isEqualTo(new Outcome.Refused(Outcome.Reason.REASON_TOO_LONG));
        }
    }

    @Test
    void aSeriesKeepsItsHourWhenTheClocksChange() {
        clock.set(Instant.parse("2027-03-01T08:00:00Z"));
        var dates = Dates.weekly(Set.of(DayOfWeek.WEDNESDAY), LocalTime.of(14, 0), LocalTime.of(16, 0), LocalDate.of(2027, 3, 24), LocalDate.of(2027, 3, 31))
                .duringHolidays();
        var plan = in(() -> schedule.preview(dates)).orElseThrow();
        assertThat(plan.sessions()).extracting(SeriesPlan.Day::starts)
                .containsExactly(Instant.parse("2027-03-24T13:00:00Z"), Instant.parse("2027-03-31T12:00:00Z"));
    }

    @Test
    void holidaysAndExceptionsAreLeftOutWithTheirNames() {
        clock.set(Instant.parse("2025-12-01T08:00:00Z"));
        var dates = Dates.weekly(Set.of(DayOfWeek.WEDNESDAY), LocalTime.of(14, 0), LocalTime.of(16, 0), LocalDate.of(2025, 12, 3), LocalDate.of(2026, 1, 7))
                .without(List.of(LocalDate.of(2025, 12, 10)));
        var plan = in(() -> schedule.preview(dates)).orElseThrow();
        assertThat(plan.sessions()).extracting(SeriesPlan.Day::date)
                .containsExactly(LocalDate.of(2025, 12, 3), LocalDate.of(2025, 12, 17), LocalDate.of(2026, 1, 7));
        assertThat(plan.skipped()).filteredOn(day -> day.skip() == SeriesPlan.Skip.SCHOOL_HOLIDAY).hasSize(2).allMatch(day -> day.skipName().contains("Noël"));
        assertThat(plan.skipped()).filteredOn(day -> day.skip() == SeriesPlan.Skip.EXCEPTION).singleElement()
                .satisfies(day -> assertThat(day.date()).isEqualTo(LocalDate.of(2025, 12, 10)));
        assertThat(plan.unknownFrom()).isNull();
    }

    @Test
    void holidaysThatAreNotPublishedYetAreSaid() {
        clock.set(Instant.parse("2035-01-02T08:00:00Z"));
        var dates = Dates.weekly(Set.of(DayOfWeek.MONDAY), LocalTime.of(14, 0), LocalTime.of(16, 0), LocalDate.of(2035, 1, 8), LocalDate.of(2035, 1, 22));
        assertThat(in(() -> schedule.preview(dates)).orElseThrow().unknownFrom()).isEqualTo(LocalDate.of(2035, 1, 8));
        assertThat(in(() -> schedule.preview(dates.duringHolidays())).orElseThrow().unknownFrom()).isNull();

        clock.set(Instant.parse("2026-11-28T08:00:00Z"));
        var season = Dates.weekly(Set.of(DayOfWeek.WEDNESDAY), LocalTime.of(14, 0), LocalTime.of(16, 0), LocalDate.of(2027, 6, 2), LocalDate.of(2027, 11, 24));
        assertThat(in(() -> schedule.preview(season)).orElseThrow()).satisfies(plan -> {
            assertThat(plan.unknownFrom()).isEqualTo(LocalDate.of(2027, 9, 1));
            assertThat(plan.knownUntil()).isEqualTo(LocalDate.of(2027, 8, 31));
        });
    }

    @Test
    void fewerPlacesEvictNobodyAndLetNobodyIn() {
        var sheet = activities.titled("Yoga").places(10).in(here.id());
        occupy(sheet, 8, 0);
        assertThat(in(() -> schedule.changeSessions(group(sheet), session(sheet).id(), session(sheet).version(), SessionChange.Reach.ONE, places(5))))
                .isInstanceOf(Outcome.Done.class);
        var after = fresh(sheet).groups().getFirst().sessions().getFirst();
        assertThat(after.taken()).isEqualTo(8);
        assertThat(after.places()).isEqualTo(5);
        assertThat(after.free()).isZero();
        assertThat(events.stream(PlacesAdded.class)).isEmpty();
        occupy(sheet, 7, 0);
        assertThatThrownBy(() -> occupy(sheet, 8, 0)).as("a place given up is not given out again").isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void morePlacesAreToldToTheWaitingList() {
        var sheet = activities.titled("Yoga").places(2).in(here.id());
        occupy(sheet, 2, 3);
        in(() -> schedule.changeSessions(group(sheet), session(sheet).id(), session(sheet).version(), SessionChange.Reach.ONE, places(4)));
        assertThat(events.stream(PlacesAdded.class)).containsExactly(new PlacesAdded(group(sheet)));
        assertThat(events.stream(SessionMoved.class)).as("only places changed").isEmpty();
    }

    @Test
    void publicPagesAreToldWhatTheStaffChangesAndNotWhoRegisters() {
        var sheet = activities.titled("Yoga").places(2).in(here.id());
        long before = events.stream(PublicPagesChanged.class).count();
        occupy(sheet, 2, 3);
        assertThat(events.stream(PublicPagesChanged.class)).hasSize((int) before);
        in(() -> publishing.suspend(sheet.id(), "Travaux"));
        assertThat(events.stream(PublicPagesChanged.class)).hasSizeGreaterThan((int) before);
    }

    @Test
    void placesForAllSessionsLeaveEachItsHour() {
        var sheet = activities.titled("Danse").weekly(2).in(here.id());
        var first = sheet.groups().getFirst().sessions().getFirst();
        in(() -> schedule.changeSessions(group(sheet), first.id(), first.version(), SessionChange.Reach.ONE,
                new SessionChange(null, LocalTime.of(9, 0), LocalTime.of(10, 0), null)));
        var moved = fresh(sheet).groups().getFirst().sessions().getFirst();
        in(() -> schedule.changeSessions(group(sheet), moved.id(), moved.version(), SessionChange.Reach.ALL, places(20)));
        assertThat(fresh(sheet).groups().getFirst().sessions()).allMatch(session -> session.places() == 20)
                .extracting(session -> session.startsAt().atZone(here.zone()).getHour()).containsExactly(9, 14);
        assertThat(events.stream(SessionMoved.class)).hasSize(1);
    }

    @Test
    void theGroupsLockIsTakenBeforeAnythingIsRead() throws Exception {
        var sheet = activities.titled("Yoga").in(here.id());
        var session = session(sheet);
        for (Supplier<Outcome> act : List.<Supplier<Outcome>>of(
                () -> schedule.changeSessions(group(sheet), session.id(), session.version(), SessionChange.Reach.ONE, places(20)),
                () -> schedule.addDates(group(sheet), nextWeek(), 12), () -> publishing.suspend(sheet.id(), "Travaux"), () -> publishing.publish(sheet.id()),
                () -> publishing.cancel(sheet.id(), "Travaux"))) {
            var statements = SqlCount.during(() -> in(act));
            assertThat(statements.stream().filter(sql -> sql.contains("activity")).findFirst().orElseThrow())
                    .contains("activity_group").containsIgnoringCase("for update");
        }
    }

    @Test
    void aWholeSeriesWithPeopleGetsNoNewDates() {
        var sheet = activities.titled("Chorale").weekly(3).wholeSeries().in(here.id());
        occupy(sheet, 1, 0);
        assertThat(in(() -> schedule.addDates(group(sheet), nextWeek(), 12))).isEqualTo(new Outcome.Refused(Outcome.Reason.SERIES_HAS_PEOPLE));
    }

    @Test
    void anotherCentresIdsAreNotFound() {
        var theirs = activities.titled("Chez eux").in(centres.open().id());
        var session = session(theirs);
        var notFound = new Outcome.Refused(Outcome.Reason.NOT_FOUND);
        assertThat(in(() -> publishing.publish(theirs.id()))).isEqualTo(notFound);
        assertThat(in(() -> publishing.suspend(theirs.id(), "x"))).isEqualTo(notFound);
        assertThat(in(() -> publishing.cancel(theirs.id(), "x"))).isEqualTo(notFound);
        assertThat(in(() -> service.duplicate(theirs.id(), "x"))).isEqualTo(notFound);
        assertThat(in(() -> service.change(theirs.id(), 0, activities.titled("x").input()))).isEqualTo(notFound);
        assertThat(in(() -> schedule.addDates(group(theirs), nextWeek(), 12))).isEqualTo(notFound);
        assertThat(in(() -> schedule.addGroup(theirs.id(), "x", Booking.BY_SESSION, 12, nextWeek()))).isEqualTo(notFound);
        assertThat(in(() -> schedule.changeSessions(group(theirs), session.id(), 0, SessionChange.Reach.ONE, places(5)))).isEqualTo(notFound);
        assertThat(in(() -> schedule.cancelSessions(group(theirs), session.id(), 0, SessionChange.Reach.ONE, "x"))).isEqualTo(notFound);
        assertThat(in(() -> catalogue.sheet(theirs.id()))).isEmpty();
    }

    @Test
    void receptionMayNotChangeAnything() {
        var sheet = activities.titled("Foot").in(here.id());
        SignIn.as(here.id(), Role.RECEPTION);
        assertThatThrownBy(() -> in(() -> publishing.suspend(sheet.id(), "x"))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> in(() -> service.create(activities.titled("x").input()))).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aChangeOfAnOldVersionWritesNothing() {
        var sheet = activities.titled("Foot").in(here.id());
        assertThat(in(() -> service.change(sheet.id(), sheet.version(), activities.titled("Un").input()))).isInstanceOf(Outcome.Done.class);
        assertThat(in(() -> service.change(sheet.id(), sheet.version(), activities.titled("Deux").input()))).isInstanceOf(Outcome.ChangedMeanwhile.class);
        assertThat(fresh(sheet).about().title()).isEqualTo("Un");
        assertThat(fresh(sheet).slug()).as("a published activity keeps its address").isEqualTo("foot");
    }

    @Test
    void theCentreMayAnswerEachRequestItself() {
        assertThat(activities.titled("Séjour").byApproval().in(here.id()).rules().needsApproval()).isTrue();
        assertThat(activities.titled("Café").byApproval().dropIn().in(here.id()).rules().needsApproval())
                .as("who comes without registering asks nobody").isFalse();
        var sheet = activities.titled("Couture").byApproval().in(here.id());
        in(() -> transaction.call(() -> places.lock(List.of(group(sheet))))).forEach(held -> assertThat(held.rules().needsApproval()).isTrue());
        assertThat(in(() -> service.change(sheet.id(), sheet.version(), activities.titled("Couture").input()))).isInstanceOf(Outcome.Done.class);
        assertThat(fresh(sheet).rules().needsApproval()).isFalse();
    }

    private UUID draft() {
        return in(() -> service.create(activities.titled("Brouillon").input())) instanceof Outcome.Done done ? done.activityId() : null;
    }

    private Dates nextWeek() {
        return Dates.once(LocalDate.ofInstant(clock.instant(), here.zone()).plusDays(7), LocalTime.of(9, 0), LocalTime.of(10, 0));
    }

    private static SessionChange places(int number) {
        return new SessionChange(null, null, null, number);
    }

    private void occupy(ActivitySheet sheet, int taken, int waiting) {
        CurrentCentre.in(here.id(), () -> {
            transaction.run(() -> {
                places.lock(List.of(group(sheet)));
                places.recordOccupancy(List.of(new Occupancy(session(sheet).id(), new Occupancy.People(taken, waiting, 0))));
            });
            return true;
        });
    }

    private static UUID group(ActivitySheet sheet) {
        return sheet.groups().getFirst().id();
    }

    private static SessionRecord session(ActivitySheet sheet) {
        return sheet.groups().getFirst().sessions().getFirst();
    }

    private ActivitySheet fresh(ActivitySheet sheet) {
        return in(() -> catalogue.find(sheet.id())).orElseThrow();
    }

    private <T> T in(Supplier<T> work) {
        return CurrentCentre.in(here.id(), work::get);
    }
}
