package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.Role;
import fr.preau.registrations.RegisterOutcome.Registered;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A yes in the gesture of the request: whoever stands there, or is on the phone, has heard it. */
class AcceptedAtTheDeskTest extends RegistrationsTest {

    private Group group;
    private Family silent;

    @BeforeEach
    void aFamilyWithATelephone() {
        group = town.group(centre).byApproval().places(9).stands();
        silent = town.family(centre).phoneOnly("03 20 11 22 33").lives();
    }

    @Test
    void whoeverStandsAtTheDeskOrIsOnThePhoneIsNotToBeCalled() {
        accepted(silent, Channel.DESK);
        accepted(town.family(centre).phoneOnly("03 20 11 22 33").lives(), Channel.PHONE);

        assertThat(calls()).isEmpty();
    }

    @Test
    void whoeverAskedOnPaperIsCalledOnce() {
        accepted(silent, Channel.PAPER);

        assertThat(calls()).containsExactly("ON_PAPER");
    }

    @Test
    void aMailAddressGetsItsLetterWhateverTheWay() {
        accepted(town.family(centre).lives(), Channel.DESK);

        assertThat(letters("request-accepted")).isEqualTo(1);
        assertThat(calls()).isEmpty();
    }

    @Test
    void aYesThatIsGivenLaterIsStillCalled() {
        var asked = one(silent, group);
        asStaff(Role.ANIMATOR, () -> approvals.accept(Set.of(asked.registration())));

        assertThat(calls()).containsExactly("REQUEST_ACCEPTED");
    }

    @Test
    void whoHeardTheYesAtTheDeskHearsThatItIsTakenBackAndWhoHasHeardNothingYetHearsHowItStands() {
        var heard = accepted(silent, Channel.DESK);
        var onPaper = accepted(town.family(centre).phoneOnly("03 20 11 22 33").lives(), Channel.PAPER);

        takeBack(heard);
        takeBack(onPaper);

        assertThat(calls()).containsExactlyInAnyOrder("REQUEST_REOPENED", "ON_PAPER");
    }

    private Answer accepted(Family who, Channel way) {
        var command = RegisterCommand.sessions(UUID.randomUUID().toString(), group.id(), who.id(), List.of(who.person()),
                Set.copyOf(group.sessions()), PartyRule.WHO_CAN).by(way);
        var done = (Registered) asStaff(Role.RECEPTION, () -> desk.registerAndAccept(command, DeskTerms.ordinary()));
        assertThat(done.answers()).extracting(Answer::state).containsExactly(RegistrationState.CONFIRMED);
        return done.answers().getFirst();
    }

    private void takeBack(Answer one) {
        assertThat(asStaff(Role.RECEPTION, () -> approvals.takeBack(Set.of(one.registration())))).isEqualTo(UndoOutcome.RESTORED);
    }

    private List<String> calls() {
        return database.sql("SELECT about FROM call_task WHERE centre_id = :centre AND done_at IS NULL").param("centre", centre.id())
                .query(String.class).list();
    }
}
