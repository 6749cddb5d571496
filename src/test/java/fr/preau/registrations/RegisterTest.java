package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.base.Role;
import fr.preau.people.GuardianService;
import fr.preau.people.HouseholdService;
import fr.preau.registrations.RegisterOutcome.Refused;
import fr.preau.registrations.RegisterOutcome.Registered;
import fr.preau.registrations.RegistrationRefusal.Why;
import fr.preau.registrations.Town.Family;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.AccessDeniedException;

class RegisterTest extends RegistrationsTest {

    @Autowired
    private HouseholdService households;
    @Autowired
    private GuardianService guardians;

    @Test
    void a_family_registers_an_adult_and_two_children_in_one_gesture_with_one_letter() {
        var group = town.group(centre).places(12).stands();
        var family = town.family(centre).child("Lina", LocalDate.of(2016, 5, 2)).child("Sami", LocalDate.of(2018, 1, 9)).lives();

        var answers = answers(register(family, group, family.persons(), PartyRule.TOGETHER));

        assertThat(answers).hasSize(3).allMatch(answer -> answer.state() == RegistrationState.CONFIRMED && answer.rank() == 0);
        assertThat(taken(group.session())).isEqualTo(3);
        assertThat(letters("registration-confirmed")).isEqualTo(1);
        assertThat(as(family, () -> registrations.mine())).hasSize(3)
                .allSatisfy(mine -> assertThat(mine.dates()).hasSize(1));
        countersAreTrue(group);
    }

    @Test
    void the_same_gesture_sent_again_is_one_registration_and_one_letter() {
        var group = town.group(centre).stands();
        var family = town.family(centre).lives();

        var first = register(family, group, "one key", family.persons(), PartyRule.WHO_CAN);
        var second = register(family, group, "one key", family.persons(), PartyRule.WHO_CAN);

        assertThat(answers(second)).isEqualTo(answers(first));
        assertThat(taken(group.session())).isEqualTo(1);
        assertThat(allLetters()).isEqualTo(1);
    }

    /** Nobody is registered any more, so that no rule stops it but the key of the gesture itself. */
    @Test
    void the_same_gesture_sent_again_after_it_was_cancelled_says_so_and_registers_nobody() {
        var group = town.group(centre).stands();
        var family = town.family(centre).lives();
        var first = answers(register(family, group, "one key", family.persons(), PartyRule.WHO_CAN)).getFirst();
        as(family, () -> registrations.cancel(Set.of(first.registration())));

        var second = answers(register(family, group, "one key", family.persons(), PartyRule.WHO_CAN)).getFirst();

        assertThat(second.registration()).isEqualTo(first.registration());
        assertThat(second.state()).isEqualTo(RegistrationState.CANCELLED_BY_FAMILY);
        assertThat(taken(group.session())).isZero();
        assertThat(letters("registration-confirmed")).isEqualTo(1);
        countersAreTrue(group);
    }

    @Test
    void the_same_person_in_a_second_tab_is_told_that_she_is_registered_already() {
        var group = town.group(centre).stands();
        var family = town.family(centre).lives();
        one(family, group);

        var again = register(family, group, family.persons(), PartyRule.WHO_CAN);

        assertThat(whys(again)).containsExactly(Why.ALREADY_REGISTERED);
        assertThat(allLetters()).isEqualTo(1);
    }

    @Test
    void who_finds_no_place_waits_with_a_rank_and_knows_why() {
        var group = town.group(centre).places(1).stands();
        one(town.family(centre).lives(), group);

        var second = one(town.family(centre).lives(), group);
        var third = one(town.family(centre).lives(), group);

        assertThat(second.state()).isEqualTo(RegistrationState.WAITING);
        assertThat(second.waits()).isEqualTo(WaitReason.FULL);
        assertThat(List.of(second.rank(), third.rank())).containsExactly(1, 2);
        assertThat(letters("registration-waiting")).isEqualTo(2);
        countersAreTrue(group);
    }

