package fr.preau.registrations;

import static fr.preau.registrations.RegistrationState.OFFERED;
import static fr.preau.registrations.RegistrationState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.base.Role;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A party that is too large for what is free keeps its turn and its people together, until it accepts fewer places itself (R5). */
class FewerPlacesTest extends RegistrationsTest {

    @Autowired
    WaitingService waiting;

    private Group group;
    private Family three;
    private UUID request;
    private Answer behind;

    @BeforeEach
    void threeWaitTogetherForOnePlace() {
        group = town.group(centre).places(2).stands();
        one(town.family(centre).lives(), group);
        three = town.family(centre).of(3).lives();
        request = ((RegisterOutcome.Registered) register(three, group, three.persons(), PartyRule.TOGETHER)).request();
        behind = one(town.family(centre).lives(), group);
    }

    @AfterEach
    void countersStayTrue() {
        countersAreTrue(group);
    }

    @Test
    void eachGoesOnWaitingWithTheTurnOfAllAndWhatIsFreeIsOfferedAtOnce() {
        assertThat(states()).containsOnly(WAITING);

        assertThat(as(three, () -> waiting.acceptFewer(request))).isTrue();

        assertThat(states()).containsExactlyInAnyOrder(OFFERED, WAITING, WAITING);
        assertThat(ranks()).as("no rank twice, and nobody behind is before them").containsExactlyInAnyOrder(0, 1, 2);
        assertThat(rankOf(behind)).isEqualTo(3);
        assertThat(letters("place-offered")).isEqualTo(1);
        assertThat(mine()).filteredOn(one -> one.state() == WAITING).extracting(RegistrationRecord::waits).containsOnly(WaitReason.FULL);
    }

    @Test
    void theNextPlaceGoesToTheNextOfThem() {
        as(three, () -> waiting.acceptFewer(request));
        var offered = mine().stream().filter(one -> one.state() == OFFERED).findFirst().orElseThrow();

        as(three, () -> offers.decline(openOffer(offered.id())));

        assertThat(states()).containsExactlyInAnyOrder(RegistrationState.DECLINED, OFFERED, WAITING);
        assertThat(stateOf(behind.registration())).isEqualTo(WAITING);
    }

    @Test
    void aSecondClickDoesNothingAndWhoDidItIsKept() {
        as(three, () -> waiting.acceptFewer(request));

        assertThat(as(three, () -> waiting.acceptFewer(request))).isFalse();

        var steps = as(three, () -> registrations.history(request)).stream().filter(HistoryLine::isSeparation).toList();
        assertThat(steps).hasSize(3).extracting(HistoryLine::actor).containsOnly(Actor.FAMILY);
        assertThat(mine()).extracting(RegistrationRecord::rule).containsOnly(PartyRule.WHO_CAN);
    }

    @Test
    void receptionNotesItForTheFamilyAndAnotherFamilyCannot() {
        var other = town.family(centre).lives();
        assertThatThrownBy(() -> as(other, () -> waiting.acceptFewer(request))).isInstanceOf(NoSuchElementException.class);

        assertThat(asStaff(Role.RECEPTION, () -> waiting.acceptFewerFor(request, Channel.PHONE))).isTrue();

        assertThat(states()).contains(OFFERED);
        assertThat(asStaff(Role.RECEPTION, () -> desk.history(request)).stream().filter(HistoryLine::isSeparation)).extracting(HistoryLine::channel)
                .containsOnly(Channel.PHONE);
    }

    @Test
    void aSeriesIsSeparatedInTheSameWay() {
        var series = town.group(centre).series(3).places(1).stands();
        var two = town.family(centre).of(2).lives();
        var asked = ((RegisterOutcome.Registered) register(two, series, two.persons(), PartyRule.TOGETHER)).request();

        as(two, () -> waiting.acceptFewer(asked));

        var states = as(two, () -> registrations.request(asked)).stream().map(RegistrationRecord::state).toList();
        assertThat(states).containsExactlyInAnyOrder(OFFERED, WAITING);
        countersAreTrue(series);
    }

    @Test
    void whoLeavesTheListAfterwardsLeavesAlone() {
        as(three, () -> waiting.acceptFewer(request));
        var leaves = mine().stream().filter(one -> one.rank() == 1).findFirst().orElseThrow();

        as(three, () -> registrations.cancel(Set.of(leaves.id())));

        assertThat(ranks()).containsExactlyInAnyOrder(0, 0, 1);
        assertThat(rankOf(behind)).isEqualTo(2);
    }

    private List<RegistrationRecord> mine() {
        return as(three, () -> registrations.request(request));
    }

    private List<RegistrationState> states() {
        return mine().stream().map(RegistrationRecord::state).toList();
    }

    private List<Integer> ranks() {
        return mine().stream().map(RegistrationRecord::rank).toList();
    }

    private int rankOf(Answer answer) {
        var of = database.sql("SELECT request_id FROM registration WHERE id = :id").param("id", answer.registration()).query(UUID.class).single();
        return asStaff(Role.RECEPTION, () -> desk.request(of)).getFirst().rank();
    }
}
