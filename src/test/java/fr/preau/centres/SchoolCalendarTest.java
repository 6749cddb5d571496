package fr.preau.centres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchoolCalendarTest {

    private final SchoolCalendar calendar = new SchoolCalendar();

    @ParameterizedTest
    @CsvSource({
        "A, 2027-02-13, 2027-02-28, Vacances d’hiver",
        "B, 2027-02-20, 2027-03-07, Vacances d’hiver",
        "C, 2027-02-06, 2027-02-21, Vacances d’hiver",
        "A, 2027-04-10, 2027-04-25, Vacances de printemps",
        "B, 2027-04-17, 2027-05-02, Vacances de printemps",
        "C, 2027-04-03, 2027-04-18, Vacances de printemps",
        "B, 2026-12-19, 2027-01-03, Vacances de Noël",
        "B, 2027-07-03, 2027-08-31, Vacances d’été"
    })
    void knowsTheHolidaysOfEachZoneFromTheFirstToTheLastDay(HolidayZone zone, LocalDate first, LocalDate last, String name) {
        assertThat(calendar.schoolHoliday(zone, first.minusDays(1))).isEmpty();
        assertThat(calendar.schoolHoliday(zone, first)).contains(name);
        assertThat(calendar.schoolHoliday(zone, last)).contains(name);
        if (last.isBefore(calendar.lastPublishedDay())) {
            assertThat(calendar.schoolHoliday(zone, last.plusDays(1))).isEmpty();
        }
    }

    @Test
    void saysWhatItDoesNotKnow() {
        assertThat(calendar.isPublished(LocalDate.of(2027, 6, 30))).isTrue();
        assertThat(calendar.isPublished(calendar.lastPublishedDay().plusDays(1))).isFalse();
        assertThat(calendar.schoolHoliday(HolidayZone.B, calendar.lastPublishedDay().plusDays(1))).isEmpty();
    }
}
