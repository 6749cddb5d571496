package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A family with neither mail nor telephone: its place is kept, and a line at reception says so, until somebody of it comes by. */
class UnreachableOfferTest extends RegistrationsTest {

    @BeforeEach
    void aWednesdayWithoutHolidaysAroundIt() {
        clock.set(LocalDate.of(2027, 2, 3).atTime(10, 0).atZone(centre.zone()).toInstant());
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void itsPlaceOutlastsEveryDeadlineAndItsAnswerAtTheDeskEndsTheLine() {
        var group = town.group(centre).places(1).stands();
        var gives = town.family(centre).lives();
        var seat = one(gives, group).registration();
        var unreachable = town.family(centre).unreachable().lives();
        var waits = one(unreachable, group).registration();

        as(gives, () -> registrations.cancel(Set.of(seat)));
        clock.pass(Duration.ofDays(10));
        round.go();

        assertThat(stateOf(waits)).isEqualTo(RegistrationState.OFFERED);
        assertThat(linesToCall()).isEqualTo(1);
        assertThat(taken(group.session())).isEqualTo(1);
        asStaff(Role.RECEPTION, () -> offers.acceptFor(openOffer(waits), Channel.DESK));
        assertThat(stateOf(waits)).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(linesToCall()).isZero();
        countersAreTrue(group);
    }

    private int linesToCall() {
        return database.sql("SELECT COUNT(*) FROM call_task WHERE centre_id = :centre AND done_at IS NULL").param("centre", centre.id())
                .query(Integer.class).single();
    }
}
