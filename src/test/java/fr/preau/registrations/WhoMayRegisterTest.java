package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.people.HouseholdService;
import fr.preau.registrations.RegisterOutcome.Refused;
import fr.preau.registrations.RegisterOutcome.Registered;
import fr.preau.registrations.RegistrationRefusal.Why;
import fr.preau.registrations.Town.Family;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;

/** Whom a family registers, and for what: by age, while registration is open, its own people only, and not a child by herself. */
class WhoMayRegisterTest extends RegistrationsTest {

    @Autowired
    private HouseholdService households;

    @Test
    void tooYoungSaysFromWhichAgeAndWhenItChanges() {
        var first = LocalDate.of(2030, 3, 6).atTime(14, 0).toInstant(ZoneOffset.UTC);
        var group = town.group(centre).startingAt(first).aged(6, 12).stands();
        var family = town.family(centre).child("Nour", LocalDate.of(2024, 11, 20)).lives();
        var nour = family.household().children().getFirst();

        var outcome = register(family, group, List.of(nour.id()), PartyRule.WHO_CAN);

        var why = ((Refused) outcome).whyNot().getFirst().why();
        assertThat(why.why()).isEqualTo(Why.TOO_YOUNG);
        assertThat(why.facts()).containsExactly(6, "novembre 2030");
    }

    @Test
    void allTogetherOrNobodyWhenOneOfThemIsTooYoung() {
        var group = town.group(centre).aged(6, 99).stands();
        var family = town.family(centre).child("Bébé", LocalDate.of(2026, 1, 1)).child("Lina", LocalDate.of(2016, 5, 2)).lives();

        var outcome = register(family, group, family.household().children().stream().map(child -> child.id()).toList(), PartyRule.TOGETHER);

        assertThat(whys(outcome)).containsExactlyInAnyOrder(Why.TOO_YOUNG, Why.OTHERS_CANNOT);
        assertThat(allLetters()).isZero();
    }

    @Test
    void whoCanComesWhenOneOfThemIsTooYoung() {
        var group = town.group(centre).aged(6, 99).stands();
        var family = town.family(centre).child("Bébé", LocalDate.of(2026, 1, 1)).child("Lina", LocalDate.of(2016, 5, 2)).lives();

        var outcome = (Registered) register(family, group,
                family.household().children().stream().map(child -> child.id()).toList(), PartyRule.WHO_CAN);

        assertThat(outcome.answers()).hasSize(1);
        assertThat(outcome.refused()).extracting(refusal -> refusal.why().why()).containsExactly(Why.TOO_YOUNG);
    }

    @Test
    void nobodyRegistersBeforeItOpensOrAfterItClosedOrForWhatIsNoLongerThere() {
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
    void aChildDoesNotRegisterHerselfFromAnAccountOfHerOwn() {
        var group = town.group(centre).stands();
        var family = town.family(centre).child("Lina", LocalDate.of(2014, 5, 2)).lives();
        var lina = family.household().children().getFirst().id();
        var hers = account();
        in(() -> households.link(family.id(), hers, lina)).value().orElseThrow();

        var alone = register(new Family(centre.id(), hers, family.household()), group, List.of(lina), PartyRule.WHO_CAN);
        assertThat(whys(alone)).containsExactly(Why.NO_GUARDIAN);
        assertThat(answers(register(family, group, List.of(lina), PartyRule.WHO_CAN))).as("her mother registers her").hasSize(1);
    }

    @Test
    void somebodyElsesHouseholdAndPersonsAreNotFound() {
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
    void anotherCentresGroupIsNotFound() {
        var elsewhere = town.group(town.centre()).stands();
        var family = town.family(centre).lives();

        assertThatThrownBy(() -> register(family, elsewhere, family.persons(), PartyRule.WHO_CAN)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void theDatabaseItselfRefusesARegistrationOfAnotherCentresHousehold() {
        var mine = one(town.family(centre).lives(), town.group(centre).stands()).registration();
        var elsewhere = town.family(town.centre()).lives();

        assertThatThrownBy(() -> database.sql("UPDATE registration SET household_id = :theirs WHERE id = :id")
                .param("theirs", elsewhere.id()).param("id", mine).update()).isInstanceOf(DataIntegrityViolationException.class);
    }

    private UUID account() {
        var id = UUID.randomUUID();
        database.sql("INSERT INTO account (id, display_name, disabled, session_round, created_at, version) VALUES (:id, 'Lina', false, 0, NOW(6), 0)")
                .param("id", id).update();
        return id;
    }
}
