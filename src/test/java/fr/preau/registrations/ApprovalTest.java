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
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** An activity for which the team answers each request: asked for, accepted or refused, withdrawn, forgotten. */
class ApprovalTest extends ByApproval {

    @Test
    void who_asks_has_no_place_and_no_rank_yet_and_hears_that_the_request_has_arrived() {
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
    void before_it_is_sent_the_preview_says_that_the_team_answers() {
        var preview = as(family, () -> registrations.preview(group.id(), List.of(family.person()), Set.copyOf(group.sessions()), PartyRule.WHO_CAN));

        assertThat(preview.forecasts()).singleElement().extracting(Preview.Forecast::waits).isEqualTo(WaitReason.APPROVAL);
    }

    @Test
    void asking_twice_is_refused_by_its_name() {
        one(family, group);

        var again = (RegisterOutcome.Refused) register(family, group, List.of(family.person()), PartyRule.WHO_CAN);

        assertThat(again.whyNot()).extracting(refusal -> refusal.why().why()).containsExactly(Why.ALREADY_ASKED);
    }

    @Test
    void a_yes_gives_a_place_while_there_is_one_and_a_turn_in_the_list_afterwards() {
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
        assertThat(text(LetterKind.REQUEST_ACCEPTED, second)).contains("a accepté", "rang 1").doesNotContainIgnoringCase("confirm");
    }

    @Test
    void the_list_follows_the_instants_of_the_requests_whatever_the_order_of_the_answers() {
        accept(one(family, group));
        var asked = List.of(asks(), asks(), asks());

        accept(asked.get(2).answer());
        assertThat(rank(asked.get(2))).as("two asked before, and have no answer yet").isEqualTo(3);
        accept(asked.get(0).answer());
        accept(asked.get(1).answer());

        assertThat(asked.stream().map(this::rank)).containsExactly(1, 2, 3);
    }

    @Test
    void a_rank_only_gets_better_while_older_requests_are_answered() {
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
    void a_freed_place_goes_to_the_list_and_not_to_who_has_no_answer_yet() {
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
    void who_asked_together_is_answered_together_and_never_split() {
        var two = town.group(centre).byApproval().places(1).stands();
        var pair = town.family(centre).of(2).lives();
        var asked = answers(register(pair, two, pair.persons(), PartyRule.TOGETHER));

        var outcome = asStaff(Role.ANIMATOR, () -> approvals.accept(Set.of(asked.getFirst().registration())));

        assertThat(outcome.waiting()).hasSize(2);
        assertThat(taken(two.session())).isZero();
        countersAreTrue(two);
    }

    @Test
    void a_series_is_accepted_with_the_dates_that_were_added_since() {
        var series = town.group(centre).byApproval().series(3).places(2).stands();
        var asked = one(family, series);
        assertThat(series.sessions().stream().map(this::taken)).containsOnly(0);

        accept(asked);

        assertThat(series.sessions().stream().map(this::taken)).containsOnly(1);
        countersAreTrue(series);
    }

    @Test
    void a_no_says_why_and_reception_calls_where_no_letter_arrives() {
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
    void a_second_answer_changes_nothing_and_says_so() {
        var asked = one(family, group);
        accept(asked);

        assertThat(accept(asked).nothingDone()).isTrue();
        assertThat(refuse(asked, "Trop tard").passed()).containsExactly(asked.registration());

        assertThat(stateOf(asked.registration())).isEqualTo(CONFIRMED);
        assertThat(letters("request-accepted")).isEqualTo(1);
        assertThat(letters("registration-refused")).isZero();
    }

    @Test
    void a_family_withdraws_its_request_and_takes_that_back_with_its_turn() {
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
    void who_withdrew_does_not_ask_again_beside_those_who_have_a_turn_in_the_list_by_now() {
        accept(one(family, group));
        var pair = town.family(centre).of(2).lives();
        var asked = answers(register(pair, group, pair.persons(), PartyRule.TOGETHER));
        as(pair, () -> registrations.cancel(Set.of(asked.getFirst().registration())));
        accept(asked.getLast());

        assertThat(as(pair, () -> registrations.undoCancel(Set.of(asked.getFirst().registration())))).isEqualTo(UndoOutcome.TOO_LATE);

        assertThat(stateOf(asked.getLast().registration())).isEqualTo(WAITING);
    }

    @Test
    void a_request_without_an_answer_is_closed_when_the_activity_begins_and_its_letter_says_the_truth() {
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
    void a_resident_does_not_answer_and_another_centre_s_request_is_not_found() {
        var asked = one(family, group);

        assertThatThrownBy(() -> as(family, () -> approvals.accept(Set.of(asked.registration())))).isInstanceOf(AccessDeniedException.class);
        centre = town.centre();
        assertThatThrownBy(() -> accept(asked)).isInstanceOf(java.util.NoSuchElementException.class);
        centre = null;
    }

    private ApprovalOutcome refuse(Answer asked, String why) {
        return asStaff(Role.ANIMATOR, () -> approvals.refuse(Set.of(asked.registration()), why));
    }
}
