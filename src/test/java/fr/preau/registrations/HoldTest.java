package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.activities.AdmissionRules;
import fr.preau.activities.Audience;
import fr.preau.base.EmailAddress;
import fr.preau.base.Role;
import fr.preau.messaging.Envelope;
import fr.preau.messaging.Letter;
import fr.preau.messaging.Recipient;
import fr.preau.registrations.RegistrationRefusal.Why;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A place that reception holds until something that is missing is there. */
class HoldTest extends RegistrationsTest {

    @Autowired
    RegistrationLetters letters;

    private Group group;
    private Family family;
    private Instant deadline;

    @BeforeEach
    void aGroupWithOnePlace() {
        clock.reset();
        group = town.group(centre).places(1).stands();
        family = town.family(centre).lives();
        deadline = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofDays(3));
    }

    @AfterEach
    void countersStayTrue() {
        countersAreTrue(group);
        clock.reset();
    }

    @Test
    void aHeldPlaceIsTakenAndSaysUntilWhenAndWhatIsMissing() {
        var held = hold(family);

        var record = asStaff(Role.RECEPTION, () -> desk.request(held.request())).getFirst();
        assertThat(record.state()).isEqualTo(RegistrationState.PRE_REGISTERED);
        assertThat(record.deadline()).isEqualTo(deadline);
        assertThat(record.missing()).isEqualTo("L’assurance");
        assertThat(taken(group.session())).isEqualTo(1);
        assertThat(one(town.family(centre).lives(), group).state()).isEqualTo(RegistrationState.WAITING);
    }

    @Test
    void theHistorySaysUntilWhenAndGoesOnSayingItAfterTheConfirmation() {
        var held = hold(family);
        confirm(held);

        var history = asStaff(Role.ANIMATOR, () -> desk.history(held.request()));

        assertThat(history).extracting(HistoryLine::to).containsExactly(RegistrationState.PRE_REGISTERED, RegistrationState.CONFIRMED);
        assertThat(history.getFirst().heldUntil()).isEqualTo(deadline);
        assertThat(history.getFirst().reason()).isEqualTo("L’assurance");
        assertThat(history.getLast().heldUntil()).isNull();
    }

    @Test
    void theLetterSaysUntilWhenAndWhatIsMissingAndNotThatItIsConfirmed() {
        var held = hold(family);

        var letter = in(() -> letters.write(new Envelope(LetterKey.of(LetterKind.HELD, held.request()).text(0), LetterKind.HELD.kind(),
                held.request(), new Recipient(EmailAddress.parse("a@exemple.fr").orElseThrow(), "Amina"))).orElseThrow());

        assertThat(letter.subject()).startsWith("Une place est gardée");
        assertThat(text(letter)).contains("Il manque encore", "L’assurance", "jusqu’au").doesNotContain("confirmée");
    }

    @Test
    void whatWasMissingIsThereAndItIsConfirmedOnce() {
        var held = hold(family);

        assertThat(confirm(held)).hasSize(1);
        assertThat(confirm(held)).as("a second click").isEmpty();

        assertThat(stateOf(held.answers().getFirst().registration())).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(letters("registration-confirmed")).isEqualTo(1);
        clock.set(awake(deadline));
        round.go();
        assertThat(stateOf(held.answers().getFirst().registration())).isEqualTo(RegistrationState.CONFIRMED);
    }

    @Test
    void afterTheDeadlineItIsTooLateToConfirmAndTheNextOfTheListHasThePlace() {
        var held = hold(family);
        var next = one(town.family(centre).lives(), group).registration();
        clock.set(awake(deadline));

        round.go();

        assertThat(confirm(held)).isEmpty();
        assertThat(List.of(stateOf(held.answers().getFirst().registration()), stateOf(next)))
                .containsExactly(RegistrationState.EXPIRED, RegistrationState.OFFERED);
        assertThat(letters("hold-expired")).isEqualTo(1);
    }

    @Test
    void receptionCallsAFamilyWithoutMailWhosePlaceIsNoLongerHeld() {
        var silent = town.family(centre).phoneOnly("03 20 11 22 33").lives();
        hold(silent);
        clock.set(awake(deadline));

        round.go();

        assertThat(database.sql("SELECT about FROM call_task WHERE household_id = :id AND done_at IS NULL").param("id", silent.id())
                .query(String.class).list()).containsExactly("HOLD_EXPIRED");
    }

    @Test
    void aPlaceIsHeldUntilAMomentToComeAndBeforeTheLastSession() {
        assertThat(refusal(clock.instant().minusSeconds(1))).isEqualTo(Why.HOLD_OVER);
        assertThat(refusal(clock.instant().plus(Duration.ofDays(60)))).isEqualTo(Why.HOLD_TOO_LONG);
        assertThat(taken(group.session())).isZero();
    }

    @Test
    void whoWaitsHasNoPlaceToHold() {
        one(town.family(centre).lives(), group);

        var waits = hold(family);

        var record = asStaff(Role.RECEPTION, () -> desk.request(waits.request())).getFirst();
        assertThat(record.state()).isEqualTo(RegistrationState.WAITING);
        assertThat(record.deadline()).isNull();
        assertThat(record.missing()).isNull();
    }

    @Test
    void theProposedMomentIsOneAtWhichSomebodyIsAtTheDesk() {
        Instant proposed = asStaff(Role.RECEPTION, () -> desk.proposedHold(rules(null)));

        assertThat(asStaff(Role.RECEPTION, () -> desk.isAtTheDesk(proposed))).isTrue();
        assertThat(proposed).isAfter(clock.instant().plus(Duration.ofDays(2)));
        assertThat(proposed.getEpochSecond() % 900).isZero();
    }

    @Test
    void anActivityMayHaveItsOwnUsualTime() {
        Instant usual = asStaff(Role.RECEPTION, () -> desk.proposedHold(rules(null)));

        assertThat(asStaff(Role.RECEPTION, () -> desk.proposedHold(rules(3)))).isEqualTo(usual);
        assertThat(asStaff(Role.RECEPTION, () -> desk.proposedHold(rules(1)))).isBefore(usual);
        assertThat(asStaff(Role.RECEPTION, () -> desk.proposedHold(rules(10)))).isAfter(usual.plus(Duration.ofDays(7)));
    }

    private static AdmissionRules rules(Integer holdDays) {
        return new AdmissionRules(Audience.everybody(), true, false, null, null, holdDays);
    }

    private RegisterOutcome.Registered hold(Family who) {
        return (RegisterOutcome.Registered) register(who, deadline);
    }

    private RegisterOutcome register(Family who, Instant until) {
        return asStaff(Role.RECEPTION, () -> desk.register(RegisterCommand.sessions(UUID.randomUUID().toString(), group.id(), who.id(),
                List.of(who.person()), Set.copyOf(group.sessions()), PartyRule.WHO_CAN).by(Channel.DESK),
                DeskTerms.ordinary().holdingUntil(until, "L’assurance")));
    }

    private Why refusal(Instant until) {
        return ((RegisterOutcome.Refused) register(family, until)).whyNot().getFirst().why().why();
    }

    private Set<UUID> confirm(RegisterOutcome.Registered held) {
        return asStaff(Role.RECEPTION, () -> desk.confirmHeld(Set.of(held.answers().getFirst().registration()), Channel.DESK));
    }

    private static String text(Letter letter) {
        return letter.toString();
    }

    /** Not in the hour in which jobs rest. */
    private Instant awake(Instant moment) {
        var after = moment.plusSeconds(1);
        return after.atZone(centre.zone()).getHour() == 2 ? after.plus(Duration.ofHours(1)) : after;
    }
}