    @Test
    void those_who_come_together_wait_together_when_there_are_too_few_places() {
        var group = town.group(centre).places(2).stands();
        var family = town.family(centre).of(3).lives();

        var answers = answers(register(family, group, family.persons(), PartyRule.TOGETHER));

        assertThat(answers).hasSize(3).allMatch(answer -> answer.rank() == 1 && answer.waits() == WaitReason.TOO_FEW_TOGETHER);
        assertThat(taken(group.session())).isZero();
    }

    @Test
    void those_who_can_take_what_there_is_and_the_others_wait_each_with_a_rank() {
        var group = town.group(centre).places(2).stands();
        var family = town.family(centre).of(4).lives();

        var answers = answers(register(family, group, family.persons(), PartyRule.WHO_CAN));

        assertThat(answers).extracting(Answer::rank).containsExactly(0, 0, 1, 2);
        assertThat(letters("registration-partly")).isEqualTo(1);
        countersAreTrue(group);
    }

    @Test
    void a_place_for_which_others_wait_is_not_for_newcomers() {
        var group = town.group(centre).places(2).stands();
        var three = town.family(centre).of(3).lives();
        register(three, group, three.persons(), PartyRule.TOGETHER);

        var newcomer = one(town.family(centre).lives(), group);

        assertThat(newcomer.waits()).isEqualTo(WaitReason.OTHERS_FIRST);
        assertThat(newcomer.rank()).isEqualTo(2);
        assertThat(taken(group.session())).isZero();
    }

    @Test
    void a_series_takes_a_place_in_each_session_or_in_none() {
        var group = town.group(centre).series(4).places(2).stands();
        one(town.family(centre).lives(), group);
        var two = town.family(centre).of(2).lives();

        register(two, group, two.persons(), PartyRule.TOGETHER);

        assertThat(group.sessions()).allSatisfy(session -> assertThat(taken(session)).isEqualTo(1));
        countersAreTrue(group);
    }

    @Test
    void a_series_that_is_full_on_one_date_is_not_taken_in_halves() {
        var group = town.group(centre).series(3).places(5).stands();
        database.sql("UPDATE activity_session SET places = 1 WHERE id = :id").param("id", group.sessions().get(1)).update();
        one(town.family(centre).lives(), group);

        var second = one(town.family(centre).lives(), group);

        assertThat(second.waits()).isEqualTo(WaitReason.FULL);
        assertThat(group.sessions()).allSatisfy(session -> assertThat(taken(session)).isEqualTo(1));
        countersAreTrue(group);
    }

    @Test
    void too_young_says_from_which_age_and_when_it_changes() {
        var first = LocalDate.of(2030, 3, 6).atTime(14, 0).toInstant(java.time.ZoneOffset.UTC);
        var group = town.group(centre).startingAt(first).aged(6, 12).stands();
        var family = town.family(centre).child("Nour", LocalDate.of(2024, 11, 20)).lives();
        var nour = family.household().children().getFirst();

        var outcome = register(family, group, List.of(nour.id()), PartyRule.WHO_CAN);

        var why = ((Refused) outcome).whyNot().getFirst().why();
        assertThat(why.why()).isEqualTo(Why.TOO_YOUNG);
        assertThat(why.facts()).containsExactly(6, "novembre 2030");
    }

    @Test
    void all_together_or_nobody_when_one_of_them_is_too_young() {
        var group = town.group(centre).aged(6, 99).stands();
        var family = town.family(centre).child("Bébé", LocalDate.of(2026, 1, 1)).child("Lina", LocalDate.of(2016, 5, 2)).lives();

        var outcome = register(family, group, family.household().children().stream().map(child -> child.id()).toList(), PartyRule.TOGETHER);

        assertThat(whys(outcome)).containsExactlyInAnyOrder(Why.TOO_YOUNG, Why.OTHERS_CANNOT);
        assertThat(allLetters()).isZero();
    }

