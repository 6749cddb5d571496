package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.base.Role;
import fr.preau.people.GuardianService;
import fr.preau.registrations.RegistrationRefusal.Why;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Reception registers by the rules of everybody; where it makes an exception, the history says who did and why. */
class RegisterAtTheDeskTest extends RegistrationsTest {

    @Autowired
    private GuardianService guardians;

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

    private UUID requestOf(Answer answer) {
        return database.sql("SELECT request_id FROM registration WHERE id = :id").param("id", answer.registration()).query(UUID.class).single();
    }

    private RegisterOutcome atDesk(Family family, Group group, DeskTerms terms) {
        return asStaff(Role.RECEPTION, () -> desk.register(command(family, group), terms));
    }

    private RegisterOutcome atDesk(Family family, Group group, UUID person, DeskTerms terms) {
        return asStaff(Role.RECEPTION, () -> desk.register(command(family, group, person), terms));
    }

    private static RegisterCommand command(Family family, Group group) {
        return command(family, group, family.person());
    }

    private static RegisterCommand command(Family family, Group group, UUID person) {
        return RegisterCommand.sessions(UUID.randomUUID().toString(), group.id(), family.id(), List.of(person),
                Set.copyOf(group.sessions()), PartyRule.WHO_CAN).by(Channel.PHONE);
    }
}
