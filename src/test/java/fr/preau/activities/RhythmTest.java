package fr.preau.activities;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.activities.web.CatalogueWords;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.PreauTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestActivities;
import fr.preau.testing.TestCentres;
import fr.preau.testing.TestClock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is told about the dates of a group is true after every change. */
@PreauTest
class RhythmTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 12, 2);

    @Autowired
    private TestCentres centres;
    @Autowired
    private TestActivities activities;
    @Autowired
    private ScheduleService schedule;
    @Autowired
    private CatalogueService catalogue;
    @Autowired
    private RhythmReader rhythms;
    @Autowired
    private CatalogueWords words;
    @Autowired
    private TestClock clock;
    private CentreRecord here;

    @BeforeEach
    void beforeTheFirstWednesday() {
        clock.set(Instant.parse("2026-11-22T08:00:00Z"));
        here = centres.open();
        SignIn.as(here.id(), Role.ANIMATOR);
    }

    @Test
    void aSeriesWithoutHolidaysSaysSoWhenTheyAreKnown() {
        assertThat(told(wednesdays(LocalDate.of(2027, 6, 30))))
                .containsExactly("Le mercredi, de 14 h à 16 h | Du 2 décembre 2026 au 30 juin 2027, sauf pendant les vacances scolaires");
    }

    @Test
    void holidaysThatNobodyKnowsAreNotPromised() {
        assertThat(told(wednesdays(LocalDate.of(2027, 12, 1)))).containsExactly("Le mercredi, de 14 h à 16 h | Du 2 décembre 2026 au 1er décembre 2027. "
                + "Nous ne connaissons pas encore toutes les vacances scolaires : des dates peuvent changer");
    }

    @Test
    void aSessionInTheHolidaysIsSaid() {
        var sheet = wednesdays(LocalDate.of(2027, 1, 27));
        change(sheet, 0, SessionChange.Reach.ONE, LocalDate.of(2026, 12, 23), null, null);
        assertThat(told(sheet)).containsExactly("Le mercredi, de 14 h à 16 h | Du 9 décembre 2026 au 27 janvier 2027. "
                + "Il y a aussi des séances pendant les vacances scolaires");
    }

    @Test
    void aSeriesThatHasBegunSaysUntilWhen() {
        var sheet = wednesdays(LocalDate.of(2027, 1, 27));
        clock.set(Instant.parse("2026-12-10T08:00:00Z"));
        assertThat(told(sheet)).containsExactly("Le mercredi, de 14 h à 16 h | Jusqu’au 27 janvier 2027, sauf pendant les vacances scolaires");
        clock.set(Instant.parse("2027-01-26T08:00:00Z"));
        assertThat(told(sheet)).containsExactly("Mercredi 27 janvier, de 14 h à 16 h | ");
    }

    @Test
    void otherHoursForAllAreToldAndKeptForNewDates() {
        var sheet = wednesdays(LocalDate.of(2027, 1, 27));
        change(sheet, 2, SessionChange.Reach.ALL, null, LocalTime.of(9, 30), LocalTime.of(11, 0));
        assertThat(told(sheet).getFirst()).startsWith("Le mercredi, de 9 h 30 à 11 h | ");
        assertThat(fresh(sheet).groups().getFirst().series().starts()).isEqualTo(LocalTime.of(9, 30));
        assertThat(card(sheet)).isEqualTo("Mercredi à 9 h 30, tous les âges");
    }

    @Test
    void otherHoursFromADayOnAreTwoSentences() {
        var sheet = wednesdays(LocalDate.of(2027, 1, 27));
        change(sheet, 3, SessionChange.Reach.FOLLOWING, null, LocalTime.of(16, 0), LocalTime.of(18, 0));
        assertThat(told(sheet)).containsExactly(
                "Le mercredi, de 14 h à 16 h | Du 2 décembre 2026 au 16 décembre 2026, sauf pendant les vacances scolaires",
                "Le mercredi, de 16 h à 18 h | Du 6 janvier 2027 au 27 janvier 2027, sauf pendant les vacances scolaires");
        assertThat(card(sheet)).isEqualTo("Mercredi à 14 h, puis à 16 h à partir du mercredi 6 janvier 2027, tous les âges");
        clock.set(Instant.parse("2026-12-20T08:00:00Z"));
        assertThat(told(sheet)).singleElement().asString().startsWith("Le mercredi, de 16 h à 18 h | ");
        assertThat(card(sheet)).as("not the hour of before").isEqualTo("Mercredi à 16 h, tous les âges");
    }

    @Test
    void changingTheFirstAndThoseAfterIsChangingAll() {
        var sheet = wednesdays(LocalDate.of(2027, 1, 27));
        change(sheet, 0, SessionChange.Reach.FOLLOWING, null, LocalTime.of(16, 0), LocalTime.of(18, 0));
        assertThat(told(sheet)).singleElement().asString().startsWith("Le mercredi, de 16 h à 18 h | ");
        assertThat(fresh(sheet).groups().getFirst().series().ends()).isEqualTo(LocalTime.of(18, 0));
    }

    @Test
    void oneMovedSessionIsNoRhythmButTheListTellsItsHour() {
        var sheet = wednesdays(LocalDate.of(2027, 1, 27));
        change(sheet, 0, SessionChange.Reach.ONE, LocalDate.of(2026, 12, 3), LocalTime.of(10, 0), LocalTime.of(12, 0));
        assertThat(told(sheet)).singleElement().asString().startsWith("Le mercredi, de 14 h à 16 h | Du 9 décembre");
        assertThat(card(sheet)).startsWith("Jeudi 3 décembre à 10 h");
    }

    @Test
    void datesOnAnotherDayAreToldBesideTheFirst() {
        var sheet = wednesdays(LocalDate.of(2027, 1, 27));
        in(() -> schedule.addDates(sheet.groups().getFirst().id(), Dates.weekly(Set.of(DayOfWeek.SATURDAY), LocalTime.of(10, 0), LocalTime.of(12, 0),
                LocalDate.of(2027, 1, 9), LocalDate.of(2027, 1, 30)), 12));
        assertThat(told(sheet)).extracting(line -> line.substring(0, line.indexOf(" |")))
                .containsExactly("Le mercredi, de 14 h à 16 h", "Le samedi, de 10 h à 12 h");
        assertThat(card(sheet)).isEqualTo("Mercredi à 14 h et samedi à 10 h, tous les âges");
    }

    @Test
    void severalDaysAtTheSameHourStayOneSentence() {
        var sheet = made(Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY), FIRST, LocalDate.of(2027, 1, 30));
        assertThat(told(sheet)).singleElement().asString().startsWith("Le lundi et le jeudi, de 14 h à 16 h | ");
        change(sheet, 2, SessionChange.Reach.FOLLOWING, null, LocalTime.of(15, 0), LocalTime.of(17, 0));
        assertThat(told(sheet)).extracting(line -> line.substring(0, line.indexOf(" |")))
                .containsExactly("Le lundi et le jeudi, de 14 h à 16 h", "Le lundi et le jeudi, de 15 h à 17 h");
        assertThat(card(sheet)).isEqualTo("Lundi et jeudi à 14 h, puis à 15 h à partir du jeudi 10 décembre, tous les âges");
    }

    @Test
    void aPlanIsToldAsItsSessionsWillBe() {
        var dates = Dates.weekly(Set.of(DayOfWeek.WEDNESDAY), LocalTime.of(14, 0), LocalTime.of(16, 0), FIRST, LocalDate.of(2027, 12, 1));
        var plan = in(() -> schedule.preview(dates)).orElseThrow();
        assertThat(lines(rhythms.of(dates.series(here.zone()), plan))).singleElement().asString().contains("des dates peuvent changer");
    }

    private ActivitySheet wednesdays(LocalDate last) {
        return made(Set.of(DayOfWeek.WEDNESDAY), FIRST, last);
    }

    private ActivitySheet made(Set<DayOfWeek> days, LocalDate first, LocalDate last) {
        return activities.titled("Cuisine").dates(Dates.weekly(days, LocalTime.of(14, 0), LocalTime.of(16, 0), first, last)).in(here.id());
    }

    private void change(ActivitySheet sheet, int which, SessionChange.Reach reach, @Nullable LocalDate date, @Nullable LocalTime starts, @Nullable LocalTime ends) {
        var group = fresh(sheet).groups().getFirst();
        var session = group.sessions().get(which);
        assertThat(in(() -> schedule.changeSessions(group.id(), session.id(), session.version(), reach, new SessionChange(date, starts, ends, null))))
                .isInstanceOf(Outcome.Done.class);
    }

    private List<String> told(ActivitySheet sheet) {
        return lines(rhythms.of(fresh(sheet).groups().getFirst(), here));
    }

    private List<String> lines(Rhythm rhythm) {
        return words.weekly(rhythm, here.zone()).stream().map(line -> plain(line.what() + " | " + line.more())).toList();
    }

    private String card(ActivitySheet sheet) {
        return plain(words.when(in(() -> catalogue.shown(CatalogueFilter.none(), 0, 9)).cards().stream().filter(card -> card.id().equals(sheet.id())).findFirst().orElseThrow(),
                here.zone()));
    }

    /** Without the no-break spaces, which nobody sees in a test. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    private ActivitySheet fresh(ActivitySheet sheet) {
        return in(() -> catalogue.find(sheet.id())).orElseThrow();
    }

    private <T> T in(Supplier<T> work) {
        return CurrentCentre.in(here.id(), work::get);
    }
}