    @Test
    void who_can_comes_when_one_of_them_is_too_young() {
        var group = town.group(centre).aged(6, 99).stands();
        var family = town.family(centre).child("Bébé", LocalDate.of(2026, 1, 1)).child("Lina", LocalDate.of(2016, 5, 2)).lives();

        var outcome = (Registered) register(family, group,
                family.household().children().stream().map(child -> child.id()).toList(), PartyRule.WHO_CAN);

        assertThat(outcome.answers()).hasSize(1);
        assertThat(outcome.refused()).extracting(refusal -> refusal.why().why()).containsExactly(Why.TOO_YOUNG);
    }

    @Test
    void nobody_registers_before_it_opens_or_after_it_closed_or_for_what_is_no_longer_there() {
        var family = town.family(centre).lives();
        var now = clock.instant();
        var early = town.group(centre).open(now.plus(Duration.ofDays(1)), null).stands();
        var late = town.group(centre).open(null, now.minus(Duration.ofHours(1))).stands();

        assertThat(whys(register(family, early, family.persons(), PartyRule.WHO_CAN))).containsExactly(Why.NOT_OPEN_YET);
        assertThat(whys(register(family, late, family.persons(), PartyRule.WHO_CAN))).containsExactly(Why.CLOSED);
        assertThat(whys(register(family, town.group(centre).status("DRAFT").stands(), family.persons(), PartyRule.WHO_CAN)))
                .containsExactly(Why.NOT_PUBLISHED);
        assertThat(whys(register(family, town.group(centre).status("SUSPENDED").stands(), family.persons(), PartyRule.WHO_CAN)))
                .containsExactly(Why.SUSPENDED);
        assertThat(whys(register(family, town.group(centre).status("CANCELLED").stands(), family.persons(), PartyRule.WHO_CAN)))
                .containsExactly(Why.CANCELLED);
        assertThat(whys(register(family, town.group(centre).startingAt(now.minus(Duration.ofDays(1))).stands(), family.persons(),
                PartyRule.WHO_CAN))).containsExactly(Why.NOTHING_TO_COME);
    }

