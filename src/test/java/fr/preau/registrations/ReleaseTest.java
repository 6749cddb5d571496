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
    void when_the_family_cancels() {
        var outcome = as(holder, () -> registrations.cancel(Set.of(had)));

        assertThat(outcome.undoableUntil()).as("given away at once").isNull();
        headHasAnOffer();
        assertThat(letters("cancelled-by-family")).isEqualTo(1);
        assertThat(letters("place-offered")).isEqualTo(1);
    }

    @Test
    void when_the_centre_cancels_and_says_why() {
        asStaff(Role.DIRECTOR, () -> desk.cancelByCentre(Set.of(had), "Dossier incomplet"));

        assertThat(stateOf(had)).isEqualTo(CANCELLED_BY_CENTRE);
        assertThat(actorAndChannel(had)).isEqualTo("STAFF DESK");
        headHasAnOffer();
        assertThat(letters("cancelled-by-centre")).isEqualTo(1);
        assertThat(letters("cancelled-by-family")).isZero();
    }

    @Test
    void when_an_activity_is_taken_up_again() {
        asStaff(Role.ANIMATOR, () -> publishing.suspend(group.activity(), "Travaux"));
        as(holder, () -> registrations.cancel(Set.of(had)));
        assertThat(stateOf(first)).as("nobody is asked during the pause").isEqualTo(WAITING);

        asStaff(Role.ANIMATOR, () -> publishing.publish(group.activity()));

        assertThat(stateOf(first)).isEqualTo(OFFERED);
        assertThat(letters("place-offered")).isEqualTo(1);
    }

    @Test
    void when_a_session_is_cancelled_everybody_there_is_told() {
        asStaff(Role.ANIMATOR, () -> schedule.cancelSessions(group.id(), group.session(), 0, SessionChange.Reach.ONE, "Fuite d’eau"));

        assertThat(List.of(stateOf(had), stateOf(first))).containsOnly(CANCELLED_BY_CENTRE);
        assertThat(letters("session-cancelled")).isEqualTo(3);
        assertThat(taken(group.session())).isZero();
    }

    @Test
    void a_series_goes_on_without_a_cancelled_session() {
        var series = town.group(centre).series(3).places(2).stands();
        var mine = one(holder, series).registration();

        asStaff(Role.ANIMATOR, () -> schedule.cancelSessions(series.id(), series.session(), 0, SessionChange.Reach.ONE, "Fuite d’eau"));

        assertThat(stateOf(mine)).isEqualTo(CONFIRMED);
        assertThat(series.sessions().stream().map(this::taken)).containsExactly(0, 1, 1);
        countersAreTrue(series);
    }

    @Test
    void when_an_activity_is_cancelled_everybody_is_told_once() {
        asStaff(Role.DIRECTOR, () -> publishing.cancel(group.activity(), "Travaux"));

        assertThat(List.of(stateOf(had), stateOf(first), stateOf(second))).containsOnly(CANCELLED_BY_CENTRE);
        assertThat(letters("activity-cancelled")).isEqualTo(3);
    }

    @Test
    void the_first_party_waits_when_it_does_not_fit_and_so_do_those_behind_it() {
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
    void a_seat_that_somebody_gave_up_may_be_asked_for_again_in_a_new_row() {
        as(holder, () -> registrations.cancel(Set.of(had)));

        var again = (Registered) register(holder, group, holder.persons(), PartyRule.WHO_CAN);

        assertThat(again.answers().getFirst().registration()).isNotEqualTo(had);
        assertThat(again.answers().getFirst().rank()).isEqualTo(2);
    }
}
