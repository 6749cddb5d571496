package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.activities.Dates;
import fr.preau.activities.Outcome;
import fr.preau.activities.Outcome.Reason;
import fr.preau.activities.ScheduleService;
import fr.preau.base.Role;
import fr.preau.registrations.Town.Group;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** New dates for a whole series bind nobody who said yes to the others. */
class SeriesDatesTest extends RegistrationsTest {

    @Autowired
    private ScheduleService schedule;

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void aSeriesInWhichSomebodyHasAPlaceGetsNoNewDates() {
        var group = town.group(centre).series(3).stands();
        one(town.family(centre).lives(), group);

        assertThat(addADate(group)).isEqualTo(new Outcome.Refused(Reason.SERIES_HAS_PEOPLE));
    }

    @Test
    void aSeriesForWhichSomebodyOnlyAskedGetsNoNewDatesUntilTheRequestIsAnswered() {
        var group = town.group(centre).series(3).byApproval().stands();
        var asked = one(town.family(centre).lives(), group).registration();

        assertThat(addADate(group)).as("a yes would bind to the new dates too").isEqualTo(new Outcome.Refused(Reason.SERIES_HAS_PEOPLE));
        asStaff(Role.RECEPTION, () -> approvals.refuse(Set.of(asked), "Dossier incomplet"));
        assertThat(addADate(group)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aSeriesThatIsOverForAllBeginsAnewWithNewDates() {
        var group = town.group(centre).series(3).places(1).stands();
        var came = one(town.family(centre).lives(), group).registration();
        var waited = one(town.family(centre).lives(), group).registration();
        clock.set(clock.instant().atZone(centre.zone()).plusDays(120).withHour(12).toInstant());
        round.go();

        assertThat(stateOf(came)).isEqualTo(RegistrationState.COMPLETED);
        assertThat(stateOf(waited)).isEqualTo(RegistrationState.CLOSED);
        assertThat(addADate(group)).isInstanceOf(Outcome.Done.class);
    }

    private Outcome addADate(Group group) {
        var day = clock.instant().atZone(centre.zone()).toLocalDate().plusDays(90);
        return asStaff(Role.ANIMATOR, () -> schedule.addDates(group.id(), Dates.once(day, LocalTime.of(9, 0), LocalTime.of(10, 0)), 12));
    }
}