    @Test
    void somebody_else_s_household_and_persons_are_not_found() {
        var group = town.group(centre).stands();
        var family = town.family(centre).lives();
        var others = town.family(centre).lives();

        assertThat(whys(register(family, group, others.persons(), PartyRule.WHO_CAN))).containsExactly(Why.NO_LONGER_IN_HOUSEHOLD);
        assertThatThrownBy(() -> as(family, () -> registrations.register(RegisterCommand.sessions("k", group.id(), others.id(),
                others.persons(), Set.copyOf(group.sessions()), PartyRule.WHO_CAN)))).isInstanceOf(NoSuchElementException.class);
        var answer = one(others, group);
        assertThatThrownBy(() -> as(family, () -> registrations.cancel(Set.of(answer.registration())))).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void another_centre_s_group_is_not_found() {
        var elsewhere = town.group(town.centre()).stands();
        var family = town.family(centre).lives();

        assertThatThrownBy(() -> register(family, elsewhere, family.persons(), PartyRule.WHO_CAN)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void the_database_itself_refuses_a_registration_of_another_centre_s_household() {
        var mine = one(town.family(centre).lives(), town.group(centre).stands()).registration();
        var elsewhere = town.family(town.centre()).lives();

        assertThatThrownBy(() -> database.sql("UPDATE registration SET household_id = :theirs WHERE id = :id")
                .param("theirs", elsewhere.id()).param("id", mine).update()).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void two_activities_at_the_same_hour_are_said_and_not_forbidden() {
        var family = town.family(centre).lives();
        var first = town.group(centre).stands();
        var second = town.group(centre).stands();
        one(family, first);

        var outcome = (Registered) register(family, second, family.persons(), PartyRule.WHO_CAN);

        assertThat(outcome.answers()).allMatch(answer -> answer.state() == RegistrationState.CONFIRMED);
        assertThat(outcome.overlaps()).hasSize(1);
    }

    @Test
    void the_preview_says_what_then_happens_and_writes_nothing() {
        var group = town.group(centre).places(2).stands();
        var family = town.family(centre).of(3).lives();

        var preview = as(family, () -> registrations.preview(group.id(), family.persons(), Set.copyOf(group.sessions()), PartyRule.WHO_CAN));

        assertThat(preview.forecasts()).extracting(Preview.Forecast::rank).containsExactly(0, 0, 1);
        assertThat(taken(group.session())).isZero();
        countersAreTrue(group);
    }

    @Test
    void reception_registers_by_phone_in_the_same_queue_and_may_go_beyond_the_places_with_a_reason() {
        var group = town.group(centre).places(1).stands();
        one(town.family(centre).lives(), group);
        var caller = town.family(centre).unreachable().lives();
        var urgent = town.family(centre).lives();

        var waits = answers(atDesk(caller, group, DeskTerms.ordinary())).getFirst();
        var beyond = answers(atDesk(urgent, group, DeskTerms.ordinary().overbooking("Sœur d’un enfant inscrit"))).getFirst();

        assertThat(waits.rank()).isEqualTo(1);
        assertThat(beyond.state()).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(database.sql("SELECT overbooked FROM activity_session WHERE id = :id").param("id", group.session())
                .query(Integer.class).single()).isEqualTo(1);
        var history = asStaff(Role.RECEPTION, () -> desk.history(requestOf(beyond)));
        assertThat(history).singleElement().satisfies(line -> {
            assertThat(line.reason()).isEqualTo("Sœur d’un enfant inscrit");
            assertThat(line.channel()).isEqualTo(Channel.PHONE);
            assertThat(line.actor()).isEqualTo(Actor.STAFF);
        });
        countersAreTrue(group);
    }

    @Test
    void reception_lets_in_a_child_whom_the_ages_leave_out_and_the_history_says_who_and_why() {
        var group = town.group(centre).aged(6, 12).stands();
        var family = town.family(centre).child("Nour", clock.instant().atZone(centre.zone()).toLocalDate().minusYears(5)).lives();
        var nour = family.household().children().getFirst().id();

        assertThat(whys(atDesk(family, group, nour, DeskTerms.ordinary()))).containsExactly(Why.TOO_YOUNG);
        assertThat(whys(atDesk(family, group, nour, DeskTerms.ordinary().exemptingFromAge("  ")))).as("without a word").containsExactly(Why.TOO_YOUNG);
        var let = answers(atDesk(family, group, nour, DeskTerms.ordinary().exemptingFromAge("Vient avec sa grande sœur"))).getFirst();

        assertThat(let.state()).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(asStaff(Role.DIRECTOR, () -> desk.history(requestOf(let)))).singleElement().satisfies(line -> {
            assertThat(line.reason()).isEqualTo("Vient avec sa grande sœur");
            assertThat(line.actor()).isEqualTo(Actor.STAFF);
            assertThat(line.personName()).contains("Nour");
        });
        countersAreTrue(group);
    }

    @Test
    void an_exemption_from_age_gives_no_turn_before_others_and_no_place_that_is_not_there() {
        var group = town.group(centre).aged(6, 12).places(1).stands();
        var lina = town.family(centre).child("Lina", LocalDate.of(2018, 5, 2)).lives();
        answers(register(lina, group, List.of(lina.household().children().getFirst().id()), PartyRule.WHO_CAN));
        var family = town.family(centre).lives();

        var let = answers(atDesk(family, group, family.person(), DeskTerms.ordinary().exemptingFromAge("Aide à encadrer"))).getFirst();

        assertThat(let.state()).isEqualTo(RegistrationState.WAITING);
        assertThat(let.waits()).isEqualTo(WaitReason.FULL);
        countersAreTrue(group);
    }

    @Test
    void neither_an_animator_nor_the_family_itself_grants_an_exemption_from_age() {
        var group = town.group(centre).aged(6, 12).stands();
        var family = town.family(centre).lives();
        var terms = DeskTerms.ordinary().exemptingFromAge("Je le veux bien");

        assertThatThrownBy(() -> asStaff(Role.ANIMATOR, () -> desk.register(command(family, group), terms))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(family, () -> desk.register(command(family, group), terms))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(family, () -> desk.registerAndAccept(command(family, group), terms))).isInstanceOf(AccessDeniedException.class);
        assertThat(whys(register(family, group, family.persons(), PartyRule.WHO_CAN))).containsExactly(Why.TOO_OLD);
        assertThat(taken(group.session())).isZero();
    }

    @Test
    void a_child_does_not_register_herself_from_an_account_of_her_own() {
        var group = town.group(centre).stands();
        var family = town.family(centre).child("Lina", LocalDate.of(2014, 5, 2)).lives();
        var lina = family.household().children().getFirst().id();
        var hers = account();
        in(() -> households.link(family.id(), hers, lina)).value().orElseThrow();

        var alone = as(new Family(centre.id(), hers, family.household()), () -> registrations.register(command(family, group, lina).by(Channel.WEB)));
        assertThat(whys(alone)).containsExactly(Why.NO_GUARDIAN);
        assertThat(answers(register(family, group, List.of(lina), PartyRule.WHO_CAN))).as("her mother registers her").hasSize(1);
    }

    @Test
    void a_child_for_whom_nobody_answers_is_not_registered_even_at_the_desk_until_an_adult_elsewhere_does() {
        var group = town.group(centre).stands();
        var family = town.family(centre).child("Lina", LocalDate.of(2018, 5, 2)).lives();
        var lina = family.household().children().getFirst().id();
        nobodyAnswersFor(family);

        assertThat(whys(atDesk(family, group, lina, DeskTerms.ordinary()))).containsExactly(Why.NO_GUARDIAN);
        assertThat(allLetters()).isZero();
        var grandmother = town.family(centre).lives().person();
        asStaff(Role.RECEPTION, () -> guardians.addGuardian(lina, grandmother)).value().orElseThrow();

        assertThat(answers(atDesk(family, group, lina, DeskTerms.ordinary()))).hasSize(1);
    }

    @Test
    void an_animator_and_a_resident_do_not_register_at_the_desk() {
        var group = town.group(centre).stands();
        var family = town.family(centre).lives();

        assertThatThrownBy(() -> asStaff(Role.ANIMATOR, () -> desk.register(command(family, group), DeskTerms.ordinary())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> as(family, () -> desk.register(command(family, group), DeskTerms.ordinary())))
                .isInstanceOf(AccessDeniedException.class);
    }

    /** No screen lets the last adult go; a file may be older than that rule. */
    private void nobodyAnswersFor(Family family) {
        database.sql("DELETE FROM guardianship WHERE centre_id = :centre").param("centre", centre.id()).update();
        database.sql("UPDATE person SET removed_at = NOW(6) WHERE id = :id").param("id", family.person()).update();
    }

    private UUID account() {
        var id = UUID.randomUUID();
        database.sql("INSERT INTO account (id, display_name, disabled, session_round, created_at, version) VALUES (:id, 'Lina', false, 0, NOW(6), 0)")
                .param("id", id).update();
        return id;
    }

    private UUID requestOf(Answer answer) {
        return database.sql("SELECT request_id FROM registration WHERE id = :id").param("id", answer.registration()).query(UUID.class).single();
    }

    private RegisterOutcome atDesk(Family family, Town.Group group, DeskTerms terms) {
        return asStaff(Role.RECEPTION, () -> desk.register(command(family, group), terms));
    }

    private RegisterOutcome atDesk(Family family, Town.Group group, UUID person, DeskTerms terms) {
        return asStaff(Role.RECEPTION, () -> desk.register(command(family, group, person), terms));
    }

    private static RegisterCommand command(Family family, Town.Group group) {
        return command(family, group, family.person());
    }

    private static RegisterCommand command(Family family, Town.Group group, UUID person) {
        return RegisterCommand.sessions(UUID.randomUUID().toString(), group.id(), family.id(), List.of(person),
                Set.copyOf(group.sessions()), PartyRule.WHO_CAN).by(Channel.PHONE);
    }

    private static List<Why> whys(RegisterOutcome outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused) outcome).whyNot().stream().map(refusal -> refusal.why().why()).toList();
    }
}
