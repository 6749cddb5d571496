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
    void aFamilyRegistersAnAdultAndTwoChildrenInOneGestureWithOneLetter() {
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
    void theSameGestureSentAgainIsOneRegistrationAndOneLetter() {
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
    void theSameGestureSentAgainAfterItWasCancelledSaysSoAndRegistersNobody() {
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
    void theSamePersonInASecondTabIsToldThatSheIsRegisteredAlready() {
        var group = town.group(centre).stands();
        var family = town.family(centre).lives();
        one(family, group);

        var again = register(family, group, family.persons(), PartyRule.WHO_CAN);

        assertThat(whys(again)).containsExactly(Why.ALREADY_REGISTERED);
        assertThat(allLetters()).isEqualTo(1);
    }

    @Test
    void whoFindsNoPlaceWaitsWithARankAndKnowsWhy() {
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
    void thoseWhoComeTogetherWaitTogetherWhenThereAreTooFewPlaces() {
        var group = town.group(centre).places(2).stands();
        var family = town.family(centre).of(3).lives();

        var answers = answers(register(family, group, family.persons(), PartyRule.TOGETHER));

        assertThat(answers).hasSize(3).allMatch(answer -> answer.rank() == 1 && answer.waits() == WaitReason.TOO_FEW_TOGETHER);
        assertThat(taken(group.session())).isZero();
    }

    @Test
    void thoseWhoCanTakeWhatThereIsAndTheOthersWaitEachWithARank() {
        var group = town.group(centre).places(2).stands();
        var family = town.family(centre).of(4).lives();

        var answers = answers(register(family, group, family.persons(), PartyRule.WHO_CAN));

        assertThat(answers).extracting(Answer::rank).containsExactly(0, 0, 1, 2);
        assertThat(letters("registration-partly")).isEqualTo(1);
        countersAreTrue(group);
    }

    @Test
    void aPlaceForWhichOthersWaitIsNotForNewcomers() {
        var group = town.group(centre).places(2).stands();
        var three = town.family(centre).of(3).lives();
        register(three, group, three.persons(), PartyRule.TOGETHER);

        var newcomer = one(town.family(centre).lives(), group);

        assertThat(newcomer.waits()).isEqualTo(WaitReason.OTHERS_FIRST);
        assertThat(newcomer.rank()).isEqualTo(2);
        assertThat(taken(group.session())).isZero();
    }

    @Test
    void aSeriesTakesAPlaceInEachSessionOrInNone() {
        var group = town.group(centre).series(4).places(2).stands();
        one(town.family(centre).lives(), group);
        var two = town.family(centre).of(2).lives();

        register(two, group, two.persons(), PartyRule.TOGETHER);

        assertThat(group.sessions()).allSatisfy(session -> assertThat(taken(session)).isEqualTo(1));
        countersAreTrue(group);
    }

    @Test
    void aSeriesThatIsFullOnOneDateIsNotTakenInHalves() {
        var group = town.group(centre).series(3).places(5).stands();
        database.sql("UPDATE activity_session SET places = 1 WHERE id = :id").param("id", group.sessions().get(1)).update();
        one(town.family(centre).lives(), group);

        var second = one(town.family(centre).lives(), group);

        assertThat(second.waits()).isEqualTo(WaitReason.FULL);
        assertThat(group.sessions()).allSatisfy(session -> assertThat(taken(session)).isEqualTo(1));
        countersAreTrue(group);
    }

    @Test
    void tooYoungSaysFromWhichAgeAndWhenItChanges() {
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

    @Test
    void twoActivitiesAtTheSameHourAreSaidAndNotForbidden() {
        var family = town.family(centre).lives();
        var first = town.group(centre).stands();
        var second = town.group(centre).stands();
        one(family, first);

        var outcome = (Registered) register(family, second, family.persons(), PartyRule.WHO_CAN);

        assertThat(outcome.answers()).allMatch(answer -> answer.state() == RegistrationState.CONFIRMED);
        assertThat(outcome.overlaps()).hasSize(1);
    }

    @Test
    void thePreviewSaysWhatThenHappensAndWritesNothing() {
        var group = town.group(centre).places(2).stands();
        var family = town.family(centre).of(3).lives();

        var preview = as(family, () -> registrations.preview(group.id(), family.persons(), Set.copyOf(group.sessions()), PartyRule.WHO_CAN));

        assertThat(preview.forecasts()).extracting(Preview.Forecast::rank).containsExactly(0, 0, 1);
        assertThat(taken(group.session())).isZero();
        countersAreTrue(group);
    }

    @Test
    void receptionRegistersByPhoneInTheSameQueueAndMayGoBeyondThePlacesWithAReason() {
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
    void receptionLetsInAChildWhomTheAgesLeaveOutAndTheHistorySaysWhoAndWhy() {
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
    void anExemptionFromAgeGivesNoTurnBeforeOthersAndNoPlaceThatIsNotThere() {
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
    void neitherAnAnimatorNorTheFamilyItselfGrantsAnExemptionFromAge() {
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
    void aChildDoesNotRegisterHerselfFromAnAccountOfHerOwn() {
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
    void aChildForWhomNobodyAnswersIsNotRegisteredEvenAtTheDeskUntilAnAdultElsewhereDoes() {
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
    void anAnimatorAndAResidentDoNotRegisterAtTheDesk() {
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
