package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.registrations.RegisterOutcome.Registered;
import fr.preau.registrations.RegistrationRefusal.Why;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A family registers: who gets a place, who waits with which rank, and that it counts once however often it is sent. */
class RegisterTest extends RegistrationsTest {

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
}
