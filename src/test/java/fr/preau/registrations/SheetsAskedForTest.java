package fr.preau.registrations;

import static fr.preau.registrations.attendance.AttendanceMark.PRESENT;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.Role;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import fr.preau.registrations.attendance.AttendanceService;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A date of a series passes while its only place is no more than offered: nobody was expected, and whoever came was. */
class SheetsAskedForTest extends RegistrationsTest {

    @Autowired
    private AttendanceService attendance;
    @Autowired
    private TodayService today;

    private Group series;
    private Family asked;

    @BeforeEach
    void anOfferAcrossADate() {
        clock.set(LocalDate.of(2027, 2, 3).atTime(12, 0).atZone(centre.zone()).toInstant());
        series = town.group(centre).series(3).places(1).startingAt(clock.instant().plus(Duration.ofHours(1))).stands();
        var holder = town.family(centre).lives();
        var seat = one(holder, series).registration();
        asked = town.family(centre).phoneOnly("03 20 00 11 22").lives();
        var offered = one(asked, series).registration();
        as(holder, () -> registrations.cancel(Set.of(seat)));
        clock.set(clock.instant().plus(Duration.ofHours(4)));
        assertThat(stateOf(offered)).isEqualTo(RegistrationState.OFFERED);
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void noSheetIsAskedForOnWhichOnlySomebodyStandsWhoHasNotSaidYes() {
        assertThat(today().unfilled()).isEmpty();
        assertThat(today().sessions()).singleElement().satisfies(line ->
                assertThat(new int[] {line.expected(), line.offered(), line.noted()}).containsExactly(0, 1, 0));
    }

    @Test
    void whoIsThereAllTheSameIsCountedOnThePageAsOnTheSheet() {
        asStaff(Role.ANIMATOR, () -> {
            attendance.mark(series.session(), asked.person(), PRESENT);
            return true;
        });

        var sheet = asStaff(Role.ANIMATOR, () -> attendance.sheet(series.session()));
        assertThat(new long[] {sheet.expected(), sheet.offered()}).containsExactly(1, 0);
        assertThat(today().sessions()).singleElement().satisfies(line ->
                assertThat(new int[] {line.expected(), line.offered(), line.noted()}).containsExactly(1, 0, 1));
        assertThat(today().unfilled()).isEmpty();
    }

    private TodayService.Today today() {
        return asStaff(Role.ANIMATOR, () -> today.today());
    }
}
