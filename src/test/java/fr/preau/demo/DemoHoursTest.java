package fr.preau.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.Moments;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoHoursTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-27", "2026-11-28", "2026-11-29", "2026-11-30", "2026-10-23"})
    void fortyFamiliesComeOneAfterTheOtherWhileTheDeskIsOpen(String day) {
        var first = DemoHours.opening(LocalDate.parse(day));
        var moments = IntStream.range(0, 40).mapToObj(number -> DemoHours.of(number, first)).toList();

        assertThat(moments).isSorted().doesNotHaveDuplicates();
        assertThat(moments.stream().map(moment -> moment.atZone(Moments.PARIS))).allSatisfy(moment -> {
            assertThat(moment.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            assertThat(moment.getHour()).isBetween(9, 17);
        });
    }
}
