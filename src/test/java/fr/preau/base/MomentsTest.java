package fr.preau.base;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.testing.PreauTest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PreauTest
class MomentsTest {

    @Autowired
    private Moments moments;
    @Autowired
    private Clock clock;

    @Test
    void aMomentIsSaidAsPeopleSayIt() {
        assertThat(moments.full(Instant.parse("2026-02-03T13:30:00Z"), Moments.PARIS))
                .isEqualTo("mardi 3 février 2026 à\u00a014\u00a0h\u00a030");
        assertThat(moments.full(Instant.parse("2026-07-01T12:00:00Z"), Moments.PARIS))
                .isEqualTo("mercredi 1er juillet 2026 à\u00a014\u00a0h");
    }

    @Test
    void aDayIsSaidWithItsYearWhenThatIsNotThisOne() {
        int year = clock.instant().atZone(Moments.PARIS).getYear();
        assertThat(moments.date(LocalDate.of(2027, 1, 1))).isEqualTo("1er janvier 2027");
        assertThat(moments.day(LocalDate.of(year, 12, 2), Moments.PARIS)).endsWith(" 2 décembre");
        assertThat(moments.day(LocalDate.of(year + 1, 1, 9), Moments.PARIS)).endsWith(" 9 janvier " + (year + 1));
        assertThat(moments.brief(LocalDate.of(year + 1, 1, 9).atTime(13, 0).atZone(Moments.PARIS).toInstant(), Moments.PARIS))
                .endsWith(" 9 janvier " + (year + 1) + " à\u00a013\u00a0h");
    }
}
