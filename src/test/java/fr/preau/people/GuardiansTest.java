package fr.preau.people;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.accounts.CurrentUser;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.PreauTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import fr.preau.testing.TestClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Parents who live apart: one child, two families. */
@PreauTest
class GuardiansTest {

    private static final LocalDate NINE_YEARS_AGO = LocalDate.of(2017, 5, 4);

    @Autowired
    private HouseholdService households;
    @Autowired
    private FamilyService family;
    @Autowired
    private GuardianService guardians;
    @Autowired
    private TestCentres centres;
    @Autowired
    private TestClock clock;
    @Autowired
    private JdbcTemplate jdbc;
    private CentreRecord here;
    private UUID mothersAccount;
    private UUID mothers;
    private UUID mother;
    private UUID child;

    @BeforeEach
    void aMotherWithAChild() {
        here = centres.open();
        clock.set(Instant.parse("2026-11-22T10:00:00Z"));
        mothers = Families.welcomed(jdbc, here, households, "Amina", "Benali");
        mothersAccount = CurrentUser.require().account();
        mother = in(() -> households.mine()).orElseThrow().you();
        child = in(() -> family.addPerson(mothers, PersonDetails.child("Léa", "Benali", NINE_YEARS_AGO))).value().orElseThrow();
    }

    @AfterEach
    void theRealHour() {
        clock.reset();
    }

    @Test
    void receptionNamesTheFatherOfAnotherFamilyAndBothFamiliesSeeTheChildOnce() {
        var fathers = Families.welcomed(jdbc, here, households, "Karim", "Petit");
        var fathersAccount = CurrentUser.require().account();
        var father = in(() -> households.mine()).orElseThrow().you();
        var hisWife = in(() -> family.addPerson(fathers, PersonDetails.adult("Zoé", "Petit"))).value().orElseThrow();
        SignIn.as(here.id(), Role.RECEPTION);
        in(() -> guardians.addGuardian(child, father)).value().orElseThrow();
        in(() -> guardians.addGuardian(child, father)).value().orElseThrow();
        in(() -> guardians.addGuardian(child, hisWife)).value().orElseThrow();

        assertThat(in(() -> guardians.of(child))).extracting(GuardianRecord::name).containsExactly("Amina Benali", "Karim Petit", "Zoé Petit");
        assertThat(in(() -> guardians.history(child))).extracting(GuardianChange::name).containsExactly("Zoé Petit", "Karim Petit");
        SignIn.asResident(fathersAccount);
        assertThat(in(() -> households.mine()).orElseThrow().registrable()).extracting(PersonRecord::firstName).containsExactly("Karim", "Zoé", "Léa");
        SignIn.asResident(mothersAccount);
        assertThat(in(() -> households.mine()).orElseThrow().registrable()).extracting(PersonRecord::firstName).containsExactly("Amina", "Léa");
        assertThat(in(() -> guardians.of(child))).hasSize(3);
    }

    @Test
    void theLastOneIsNeverTakenAwayWithoutAWord() {
        var second = in(() -> family.addPerson(mothers, PersonDetails.adult("Karim", "Benali"))).value().orElseThrow();
        assertThat(in(() -> guardians.removeGuardian(child, mother)).reasons()).containsExactly(PeopleRefusal.LAST_GUARDIAN);
        in(() -> guardians.addGuardian(child, second)).value().orElseThrow();
        assertThat(in(() -> guardians.removeGuardian(child, mother)).reasons()).isEmpty();
        assertThat(in(() -> family.removePerson(second)).reasons()).as("leaving is going too").containsExactly(PeopleRefusal.ONLY_GUARDIAN);
        in(() -> guardians.addGuardian(child, mother)).value().orElseThrow();
        assertThat(in(() -> family.removePerson(second)).reasons()).isEmpty();
        assertThat(in(() -> guardians.of(child))).as("who left no longer counts").extracting(GuardianRecord::person).containsExactly(mother);
        assertThat(in(() -> guardians.removeGuardian(child, mother)).reasons()).containsExactly(PeopleRefusal.LAST_GUARDIAN);
        SignIn.as(here.id(), Role.DIRECTOR);
        assertThat(in(() -> guardians.history(child))).extracting(GuardianChange::added).containsExactly(true, false, true);
    }

    @Test
    void aFamilyDoesNotSendTheOtherParentAwayReceptionDoes() {
        Families.welcomed(jdbc, here, households, "Karim", "Petit");
        var father = in(() -> households.mine()).orElseThrow().you();
        SignIn.as(here.id(), Role.RECEPTION);
        in(() -> guardians.addGuardian(child, father)).value().orElseThrow();
        SignIn.asResident(mothersAccount);
        assertThat(in(() -> guardians.removeGuardian(child, father)).reasons()).containsExactly(PeopleRefusal.GUARDIAN_AT_THE_DESK);
        SignIn.as(here.id(), Role.ANIMATOR);
        assertThat(in(() -> guardians.removeGuardian(child, father)).reasons()).containsExactly(PeopleRefusal.GUARDIAN_AT_THE_DESK);
        SignIn.as(here.id(), Role.RECEPTION);
        assertThat(in(() -> guardians.removeGuardian(child, father)).reasons()).isEmpty();
        assertThat(in(() -> guardians.of(child))).hasSize(1);
    }

    private <T> T in(Supplier<T> work) {
        return CurrentCentre.in(here.id(), work::get);
    }
}
