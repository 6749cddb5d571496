package fr.preau.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** When sessions are, how a series repeats, and how many places there are. */
class ScheduleRulesTest extends ActivityChanges {

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
    void aSeriesKeepsItsHourWhenTheClocksChange() {
        clock.set(Instant.parse("2027-03-01T08:00:00Z"));
        var dates = Dates.weekly(Set.of(DayOfWeek.WEDNESDAY), LocalTime.of(14, 0), LocalTime.of(16, 0), LocalDate.of(2027, 3, 24), LocalDate.of(2027, 3, 31))
                .duringHolidays();
        var plan = in(() -> schedule.preview(dates)).orElseThrow();
        assertThat(plan.sessions()).extracting(SeriesPlan.Day::starts)
                .containsExactly(Instant.parse("2027-03-24T13:00:00Z"), Instant.parse("2027-03-31T12:00:00Z"));
    }

    @Test
    void aSingleDateIsShownBeforeItIsKeptWhetherItIsToComeOrOver() {
        clock.set(Instant.parse("2026-11-29T08:00:00Z"));
        for (var day : List.of(LocalDate.of(2026, 12, 5), LocalDate.of(2026, 11, 1))) {
            var plan = in(() -> schedule.preview(Dates.once(day, LocalTime.of(14, 0), LocalTime.of(16, 0)))).orElseThrow();
            assertThat(plan.sessions()).extracting(SeriesPlan.Day::date).containsExactly(day);
        }
        assertThat(in(() -> schedule.preview(Dates.once(LocalDate.of(2036, 12, 5), LocalTime.of(14, 0), LocalTime.of(16, 0))))).isEmpty();
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
        assertThat(events.stream(SessionsMoved.class)).as("only places changed").isEmpty();
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
        assertThat(events.stream(SessionsMoved.class)).hasSize(1);
    }

    @Test
    void datesThatAGroupHasAlreadyAreNotAddedTwice() {
        var sheet = activities.titled("Danse").weekly(4).in(here.id());
        var tomorrow = LocalDate.ofInstant(clock.instant(), here.zone()).plusDays(1);
        var sessions = sheet.groups().getFirst().sessions();
        in(() -> schedule.cancelSessions(group(sheet), sessions.getFirst().id(), 0, SessionChange.Reach.ONE, "Travaux"));
        var longer = Dates.weekly(Set.of(tomorrow.getDayOfWeek()), LocalTime.of(14, 0), LocalTime.of(16, 30), tomorrow, tomorrow.plusWeeks(6))
                .duringHolidays();

        assertThat(in(() -> schedule.preview(group(sheet), longer)).orElseThrow().sessions()).hasSize(4);
        assertThat(in(() -> schedule.addDates(group(sheet), longer, 12))).isEqualTo(new Outcome.Done(sheet.id(), sheet.slug(), 3));

        var planned = fresh(sheet).groups().getFirst().sessions().stream().filter(SessionRecord::isPlanned).toList();
        assertThat(planned).as("the one that was cancelled is there again").hasSize(7).extracting(SessionRecord::startsAt).doesNotHaveDuplicates();
        assertThat(in(() -> schedule.addDates(group(sheet), longer, 12))).isEqualTo(new Outcome.Refused(Outcome.Reason.DATES_ARE_THERE));
    }

    @Test
    void anotherHourOfTheSameDayIsAnotherDate() {
        var sheet = activities.titled("Danse").weekly(2).in(here.id());
        var tomorrow = LocalDate.ofInstant(clock.instant(), here.zone()).plusDays(1);
        var evening = Dates.once(tomorrow, LocalTime.of(18, 0), LocalTime.of(19, 0));

        assertThat(in(() -> schedule.addDates(group(sheet), evening, 12))).isEqualTo(new Outcome.Done(sheet.id(), sheet.slug(), 0));
        assertThat(fresh(sheet).groups().getFirst().sessions()).hasSize(3);
    }
}
