package fr.preau.centres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All hours here are those of the clock on the wall. */
class WorkingTimeTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final WorkingTime time = new WorkingTime(new SchoolCalendar());

    @ParameterizedTest(name = "{0}: {1} and {2}")
    @CsvSource(delimiter = '|', textBlock = """
            within a day                                | 2026-11-24T10:30 | PT3H    | 2026-11-24T13:30
            until the desk closes                       | 2026-11-24T09:00 | PT10H   | 2026-11-24T19:00
            a minute more goes into the next morning    | 2026-11-24T09:00 | PT10H1M | 2026-11-25T09:01
            at night, not before the next morning       | 2026-11-24T22:30 | PT1H    | 2026-11-25T10:00
            early, not before the desk opens            | 2026-11-24T03:00 | PT2H    | 2026-11-24T11:00
            nothing, at night: when the desk opens      | 2026-11-24T22:30 | PT0S    | 2026-11-25T09:00
            nothing, in the day: now                    | 2026-11-24T15:07 | PT0S    | 2026-11-24T15:07
            Saturday at five to seven                   | 2026-11-28T18:55 | PT1H    | 2026-11-30T09:55
            Saturday at seven                           | 2026-11-28T19:00 | PT1H    | 2026-11-30T10:00
            Sunday                                      | 2026-11-29T15:00 | PT20H   | 2026-12-01T19:00
            before the eleventh of November             | 2026-11-10T18:00 | PT2H    | 2026-11-12T10:00
            on the eleventh of November                 | 2026-11-11T11:00 | PT2H    | 2026-11-12T11:00
            the clock goes back on Sunday               | 2026-10-24T18:00 | PT2H    | 2026-10-26T10:00
            the clock goes forward on Sunday            | 2026-03-28T18:00 | PT2H    | 2026-03-30T10:00
            in the hour that the clock has twice        | 2026-10-25T02:30 | PT2H    | 2026-10-26T11:00
            the week of Christmas                       | 2026-12-23T12:00 | PT20H   | 2026-12-26T12:00
            the evening of the year                     | 2026-12-31T18:00 | PT2H    | 2027-01-02T10:00
            the clock goes forward before Easter Monday | 2027-03-27T18:00 | PT2H    | 2027-03-30T10:00
            """)
    void aDeadlineIsSoMuchWorkingTimeLater(String when, LocalDateTime from, Duration working, LocalDateTime expected) {
        var deadline = time.add(at(from), working, OpeningHours.USUAL, PARIS);

        assertThat(deadline.atZone(PARIS).toLocalDateTime()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            in the day, then                        | 2026-11-25T14:00 | 2026-11-25T14:00
            when the desk opens, then               | 2026-11-25T09:00 | 2026-11-25T09:00
            a minute before, the evening before     | 2026-11-25T08:59 | 2026-11-24T19:00
            in the evening, when the desk closed    | 2026-11-25T20:30 | 2026-11-25T19:00
            Sunday, on Saturday                     | 2026-11-29T10:00 | 2026-11-28T19:00
            early on Monday, on Saturday            | 2026-11-30T08:30 | 2026-11-28T19:00
            the day after the eleventh of November  | 2026-11-12T08:00 | 2026-11-10T19:00
            the clock went back                     | 2026-10-26T08:00 | 2026-10-24T19:00
            the clock went forward                  | 2026-03-30T08:00 | 2026-03-28T19:00
            Christmas day, the evening before       | 2026-12-25T10:00 | 2026-12-24T19:00
            """)
    void theLastWorkingMomentBeforeIsFound(String when, LocalDateTime moment, LocalDateTime expected) {
        var latest = time.latestUntil(at(moment), OpeningHours.USUAL, PARIS);

        assertThat(latest.atZone(PARIS).toLocalDateTime()).isEqualTo(expected);
    }

    @Test
    void noDeadlineOfAYearAndAHalfIsAtNightOnASundayOrOnAHoliday() {
        var end = at(LocalDateTime.parse("2027-07-01T00:00"));
        for (Instant now = at(LocalDateTime.parse("2026-01-01T00:20")); now.isBefore(end); now = now.plus(Duration.ofMinutes(53))) {
            assertThat(time.isWorking(time.add(now, Duration.ofHours(20), OpeningHours.USUAL, PARIS), OpeningHours.USUAL, PARIS)).as("asked at %s", now).isTrue();
            assertThat(time.isWorking(time.latestUntil(now, OpeningHours.USUAL, PARIS), OpeningHours.USUAL, PARIS)).as("until %s", now).isTrue();
        }
    }

    @Test
    void theHoursAreThoseOfTheCentre() {
        var reunion = ZoneId.of("Indian/Reunion");
        var evening = LocalDateTime.parse("2026-11-24T20:00").atZone(reunion).toInstant();

        assertThat(time.add(evening, Duration.ofHours(1), OpeningHours.USUAL, reunion).atZone(reunion).toLocalDateTime())
                .isEqualTo(LocalDateTime.parse("2026-11-25T10:00"));
    }

    @Test
    void timeGoesForwards() {
        assertThatThrownBy(() -> time.add(Instant.EPOCH, Duration.ofMinutes(-1), OpeningHours.USUAL, PARIS)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(PARIS).toInstant();
    }
}
