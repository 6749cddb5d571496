package fr.preau.registrations;

import static fr.preau.registrations.RegistrationState.CANCELLED_BY_FAMILY;
import static fr.preau.registrations.RegistrationState.CLOSED;
import static fr.preau.registrations.RegistrationState.CONFIRMED;
import static fr.preau.registrations.RegistrationState.OFFERED;
import static fr.preau.registrations.RegistrationState.REFUSED;
import static fr.preau.registrations.RegistrationState.REQUESTED;
import static fr.preau.registrations.RegistrationState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.base.Role;
import fr.preau.registrations.RegistrationRefusal.Why;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** An activity for which the team answers each request: asked for, accepted or refused, withdrawn, forgotten. */
class ApprovalTest extends ByApproval {

    @Test
    void whoAsksHasNoPlaceAndNoRankYetAndHearsThatTheRequestHasArrived() {
        var answer = one(family, group);

        assertThat(answer.state()).isEqualTo(REQUESTED);
        assertThat(answer.rank()).isZero();
        assertThat(taken(group.session())).isZero();
        assertThat(letters("registration-requested")).isEqualTo(1);
        assertThat(allLetters()).isEqualTo(1);
        assertThat(text(LetterKind.REQUESTED, answer)).contains("bien arrivée", "accord de l’équipe", "Aucune place n’est encore prise")
                .doesNotContainIgnoringCase("confirm");
    }

    @Test
    void beforeItIsSentThePreviewSaysThatTheTeamAnswers() {
        var preview = as(family, () -> registrations.preview(group.id(), List.of(family.person()), Set.copyOf(group.sessions()), PartyRule.WHO_CAN));

        assertThat(preview.forecasts()).singleElement().extracting(Preview.Forecast::waits).isEqualTo(WaitReason.APPROVAL);
    }

    @Test
    void askingTwiceIsRefusedByItsName() {
        one(family, group);

        var again = (RegisterOutcome.Refused) register(family, group, List.of(family.person()), PartyRule.WHO_CAN);

        assertThat(again.whyNot()).extracting(refusal -> refusal.why().why()).containsExactly(Why.ALREADY_ASKED);
    }

    @Test
    void aYesGivesAPlaceWhileThereIsOneAndATurnInTheListAfterwards() {
        var first = one(family, group);
        var second = one(town.family(centre).lives(), group);

        var yes = accept(first);
        var then = accept(second);

        assertThat(yes.placed()).containsExactly(first.registration());
        assertThat(then.waiting()).containsExactly(second.registration());
        assertThat(List.of(stateOf(first.registration()), stateOf(second.registration()))).containsExactly(CONFIRMED, WAITING);
        assertThat(taken(group.session())).isEqualTo(1);
        assertThat(letters("request-accepted")).isEqualTo(2);
        assertThat(text(LetterKind.REQUEST_ACCEPTED, first)).contains("a accepté", "l’inscription est confirmée");
        assertThat(text(LetterKind.REQUEST_ACCEPTED, second)).contains("a accepté", "numéro 1 sur la liste d’attente").doesNotContainIgnoringCase("confirm");
    }

    @Test
    void theListFollowsTheInstantsOfTheRequestsWhateverTheOrderOfTheAnswers() {
        accept(one(family, group));
        var asked = List.of(asks(), asks(), asks());

        accept(asked.get(2).answer());
        assertThat(rank(asked.get(2))).as("two asked before, and have no answer yet").isEqualTo(3);
        accept(asked.get(0).answer());
        accept(asked.get(1).answer());

        assertThat(asked.stream().map(this::rank)).containsExactly(1, 2, 3);
    }

    @Test
    void aRankOnlyGetsBetterWhileOlderRequestsAreAnswered() {
        accept(one(family, group));
        var older = asks();
        var later = asks();
        accept(later.answer());
        int told = rank(later);

        refuse(older.answer(), "Réservé aux nageurs");

        assertThat(told).isEqualTo(2);
        assertThat(rank(later)).isEqualTo(1);
    }

    @Test
    void aFreedPlaceGoesToTheListAndNotToWhoHasNoAnswerYet() {
        var holder = one(family, group);
        accept(holder);
        var undecided = asks();
        var accepted = asks();
        accept(accepted.answer());

        as(family, () -> registrations.cancel(Set.of(holder.registration())));

        assertThat(stateOf(accepted.answer().registration())).isEqualTo(OFFERED);
        assertThat(stateOf(undecided.answer().registration())).isEqualTo(REQUESTED);
    }

