package fr.preau.registrations;

import static fr.preau.registrations.RegistrationState.CONFIRMED;
import static fr.preau.registrations.RegistrationState.PRE_REGISTERED;
import static fr.preau.registrations.RegistrationState.REQUESTED;
import static fr.preau.registrations.RegistrationState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.preau.base.Role;
import fr.preau.registrations.RegisterOutcome.Registered;
import fr.preau.registrations.RegistrationRefusal.Why;
import fr.preau.registrations.Town.Family;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** Reception asks for a family, says yes at once, and beyond the places with its reason. */
class ApprovalAtTheDeskTest extends ByApproval {

    @Test
    void theDeskAsksTheTeamToo() {
        var outcome = asStaff(Role.RECEPTION, () -> desk.register(new RegisterCommand("desk", group.id(), family.id(), List.of(family.person()),
                Set.copyOf(group.sessions()), PartyRule.WHO_CAN, Channel.PHONE), DeskTerms.ordinary()));

        assertThat(answers(outcome)).extracting(Answer::state).containsExactly(REQUESTED);
    }

    @Test
    void theDeskSaysYesAtOnceAndTheFamilyHearsOfItInOneLetter() {
        var outcome = deskAccepts(family, DeskTerms.ordinary());
        var next = deskAccepts(town.family(centre).lives(), DeskTerms.ordinary());

        assertThat(answers(outcome)).extracting(Answer::state).containsExactly(CONFIRMED);
        assertThat(answers(next)).extracting(Answer::state, Answer::rank).containsExactly(tuple(WAITING, 1));
        assertThat(written(LetterKind.REQUESTED, answers(outcome).getFirst())).as("overtaken by the yes").containsOnly(Optional.empty());
        assertThat(text(LetterKind.REQUEST_ACCEPTED, answers(outcome).getFirst())).contains("l’inscription est confirmée");
    }

    @Test
    void withAYesAtOnceAPlaceIsHeldOrLiesBeyondThePlacesWithItsReason() {
        var until = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofDays(3));
        var held = deskAccepts(family, DeskTerms.ordinary().holdingUntil(until, "L’assurance"));
        var beyond = deskAccepts(town.family(centre).lives(), DeskTerms.ordinary().overbooking("Sa sœur vient"));

        var record = asStaff(Role.RECEPTION, () -> desk.request(((Registered) held).request())).getFirst();
        assertThat(record.state()).isEqualTo(PRE_REGISTERED);
        assertThat(record.deadline()).isEqualTo(until);
        assertThat(record.missing()).isEqualTo("L’assurance");
        assertThat(answers(beyond)).extracting(Answer::state).containsExactly(CONFIRMED);
        assertThat(asStaff(Role.RECEPTION, () -> desk.history(((Registered) beyond).request()))).extracting(HistoryLine::reason)
                .containsExactly(null, "Sa sœur vient");
        assertThat(taken(group.session())).isEqualTo(2);
        assertThat(text(LetterKind.REQUEST_ACCEPTED, answers(held).getFirst())).contains("Il manque encore", "L’assurance")
                .doesNotContain("confirmée");

        assertThat(takeBack(answers(beyond).getFirst())).isEqualTo(UndoOutcome.RESTORED);
        assertThat(asStaff(Role.RECEPTION, () -> desk.request(((Registered) beyond).request())).getFirst().overbooked()).isFalse();
        var tooLong = deskAccepts(town.family(centre).lives(), DeskTerms.ordinary().holdingUntil(clock.instant().plus(Duration.ofDays(60))));
        assertThat(((RegisterOutcome.Refused) tooLong).whyNot()).extracting(one -> one.why().why()).containsExactly(Why.HOLD_TOO_LONG);
    }

    @Test
    void theSameGestureSentTwiceIsOneYes() {
        var command = new RegisterCommand("desk-twice", group.id(), family.id(), List.of(family.person()), Set.copyOf(group.sessions()),
                PartyRule.WHO_CAN, Channel.DESK);
        asStaff(Role.RECEPTION, () -> desk.registerAndAccept(command, DeskTerms.ordinary()));

        var again = asStaff(Role.RECEPTION, () -> desk.registerAndAccept(command, DeskTerms.ordinary()));

        assertThat(answers(again)).extracting(Answer::state).containsExactly(CONFIRMED);
        assertThat(letters("request-accepted")).isEqualTo(1);
    }

    @Test
    void beyondThePlacesSaysYesWhoeverMayAndOnlyWithAReason() {
        accept(one(family, group));
        var asked = asks();

        assertThatThrownBy(() -> asStaff(Role.ANIMATOR, () -> approvals.acceptBeyond(Set.of(asked.answer().registration()), "Sa sœur vient")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> asStaff(Role.RECEPTION, () -> approvals.acceptBeyond(Set.of(asked.answer().registration()), " ")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> asStaff(Role.RECEPTION, () -> approvals.acceptBeyond(Set.of(asked.answer().registration()), "a".repeat(2_000_000))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(stateOf(asked.answer().registration())).isEqualTo(REQUESTED);

        asStaff(Role.RECEPTION, () -> approvals.acceptBeyond(Set.of(asked.answer().registration()), "Sa sœur vient"));

        assertThat(stateOf(asked.answer().registration())).isEqualTo(CONFIRMED);
        assertThat(taken(group.session())).isEqualTo(2);
    }

    private RegisterOutcome deskAccepts(Family who, DeskTerms terms) {
        return asStaff(Role.RECEPTION, () -> desk.registerAndAccept(new RegisterCommand(UUID.randomUUID().toString(), group.id(), who.id(),
                List.of(who.person()), Set.copyOf(group.sessions()), PartyRule.WHO_CAN, Channel.DESK), terms));
    }
}
