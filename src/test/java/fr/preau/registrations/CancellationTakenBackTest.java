package fr.preau.registrations;

import static fr.preau.registrations.RegistrationState.CANCELLED_BY_FAMILY;
import static fr.preau.registrations.RegistrationState.OFFERED;
import static fr.preau.registrations.RegistrationState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A cancellation is taken back as long as nobody else has the place, nor an answer to it. */
class CancellationTakenBackTest extends FullGroup {

    @Test
    void aCancellationIsTakenBackWhileNobodyElseHasThePlace() {
        var quiet = town.group(centre).places(2).stands();
        var seat = one(holder, quiet).registration();

        var outcome = as(holder, () -> registrations.cancel(Set.of(seat)));
        var undo = as(holder, () -> registrations.undoCancel(Set.of(seat)));
        var twice = as(holder, () -> registrations.undoCancel(Set.of(seat)));

        assertThat(outcome.undoableUntil()).isNotNull();
        assertThat(List.of(undo, twice)).containsExactly(UndoOutcome.RESTORED, UndoOutcome.RESTORED);
        assertThat(taken(quiet.session())).isEqualTo(1);
        countersAreTrue(quiet);
    }

    @Test
    void whoLeftTheListByMistakeComesBackToTheSameRank() {
        as(head, () -> registrations.cancel(Set.of(first)));

        assertThat(as(head, () -> registrations.undoCancel(Set.of(first)))).isEqualTo(UndoOutcome.RESTORED);

        assertThat(as(head, () -> registrations.mine()).stream().filter(mine -> mine.state() == WAITING).map(RegistrationRecord::rank))
                .containsExactly(1);
    }

    @Test
    void whoComesBackIntoTheListHasThePlaceThatBecameFreeMeanwhile() {
        var small = town.group(centre).places(1).stands();
        var seat = one(holder, small).registration();
        var waits = one(head, small).registration();
        as(head, () -> registrations.cancel(Set.of(waits)));
        as(holder, () -> registrations.cancel(Set.of(seat)));

        assertThat(as(head, () -> registrations.undoCancel(Set.of(waits)))).isEqualTo(UndoOutcome.RESTORED);

        assertThat(as(head, () -> registrations.mine())).filteredOn(one -> one.groupId().equals(small.id()))
                .extracting(RegistrationRecord::state).containsExactly(OFFERED);
        assertThat(stateOf(waits)).isEqualTo(CANCELLED_BY_FAMILY);
        countersAreTrue(small);
    }

    @Test
    void whoLeftAPartyThatHasAnOfferByNowDoesNotComeBackIntoItAndTheListGoesOnMoving() {
        var two = town.group(centre).places(2).stands();
        var seat = one(holder, two).registration();
        var family = town.family(centre).of(2).lives();
        var party = answers(register(family, two, family.persons(), PartyRule.TOGETHER)).stream().map(Answer::registration).toList();
        var next = one(town.family(centre).lives(), two).registration();

        var outcome = as(family, () -> registrations.cancel(Set.of(party.getFirst())));

        assertThat(List.of(stateOf(party.getFirst()), stateOf(party.getLast()))).containsExactly(CANCELLED_BY_FAMILY, OFFERED);
        assertThat(outcome.undoableUntil()).isNull();
        assertThat(as(family, () -> registrations.undoCancel(Set.of(party.getFirst())))).isEqualTo(UndoOutcome.TOO_LATE);
        assertThat(as(family, () -> registrations.mine())).filteredOn(one -> one.offerId() != null).extracting(RegistrationRecord::id)
                .as("who left reads of no offer").containsExactly(party.getLast());
        as(holder, () -> registrations.cancel(Set.of(seat)));
        assertThat(stateOf(next)).isEqualTo(OFFERED);
        countersAreTrue(two);
    }

    @Test
    void aCancellationIsNotTakenBackWhenThePlaceIsGivenAwayOrTheMinutesAreOver() {
        as(holder, () -> registrations.cancel(Set.of(had)));
        var quiet = town.group(centre).places(2).stands();
        var seat = one(holder, quiet).registration();
        as(holder, () -> registrations.cancel(Set.of(seat)));

        assertThat(as(holder, () -> registrations.undoCancel(Set.of(had)))).isEqualTo(UndoOutcome.GIVEN_AWAY);
        clock.pass(Cancellation.UNDO.plusSeconds(1));
        assertThat(as(holder, () -> registrations.undoCancel(Set.of(seat)))).isEqualTo(UndoOutcome.TOO_LATE);
    }
}
