package fr.preau.registrations;

import static fr.preau.registrations.RegistrationState.CANCELLED_BY_FAMILY;
import static fr.preau.registrations.RegistrationState.CONFIRMED;
import static fr.preau.registrations.RegistrationState.OFFERED;
import static fr.preau.registrations.RegistrationState.REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A yes is taken back within minutes: the request keeps its turn, and whoever heard of the yes hears of that too. */
class ApprovalTakenBackTest extends ByApproval {

    @Test
    void aYesIsTakenBackWithinMinutesAndTheRequestKeepsItsTurn() {
        var first = one(family, group);
        var later = asks();
        accept(first);

        assertThat(takeBack(first)).isEqualTo(UndoOutcome.RESTORED);

        assertThat(stateOf(first.registration())).isEqualTo(REQUESTED);
        assertThat(taken(group.session())).isZero();
        countersAreTrue(group);
        assertThat(asStaff(Role.ANIMATOR, () -> approvals.pending(later.request())).getFirst().olderRequests()).as("still the older one")
                .isEqualTo(1);
        assertThat(accept(first).placed()).containsExactly(first.registration());
        var steps = database.sql("SELECT CONCAT(from_state, ' ', to_state) FROM registration_step WHERE registration_id = :id ORDER BY happened_at, id")
                .param("id", first.registration()).query(String.class).list();
        assertThat(steps).as("nothing is wiped out").containsExactly("DRAFT REQUESTED", "REQUESTED CONFIRMED", "CONFIRMED REQUESTED",
                "REQUESTED CONFIRMED");
    }

    @Test
    void aYesToATurnInTheListIsTakenBackTooAndRanksStayTrue() {
        accept(one(family, group));
        var waits = asks();
        var next = asks();
        accept(waits.answer());
        accept(next.answer());

        assertThat(takeBack(waits.answer())).isEqualTo(UndoOutcome.RESTORED);

        countersAreTrue(group);
        assertThat(rank(next)).as("who asked before may still be accepted").isEqualTo(2);
        accept(waits.answer());
        assertThat(rank(waits)).isEqualTo(1);
        assertThat(rank(next)).isEqualTo(2);
    }

    @Test
    void aPlaceThatATakenBackYesFreesGoesToTheHeadOfTheList() {
        var first = one(family, group);
        accept(first);
        var waits = asks();
        accept(waits.answer());

        takeBack(first);

        assertThat(stateOf(waits.answer().registration())).isEqualTo(OFFERED);
        assertThat(takeBack(waits.answer())).as("an offer was made since").isEqualTo(UndoOutcome.TOO_LATE);
    }

    @Test
    void aYesToWhoWithdrewSinceIsPastAndThatToOthersIsTakenBackAllTheSame() {
        var two = town.group(centre).byApproval().places(2).stands();
        var gone = one(family, two);
        var stays = one(town.family(centre).lives(), two);
        asStaff(Role.ANIMATOR, () -> approvals.accept(Set.of(gone.registration(), stays.registration())));
        as(family, () -> registrations.cancel(Set.of(gone.registration())));

        assertThat(takeBack(gone)).isEqualTo(UndoOutcome.TOO_LATE);
        assertThat(asStaff(Role.ANIMATOR, () -> approvals.takeBack(Set.of(gone.registration(), stays.registration()))))
                .isEqualTo(UndoOutcome.RESTORED);

        assertThat(List.of(stateOf(gone.registration()), stateOf(stays.registration()))).containsExactly(CANCELLED_BY_FAMILY, REQUESTED);
        countersAreTrue(two);
    }

    @Test
    void whoAskedTogetherIsAskedAboutTogetherAgain() {
        var two = town.group(centre).byApproval().places(2).stands();
        var pair = town.family(centre).of(2).lives();
        var asked = answers(register(pair, two, pair.persons(), PartyRule.TOGETHER));
        accept(asked.getFirst());

        takeBack(asked.getLast());

        assertThat(asked).extracting(one -> stateOf(one.registration())).containsOnly(REQUESTED);
        countersAreTrue(two);
    }

    @Test
    void theMinutesOverAYesStaysAndSoDoesOneThatTheFamilyHasAnswered() {
        var asked = one(family, group);
        var before = clock.instant();
        var outcome = accept(asked);
        var id = outcome.placed().iterator().next();
        assertThat(outcome.undoableUntil()).isBetween(before.plus(ApprovalService.TAKEN_BACK_WITHIN),
                clock.instant().plus(ApprovalService.TAKEN_BACK_WITHIN));
        clock.pass(ApprovalService.TAKEN_BACK_WITHIN);
        assertThat(asStaff(Role.ANIMATOR, () -> approvals.takeBack(Set.of(id)))).isEqualTo(UndoOutcome.TOO_LATE);
        assertThat(stateOf(id)).isEqualTo(CONFIRMED);

        var unanswered = asks();
        assertThat(takeBack(unanswered.answer())).as("there was no yes").isEqualTo(UndoOutcome.TOO_LATE);
    }

    @Test
    void whoHeardOfTheYesHearsThatItWasTakenBackAndALetterThatHadNotLeftSaysNothingFalse() {
        var asked = one(family, group);
        accept(asked);
        takeBack(asked);

        assertThat(letters("request-reopened")).isEqualTo(1);
        assertThat(text(LetterKind.REQUEST_REOPENED, asked)).contains("revenue sur son accord", "Aucune place n’est prise")
                .doesNotContainIgnoringCase("confirm");
        assertThat(written(LetterKind.REQUEST_ACCEPTED, asked)).as("the yes is not told any more").containsOnly(Optional.empty());

        accept(asked);

        assertThat(written(LetterKind.REQUEST_ACCEPTED, asked).stream().flatMap(Optional::stream)).as("the second yes alone").hasSize(1);
        assertThat(written(LetterKind.REQUEST_REOPENED, asked)).containsOnly(Optional.empty());
    }

    @Test
    void nobodyIsCalledAboutAYesThatWasTakenBackBeforeTheCall() {
        var silent = town.family(centre).phoneOnly("03 20 11 22 33").lives();
        var asked = one(silent, group);
        accept(asked);
        takeBack(asked);
        assertThat(calls()).isEmpty();

        accept(asked);
        var call = database.sql("SELECT id FROM call_task WHERE centre_id = :centre AND done_at IS NULL").param("centre", centre.id())
                .query(UUID.class).single();
        asStaff(Role.RECEPTION, () -> {
            desk.callDone(call, null);
            return true;
        });
        takeBack(asked);
        assertThat(calls()).as("who was called is called again").containsExactly("REQUEST_REOPENED");
    }
}
