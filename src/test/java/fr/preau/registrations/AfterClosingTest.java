package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.preau.base.Role;
import fr.preau.registrations.RegisterOutcome.Registered;
import fr.preau.registrations.RegistrationRefusal.Why;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** After the day on which registration closed: the site sends to reception, which may still register somebody, with a reason. */
class AfterClosingTest extends RegistrationsTest {

    private static final DeskTerms LATE = DeskTerms.ordinary().afterClosing("A téléphoné la veille");

    @Test
    void receptionRegistersAfterTheClosingWithAReasonThatStaysInTheHistoryAndWithoutOneItDoesNot() {
        var group = closed().stands();
        var family = town.family(centre).lives();

        assertThat(whys(atDesk(family, group, DeskTerms.ordinary()))).containsExactly(Why.CLOSED);
        assertThat(whys(atDesk(family, group, DeskTerms.ordinary().afterClosing("  ")))).as("without a word").containsExactly(Why.CLOSED);
        var done = (Registered) atDesk(family, group, LATE);

        assertThat(done.answers()).extracting(Answer::state).containsExactly(RegistrationState.CONFIRMED);
        assertThat(asStaff(Role.RECEPTION, () -> desk.history(done.request()))).singleElement().extracting(HistoryLine::reason)
                .isEqualTo("A téléphoné la veille");
        countersAreTrue(group);
    }

    @Test
    void neitherAResidentNorAnAnimatorRegistersAfterTheClosing() {
        var group = closed().stands();
        var family = town.family(centre).lives();

        assertThat(whys(register(family, group, family.persons(), PartyRule.WHO_CAN))).containsExactly(Why.CLOSED);
        assertThatThrownBy(() -> asStaff(Role.ANIMATOR, () -> desk.register(command(family, group), LATE))).isInstanceOf(AccessDeniedException.class);
        assertThat(taken(group.session())).isZero();
    }

    @Test
    void theReasonGivesNoPlaceThatIsNotThereAndNoTurnBeforeOthers() {
        var group = closed().places(1).stands();
        atDesk(town.family(centre).lives(), group, LATE);

        var second = (Registered) atDesk(town.family(centre).lives(), group, LATE);

        assertThat(second.answers()).extracting(Answer::state, Answer::rank)
                .containsExactly(tuple(RegistrationState.WAITING, 1));
        countersAreTrue(group);
    }

    @Test
    void theReasonOpensNothingElse() {
        var now = clock.instant();
        var family = town.family(centre).lives();
        var early = town.group(centre).open(now.plus(Duration.ofDays(1)), now.plus(Duration.ofDays(3))).stands();
        var over = town.group(centre).open(null, now.minus(Duration.ofDays(3))).startingAt(now.minus(Duration.ofDays(1))).stands();
        var begun = town.group(centre).open(null, now.minus(Duration.ofDays(3))).startingAt(now.minus(Duration.ofDays(1))).sessions(2).stands();
        var off = closed().sessions(2).stands();
        database.sql("UPDATE activity_session SET status = 'CANCELLED' WHERE id = :id").param("id", off.session()).update();
        var forTheOld = closed().aged(60, 99).stands();

        assertThat(whys(atDesk(family, early, LATE))).containsExactly(Why.NOT_OPEN_YET);
        assertThat(whys(atDesk(family, over, LATE))).containsExactly(Why.NOTHING_TO_COME);
        assertThat(whys(atDesk(family, begun, LATE))).containsExactly(Why.SESSION_OVER);
        assertThat(whys(atDesk(family, off, LATE))).containsExactly(Why.SESSION_CANCELLED);
        assertThat(whys(atDesk(family, closed().status("SUSPENDED").stands(), LATE))).containsExactly(Why.SUSPENDED);
        assertThat(whys(atDesk(family, forTheOld, LATE))).containsExactly(Why.AGE_UNKNOWN);
    }

    @Test
    void whereTheTeamAnswersEachRequestTheReasonIsWrittenOnce() {
        var group = closed().byApproval().stands();
        var family = town.family(centre).lives();

        var done = (Registered) asStaff(Role.RECEPTION, () -> desk.registerAndAccept(command(family, group), LATE));

        assertThat(done.answers()).extracting(Answer::state).containsExactly(RegistrationState.CONFIRMED);
        assertThat(asStaff(Role.RECEPTION, () -> desk.history(done.request()))).extracting(HistoryLine::reason)
                .containsExactly("A téléphoné la veille", null);
    }

    @Test
    void allReasonsAtOnceFitIntoTheHistory() {
        var group = closed().places(1).aged(60, 99).stands();
        String much = "a".repeat(DeskTerms.LONGEST_REASON);
        var terms = DeskTerms.ordinary().exemptingFromAge(much).overbooking(much).afterClosing(much)
                .holdingUntil(clock.instant().plus(Duration.ofDays(2)), much);

        var done = (Registered) atDesk(town.family(centre).lives(), group, terms);

        assertThat(done.answers()).extracting(Answer::state).containsExactly(RegistrationState.PRE_REGISTERED);
        assertThat(asStaff(Role.RECEPTION, () -> desk.history(done.request()))).singleElement()
                .satisfies(line -> assertThat(line.reason()).hasSizeGreaterThan(4 * DeskTerms.LONGEST_REASON));
    }

    private Town.GroupBuilder closed() {
        return town.group(centre).open(null, clock.instant().minus(Duration.ofHours(1)));
    }

    private RegisterOutcome atDesk(Family family, Group group, DeskTerms terms) {
        return asStaff(Role.RECEPTION, () -> desk.register(command(family, group), terms));
    }

    private static RegisterCommand command(Family family, Group group) {
        return RegisterCommand.sessions(UUID.randomUUID().toString(), group.id(), family.id(), List.of(family.person()), Set.copyOf(group.sessions()),
                PartyRule.WHO_CAN).by(Channel.DESK);
    }
}
