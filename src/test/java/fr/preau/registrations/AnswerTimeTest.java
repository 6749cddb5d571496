package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.activities.SessionPlaces;
import fr.preau.base.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** All hours here are those of the clock on the wall. */
class AnswerTimeTest extends RegistrationsTest {

    @Autowired
    private AnswerTime answerTime;

    @ParameterizedTest(name = "{0}: offered {1}, begins {2}")
    @CsvSource(delimiter = '|', textBlock = """
            twenty working hours                          | 2026-11-24T10:00 | 2026-12-08T14:00 | 2026-11-26T10:00
            offered at night                              | 2026-11-24T23:10 | 2026-12-08T14:00 | 2026-11-26T19:00
            offered on Saturday at five to seven          | 2026-11-28T18:55 | 2026-12-08T14:00 | 2026-12-01T18:55
            offered on Sunday                             | 2026-11-29T11:00 | 2026-12-08T14:00 | 2026-12-01T19:00
            a holiday in between                          | 2026-11-10T09:00 | 2026-12-08T14:00 | 2026-11-12T19:00
            the clock goes back in between                | 2026-10-24T12:00 | 2026-12-08T14:00 | 2026-10-27T12:00
            the clock goes forward in between             | 2026-03-28T12:00 | 2026-12-08T14:00 | 2026-03-31T12:00
            the week of Christmas                         | 2026-12-23T12:00 | 2027-01-06T14:00 | 2026-12-26T12:00
            no later than the session                     | 2026-11-24T10:00 | 2026-11-25T14:00 | 2026-11-25T14:00
            a session that begins when the desk opens     | 2026-11-24T10:00 | 2026-11-25T09:00 | 2026-11-25T09:00
            a session on Sunday: until Saturday at seven  | 2026-11-27T10:00 | 2026-11-29T10:00 | 2026-11-28T19:00
            a session in the evening: until seven         | 2026-11-24T10:00 | 2026-11-25T20:00 | 2026-11-25T19:00
            a session at half past eight: the day before  | 2026-11-24T10:00 | 2026-11-25T08:30 | 2026-11-24T19:00
            a session on a holiday: the day before        | 2026-11-09T10:00 | 2026-11-11T14:00 | 2026-11-10T19:00
            two hours of Saturday are enough              | 2026-11-28T17:00 | 2026-11-29T10:00 | 2026-11-28T19:00
            five minutes are not: until the session       | 2026-11-28T18:55 | 2026-11-29T10:00 | 2026-11-29T10:00
            no hour of work is left: until the session    | 2026-11-28T22:00 | 2026-11-29T10:00 | 2026-11-29T10:00
            the session is in half an hour                | 2026-11-25T13:30 | 2026-11-25T14:00 | 2026-11-25T14:00
            """)
    void anOfferIsOpenUntil(String when, LocalDateTime offered, LocalDateTime begins, LocalDateTime expected) {
        assertThat(deadline(offered, List.of(begins))).isEqualTo(expected);
    }

    @Test
    void aSeriesWhoseNextDateIsInTenMinutesLeavesTheUsualTime() {
        var offered = LocalDateTime.parse("2026-11-25T13:50");

        assertThat(deadline(offered, List.of(LocalDateTime.parse("2027-06-23T14:00"), LocalDateTime.parse("2026-11-25T14:00"))))
                .isEqualTo(LocalDateTime.parse("2026-11-27T13:50"));
    }

    @Test
    void theLastDateOfASeriesCounts() {
        var offered = LocalDateTime.parse("2026-11-27T10:00");

        assertThat(deadline(offered, List.of(LocalDateTime.parse("2026-11-29T10:00"), LocalDateTime.parse("2026-11-28T10:00"))))
                .isEqualTo(LocalDateTime.parse("2026-11-28T19:00"));
    }

    private LocalDateTime deadline(LocalDateTime offered, List<LocalDateTime> begin) {
        var sessions = begin.stream().map(this::at).map(start ->
                new SessionPlaces(Ids.next(), start, start.plus(Duration.ofHours(2)), 12, 0, 0, 0, false)).toList();
        return in(() -> answerTime.deadline(at(offered), sessions)).atZone(centre.zone()).toLocalDateTime();
    }

    private Instant at(LocalDateTime local) {
        return local.atZone(centre.zone()).toInstant();
    }
}
