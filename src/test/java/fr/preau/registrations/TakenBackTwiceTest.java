package fr.preau.registrations;

import static fr.preau.registrations.RegistrationState.CONFIRMED;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.Role;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cancelled, taken back and cancelled again: only the last end can be taken back, so that calendars believe it. */
class TakenBackTwiceTest extends RegistrationsTest {

    private Group group;
    private Family family;
    private UUID request;
    private UUID first;

    @BeforeEach
    void somebodyHesitates() {
        group = town.group(centre).stands();
        family = town.family(centre).lives();
        first = one(family, group).registration();
        request = as(family, () -> registrations.mine()).getFirst().requestId();
        as(family, () -> registrations.cancel(Set.of(first)));
        clock.pass(Duration.ofSeconds(30));
        as(family, () -> registrations.undoCancel(Set.of(first)));
        clock.pass(Duration.ofSeconds(30));
    }

    @AfterEach
    void today() {
        countersAreTrue(group);
        clock.reset();
    }

    @Test
    void onlyTheLastEndIsOfferedAndCanBeTakenBack() {
        var last = standing();
        as(family, () -> registrations.cancel(Set.of(last)));

        assertThat(as(family, () -> registrations.canComeBack())).extracting(RegistrationRecord::id).containsExactly(last);
        assertThat(asStaff(Role.RECEPTION, () -> desk.canComeBack(request))).extracting(RegistrationRecord::id).containsExactly(last);
        assertThat(as(family, () -> registrations.undoCancel(Set.of(first)))).isEqualTo(UndoOutcome.TOO_LATE);
        var struckOut = numbers(letterTo(family, "cancelled-by-family"));

        assertThat(as(family, () -> registrations.undoCancel(Set.of(last)))).isEqualTo(UndoOutcome.RESTORED);

        var again = numbers(letterTo(family, "registration-confirmed"));
        assertThat(again.keySet()).isEqualTo(struckOut.keySet());
        again.forEach((entry, number) -> assertThat(number).isGreaterThan(struckOut.get(entry)));
    }

    @Test
    void whoTapsTwiceOnTheWayBackHasComeBackAllTheSame() {
        assertThat(as(family, () -> registrations.undoCancel(Set.of(first)))).isEqualTo(UndoOutcome.RESTORED);
        assertThat(stateOf(standing())).isEqualTo(CONFIRMED);
    }

    private UUID standing() {
        return as(family, () -> registrations.mine()).stream().filter(one -> one.state() == CONFIRMED).map(RegistrationRecord::id).findFirst().orElseThrow();
    }
}