    @Test
    void whoAskedTogetherIsAnsweredTogetherAndNeverSplit() {
        var two = town.group(centre).byApproval().places(1).stands();
        var pair = town.family(centre).of(2).lives();
        var asked = answers(register(pair, two, pair.persons(), PartyRule.TOGETHER));

        var outcome = asStaff(Role.ANIMATOR, () -> approvals.accept(Set.of(asked.getFirst().registration())));

        assertThat(outcome.waiting()).hasSize(2);
        assertThat(taken(two.session())).isZero();
        countersAreTrue(two);
    }

    @Test
    void aSeriesIsAcceptedWithTheDatesThatWereAddedSince() {
        var series = town.group(centre).byApproval().series(3).places(2).stands();
        var asked = one(family, series);
        assertThat(series.sessions().stream().map(this::taken)).containsOnly(0);

        accept(asked);

        assertThat(series.sessions().stream().map(this::taken)).containsOnly(1);
        countersAreTrue(series);
    }

    @Test
    void aNoSaysWhyAndReceptionCallsWhereNoLetterArrives() {
        var silent = town.family(centre).phoneOnly("03 20 11 22 33").lives();
        var asked = one(family, group);
        var unheard = one(silent, group);

        refuse(asked, "Réservé aux nageurs");
        refuse(unheard, "Réservé aux nageurs");

        assertThat(stateOf(asked.registration())).isEqualTo(REFUSED);
        assertThat(text(LetterKind.REFUSED, asked)).contains("Réservé aux nageurs");
        assertThat(calls()).containsExactly("REQUEST_REFUSED");
        assertThatThrownBy(() -> refuse(asked, " ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSecondAnswerChangesNothingAndSaysSo() {
        var asked = one(family, group);
        accept(asked);

        assertThat(accept(asked).nothingDone()).isTrue();
        assertThat(refuse(asked, "Trop tard").passed()).containsExactly(asked.registration());

        assertThat(stateOf(asked.registration())).isEqualTo(CONFIRMED);
        assertThat(letters("request-accepted")).isEqualTo(1);
        assertThat(letters("registration-refused")).isZero();
    }

    @Test
    void aFamilyWithdrawsItsRequestAndTakesThatBackWithItsTurn() {
        var asked = one(family, group);
        var outcome = as(family, () -> registrations.cancel(Set.of(asked.registration())));
        assertThat(stateOf(asked.registration())).isEqualTo(CANCELLED_BY_FAMILY);
        assertThat(outcome.undoableUntil()).isNotNull();
        assertThat(accept(asked).nothingDone()).isTrue();

        var undone = as(family, () -> registrations.undoCancel(Set.of(asked.registration())));

        assertThat(undone).isEqualTo(UndoOutcome.RESTORED);
        assertThat(as(family, () -> registrations.mine()).stream().map(RegistrationRecord::state)).contains(REQUESTED);
    }

    @Test
    void whoWithdrewDoesNotAskAgainBesideThoseWhoHaveATurnInTheListByNow() {
        accept(one(family, group));
        var pair = town.family(centre).of(2).lives();
        var asked = answers(register(pair, group, pair.persons(), PartyRule.TOGETHER));
        as(pair, () -> registrations.cancel(Set.of(asked.getFirst().registration())));
        accept(asked.getLast());

        assertThat(as(pair, () -> registrations.undoCancel(Set.of(asked.getFirst().registration())))).isEqualTo(UndoOutcome.TOO_LATE);

        assertThat(stateOf(asked.getLast().registration())).isEqualTo(WAITING);
    }

    @Test
    void aRequestWithoutAnAnswerIsClosedWhenTheActivityBeginsAndItsLetterSaysTheTruth() {
        var asked = one(family, group);
        clock.set(clock.instant().plus(Duration.ofDays(15)));
        if (clock.instant().atZone(centre.zone()).getHour() == 2) {
            clock.pass(Duration.ofHours(1));
        }

        assertThat(accept(asked).nothingDone()).as("the session has begun").isTrue();
        round.go();

        assertThat(stateOf(asked.registration())).isEqualTo(CLOSED);
        assertThat(letters("request-closed")).isEqualTo(1);
        assertThat(letters("list-closed")).isZero();
        assertThat(text(LetterKind.REQUEST_CLOSED, asked)).contains("n’a pas répondu").doesNotContain("liste d’attente");
    }

    @Test
    void aResidentDoesNotAnswerAndAnotherCentresRequestIsNotFound() {
        var asked = one(family, group);

        assertThatThrownBy(() -> as(family, () -> approvals.accept(Set.of(asked.registration())))).isInstanceOf(AccessDeniedException.class);
        centre = town.centre();
        assertThatThrownBy(() -> accept(asked)).isInstanceOf(NoSuchElementException.class);
        centre = null;
    }

    private ApprovalOutcome refuse(Answer asked, String why) {
        return asStaff(Role.ANIMATOR, () -> approvals.refuse(Set.of(asked.registration()), why));
    }
}
