package fr.preau.registrations;

import static fr.preau.registrations.RegistrationState.CANCELLED_BY_CENTRE;
import static fr.preau.registrations.RegistrationState.CONFIRMED;
import static fr.preau.registrations.RegistrationState.OFFERED;
import static fr.preau.registrations.RegistrationState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.activities.SessionChange;
import fr.preau.base.Role;
import fr.preau.registrations.RegisterOutcome.Registered;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every way in which a place becomes free leads to the head of the list. */
class ReleaseTest extends FullGroup {

    @Test
    void whenTheFamilyCancels() {
        var outcome = as(holder, () -> registrations.cancel(Set.of(had)));

        assertThat(outcome.undoableUntil()).as("given away at once").isNull();
        headHasAnOffer();
        assertThat(letters("cancelled-by-family")).isEqualTo(1);
        assertThat(letters("place-offered")).isEqualTo(1);
    }

    @Test
    void whenTheCentreCancelsAndSaysWhy() {
        asStaff(Role.DIRECTOR, () -> desk.cancelByCentre(Set.of(had), "Dossier incomplet"));

        assertThat(stateOf(had)).isEqualTo(CANCELLED_BY_CENTRE);
        assertThat(actorAndChannel(had)).isEqualTo("STAFF DESK");
        headHasAnOffer();
        assertThat(letters("cancelled-by-centre")).isEqualTo(1);
        assertThat(letters("cancelled-by-family")).isZero();
    }

    @Test
    void whenAnActivityIsTakenUpAgain() {
        asStaff(Role.ANIMATOR, () -> publishing.suspend(group.activity(), "Travaux"));
        as(holder, () -> registrations.cancel(Set.of(had)));
        assertThat(stateOf(first)).as("nobody is asked during the pause").isEqualTo(WAITING);

        asStaff(Role.ANIMATOR, () -> publishing.publish(group.activity()));

        assertThat(stateOf(first)).isEqualTo(OFFERED);
        assertThat(letters("place-offered")).isEqualTo(1);
    }

    @Test
    void whenASessionIsCancelledEverybodyThereIsTold() {
        asStaff(Role.ANIMATOR, () -> schedule.cancelSessions(group.id(), group.session(), 0, SessionChange.Reach.ONE, "Fuite d’eau"));

        assertThat(List.of(stateOf(had), stateOf(first))).containsOnly(CANCELLED_BY_CENTRE);
        assertThat(letters("session-cancelled")).isEqualTo(3);
        assertThat(taken(group.session())).isZero();
    }

    @Test
    void aSeriesGoesOnWithoutACancelledSession() {
        var series = town.group(centre).series(3).places(2).stands();
        var mine = one(holder, series).registration();

        asStaff(Role.ANIMATOR, () -> schedule.cancelSessions(series.id(), series.session(), 0, SessionChange.Reach.ONE, "Fuite d’eau"));

        assertThat(stateOf(mine)).isEqualTo(CONFIRMED);
        assertThat(series.sessions().stream().map(this::taken)).containsExactly(0, 1, 1);
        countersAreTrue(series);
    }

    @Test
    void whenAnActivityIsCancelledEverybodyIsToldOnce() {
        asStaff(Role.DIRECTOR, () -> publishing.cancel(group.activity(), "Travaux"));

        assertThat(List.of(stateOf(had), stateOf(first), stateOf(second))).containsOnly(CANCELLED_BY_CENTRE);
        assertThat(letters("activity-cancelled")).isEqualTo(3);
    }

    @Test
    void theFirstPartyWaitsWhenItDoesNotFitAndSoDoThoseBehindIt() {
        var two = town.group(centre).places(2).stands();
        var one = town.family(centre).lives();
        var seat = one(one, two).registration();
        one(town.family(centre).lives(), two);
        var three = town.family(centre).of(2).lives();
        var party = answers(register(three, two, three.persons(), PartyRule.TOGETHER));
        var single = one(town.family(centre).lives(), two).registration();

        as(one, () -> registrations.cancel(Set.of(seat)));

        assertThat(party).allSatisfy(member -> assertThat(stateOf(member.registration())).isEqualTo(WAITING));
        assertThat(stateOf(single)).isEqualTo(WAITING);
        countersAreTrue(two);
    }

    @Test
    void aSeatThatSomebodyGaveUpMayBeAskedForAgainInANewRow() {
        as(holder, () -> registrations.cancel(Set.of(had)));

        var again = (Registered) register(holder, group, holder.persons(), PartyRule.WHO_CAN);

        assertThat(again.answers().getFirst().registration()).isNotEqualTo(had);
        assertThat(again.answers().getFirst().rank()).isEqualTo(2);
    }
}
