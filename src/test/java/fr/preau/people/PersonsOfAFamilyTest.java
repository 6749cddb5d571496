package fr.preau.people;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.accounts.CurrentUser;
import fr.preau.accounts.FamilyCentres;
import fr.preau.base.Role;
import fr.preau.testing.SignIn;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Who is in a family’s file: who answers for a child, who is taken out and comes back, who changes what is written. */
@RecordApplicationEvents
class PersonsOfAFamilyTest extends PeopleTest {

    private static final LocalDate NINE_YEARS_AGO = LocalDate.of(2017, 5, 4);

    @Autowired
    private GuardianService guardians;
    @Autowired
    private ContactService contacts;
    @Autowired
    private FamilyCentres familyCentres;
    @Autowired
    private ApplicationEvents events;

    @Test
    void aNewChildIsAnsweredForByWhoeverWroteIt() {
        var household = Families.welcomed(jdbc, here, households, "Amina", "Benali");
        in(() -> family.addPerson(household, PersonDetails.adult("Karim", "Petit")));
        var child = in(() -> family.addPerson(household, PersonDetails.child("Léa", "Benali", NINE_YEARS_AGO))).value().orElseThrow();
        var mine = in(() -> households.mine()).orElseThrow();
        assertThat(mine.name()).isEqualTo("Benali, Petit");
        assertThat(mine.persons()).extracting(PersonRecord::firstName).containsExactly("Amina", "Karim", "Léa");
        assertThat(mine.person(child).orElseThrow().guardians()).containsExactly(mine.you());
        assertThat(mine.person(child).orElseThrow().ageOn(LocalDate.of(2026, 11, 22))).hasValue(9);
    }

    @Test
    void aParentWhoLivesElsewhereMayRegisterTheChildToo() {
        var mothers = Families.welcomed(jdbc, here, households, "Amina", "Benali");
        var child = in(() -> family.addPerson(mothers, PersonDetails.child("Léa", "Benali", NINE_YEARS_AGO))).value().orElseThrow();
        var fathers = Families.welcomed(jdbc, here, households, "Karim", "Petit");
        var father = in(() -> households.mine()).orElseThrow().you();
        var fatherUser = CurrentUser.require();
        assertThat(in(() -> guardians.addGuardian(child, father)).reasons()).containsExactly(PeopleRefusal.NOT_FOUND);
        SignIn.as(here.id(), Role.RECEPTION);
        assertThat(in(() -> guardians.addGuardian(child, father)).reasons()).isEmpty();
        SignIn.asResident(fatherUser.account());
        var seen = in(() -> households.mine()).orElseThrow();
        assertThat(seen.wards()).extracting(PersonRecord::firstName).containsExactly("Léa");
        assertThat(seen.registrable()).hasSize(2);
        assertThat(in(() -> family.removePerson(child)).reasons()).containsExactly(PeopleRefusal.NOT_FOUND);
        assertThat(seen.id()).isEqualTo(fathers);
    }

    @Test
    void aChildAlwaysHasSomebodyWhoAnswers() {
        var household = Families.welcomed(jdbc, here, households, "Amina", "Benali");
        var you = in(() -> households.mine()).orElseThrow().you();
        var child = in(() -> family.addPerson(household, PersonDetails.child("Léa", "Benali", NINE_YEARS_AGO))).value().orElseThrow();
        var second = in(() -> family.addPerson(household, PersonDetails.adult("Karim", "Benali"))).value().orElseThrow();
        assertThat(in(() -> guardians.addGuardian(child, second)).reasons()).isEmpty();
        SignIn.as(here.id(), Role.RECEPTION);
        assertThat(in(() -> guardians.removeGuardian(child, you)).reasons()).isEmpty();
        assertThat(in(() -> guardians.removeGuardian(child, second)).reasons()).containsExactly(PeopleRefusal.LAST_GUARDIAN);
        assertThat(in(() -> guardians.addGuardian(second, you)).reasons()).containsExactly(PeopleRefusal.NOT_A_CHILD);
    }

    @Test
    void aRemovedPersonIsGoneButNamedAndComesBack() {
        var household = Families.welcomed(jdbc, here, households, "Amina", "Benali");
        var child = in(() -> family.addPerson(household, PersonDetails.child("Léa", "Benali", NINE_YEARS_AGO))).value().orElseThrow();
        assertThat(in(() -> family.removePerson(child)).reasons()).isEmpty();
        assertThat(events.stream(PersonRemoved.class)).containsExactly(new PersonRemoved(child, true));
        assertThat(in(() -> households.mine()).orElseThrow().persons()).hasSize(1);
        assertThat(in(() -> households.persons(List.of(child))).get(child).fullName()).isEqualTo("Léa Benali");
        assertThat(in(() -> family.removePerson(child)).reasons()).containsExactly(PeopleRefusal.NOT_FOUND);
        assertThat(in(() -> family.restorePerson(child)).reasons()).isEmpty();
        assertThat(in(() -> households.mine()).orElseThrow().persons()).hasSize(2);
    }

