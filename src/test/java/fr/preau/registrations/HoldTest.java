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
    void a_held_place_is_taken_and_says_until_when_and_what_is_missing() {
        var held = hold(family);

        var record = asStaff(Role.RECEPTION, () -> desk.request(held.request())).getFirst();
        assertThat(record.state()).isEqualTo(RegistrationState.PRE_REGISTERED);
        assertThat(record.deadline()).isEqualTo(deadline);
        assertThat(record.missing()).isEqualTo("L’assurance");
        assertThat(taken(group.session())).isEqualTo(1);
        assertThat(one(town.family(centre).lives(), group).state()).isEqualTo(RegistrationState.WAITING);
    }

    @Test
    void the_history_says_until_when_and_goes_on_saying_it_after_the_confirmation() {
        var held = hold(family);
        confirm(held);

        var history = asStaff(Role.ANIMATOR, () -> desk.history(held.request()));

        assertThat(history).extracting(HistoryLine::to).containsExactly(RegistrationState.PRE_REGISTERED, RegistrationState.CONFIRMED);
        assertThat(history.getFirst().heldUntil()).isEqualTo(deadline);
        assertThat(history.getFirst().reason()).isEqualTo("L’assurance");
        assertThat(history.getLast().heldUntil()).isNull();
    }

    @Test
    void the_letter_says_until_when_and_what_is_missing_and_not_that_it_is_confirmed() {
        var held = hold(family);

        var letter = in(() -> letters.write(new Envelope(LetterKey.of(LetterKind.HELD, held.request()).text(0), LetterKind.HELD.kind(),
                held.request(), new Recipient(EmailAddress.parse("a@exemple.fr").orElseThrow(), "Amina"))).orElseThrow());

        assertThat(letter.subject()).startsWith("Une place est gardée");
        assertThat(text(letter)).contains("Il manque encore", "L’assurance", "jusqu’au").doesNotContain("confirmée");
    }

    @Test
    void what_was_missing_is_there_and_it_is_confirmed_once() {
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
    void after_the_deadline_it_is_too_late_to_confirm_and_the_next_of_the_list_has_the_place() {
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
    void reception_calls_a_family_without_mail_whose_place_is_no_longer_held() {
        var silent = town.family(centre).phoneOnly("03 20 11 22 33").lives();
        hold(silent);
        clock.set(awake(deadline));

        round.go();

        assertThat(database.sql("SELECT about FROM call_task WHERE household_id = :id AND done_at IS NULL").param("id", silent.id())
                .query(String.class).list()).containsExactly("HOLD_EXPIRED");
    }

    @Test
    void a_place_is_held_until_a_moment_to_come_and_before_the_last_session() {
        assertThat(refusal(clock.instant().minusSeconds(1))).isEqualTo(Why.HOLD_OVER);
        assertThat(refusal(clock.instant().plus(Duration.ofDays(60)))).isEqualTo(Why.HOLD_TOO_LONG);
        assertThat(taken(group.session())).isZero();
    }

    @Test
    void who_waits_has_no_place_to_hold() {
        one(town.family(centre).lives(), group);

        var waits = hold(family);

        var record = asStaff(Role.RECEPTION, () -> desk.request(waits.request())).getFirst();
        assertThat(record.state()).isEqualTo(RegistrationState.WAITING);
        assertThat(record.deadline()).isNull();
        assertThat(record.missing()).isNull();
    }

    @Test
    void the_proposed_moment_is_one_at_which_somebody_is_at_the_desk() {
        Instant proposed = asStaff(Role.RECEPTION, () -> desk.proposedHold(rules(null)));

        assertThat(asStaff(Role.RECEPTION, () -> desk.isAtTheDesk(proposed))).isTrue();
        assertThat(proposed).isAfter(clock.instant().plus(Duration.ofDays(2)));
        assertThat(proposed.getEpochSecond() % 900).isZero();
    }

    @Test
    void an_activity_may_have_its_own_usual_time() {
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