    @Test
    void whoeverWasTakenOutOfAFamilyNeitherOpensItsFileNorReadsItsLetters() {
        var household = Families.welcomed(jdbc, here, households, "Karim", "Benali");
        var account = CurrentUser.require().account();
        var karim = in(() -> households.mine()).orElseThrow().you();
        in(() -> family.addPerson(household, PersonDetails.adult("Amina", "Benali")));
        in(() -> contacts.addContact(household, karim, ContactDetails.phone("06 12 34 56 78")));
        SignIn.as(here.id(), Role.RECEPTION);
        assertThat(in(() -> family.removePerson(karim)).reasons()).isEmpty();

        assertThat(in(() -> households.reachOf(household)).isNone()).isTrue();
        assertThat(in(() -> households.search("benali", 0)).lines().getFirst().contacts()).isEmpty();
        assertThat(familyCentres.of(account)).isEmpty();
        SignIn.asResident(account);
        assertThat(in(() -> households.mine())).isEmpty();
        assertThat(in(() -> households.idOfMine())).isEmpty();
        assertThat(in(() -> households.find(household))).isEmpty();
        assertThat(in(() -> family.addPerson(household, PersonDetails.adult("X", ""))).reasons()).containsExactly(PeopleRefusal.NOT_FOUND);
        assertThat(in(() -> households.welcome(NewHousehold.of(PersonDetails.adult("Karim", "Benali")))).reasons())
                .containsExactly(PeopleRefusal.LEFT_A_FAMILY);

        SignIn.as(here.id(), Role.RECEPTION);
        assertThat(in(() -> family.restorePerson(karim)).reasons()).isEmpty();
        SignIn.asResident(account);
        assertThat(in(() -> households.mine()).orElseThrow().contacts()).extracting(ContactRecord::shown)
                .containsExactlyInAnyOrder("06 12 34 56 78", account + "@example.org");
        assertThat(familyCentres.of(account)).containsExactly(here.id());
    }

    @Test
    void oneAdultDoesNotShutTheOtherOut() {
        var household = Families.welcomed(jdbc, here, households, "Amina", "Benali");
        var amina = in(() -> households.mine()).orElseThrow().you();
        var karim = in(() -> family.addPerson(household, PersonDetails.adult("Karim", "Benali"))).value().orElseThrow();
        var account = Families.account(jdbc);
        in(() -> households.link(household, account, karim));

        assertThat(in(() -> family.removePerson(karim)).reasons()).containsExactly(PeopleRefusal.COMES_IN_BY_HERSELF);
        SignIn.asResident(account);
        assertThat(in(() -> family.removePerson(amina)).reasons()).containsExactly(PeopleRefusal.COMES_IN_BY_HERSELF);
        SignIn.as(here.id(), Role.RECEPTION);
        assertThat(in(() -> family.removePerson(karim)).reasons()).as("reception knows the family").isEmpty();
    }

    @Test
    void nobodyRemovesHerselfOrTheLastAdult() {
        var household = Families.welcomed(jdbc, here, households, "Amina", "Benali");
        var you = in(() -> households.mine()).orElseThrow().you();
        assertThat(in(() -> family.removePerson(you)).reasons()).containsExactly(PeopleRefusal.YOURSELF);
        SignIn.as(here.id(), Role.RECEPTION);
        assertThat(in(() -> family.removePerson(you)).reasons()).containsExactly(PeopleRefusal.LAST_ADULT);
        in(() -> family.addPerson(household, PersonDetails.adult("Karim", "Benali")));
        assertThat(in(() -> family.removePerson(you)).reasons()).isEmpty();
    }

    @Test
    void whoeverWritesOnAnOldReadingIsToldSo() {
        Families.welcomed(jdbc, here, households, "Amina", "Benali");
        var you = in(() -> households.mine()).orElseThrow().persons().getFirst();
        assertThat(in(() -> family.changePerson(you.id(), you.version(), PersonDetails.adult("Amina", "Petit"))).reasons()).isEmpty();
        assertThat(in(() -> family.changePerson(you.id(), you.version(), PersonDetails.adult("Aminata", "Benali"))).reasons())
                .containsExactly(PeopleRefusal.CHANGED_MEANWHILE);
        assertThat(in(() -> households.mine()).orElseThrow().name()).isEqualTo("Petit");
    }
}
