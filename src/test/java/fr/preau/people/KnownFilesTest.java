package fr.preau.people;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.PreauTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Somebody comes in by her own link, and reception has opened her family's file before. */
@PreauTest
class KnownFilesTest {

    @Autowired
    private HouseholdService households;
    @Autowired
    private FamilyService family;
    @Autowired
    private ContactService contacts;
    @Autowired
    private DeskSignInService desk;
    @Autowired
    private TestCentres centres;
    @Autowired
    private JdbcTemplate jdbc;
    private CentreRecord here;
    private UUID account;
    private UUID file;

    @BeforeEach
    void receptionHasOpenedAFileWithHerAddress() {
        here = centres.open();
        account = Families.account(jdbc);
        file = openedAtDesk("Amina", "Bénali", account + "@example.org");
    }

    @ParameterizedTest
    @CsvSource({"Amina, Bénali", "amina, benali", "AMINA, BENALI"})
    void sheFindsHerFamilyThere(String first, String last) {
        var found = welcome(account, first, last, "06 12 34 56 78");

        assertThat(found).isEqualTo(file);
        var mine = in(() -> households.mine()).orElseThrow();
        assertThat(mine.persons()).extracting(PersonRecord::firstName).containsExactly("Amina", "Léa");
        assertThat(mine.you()).as("she is the adult of that name").isEqualTo(mine.persons().getFirst().id());
        assertThat(mine.contacts()).extracting(ContactRecord::shown).containsExactlyInAnyOrder(account + "@example.org", "06 12 34 56 78");
        assertThat(jdbc.queryForObject("SELECT count(*) FROM audit_line WHERE action = 'household-taken-up' AND object_id = ?", Integer.class, file.toString())).isOne();
    }

    @Test
    void aSecondClickIsTheSameFile() {
        assertThat(welcome(account, "Amina", "Bénali", "")).isEqualTo(welcome(account, "Amina", "Bénali", "")).isEqualTo(file);
    }

    @Test
    void whoHadACodeFromReceptionBeforeFindsItTheSame() {
        SignIn.as(here.id(), Role.RECEPTION);
        var adult = in(() -> households.find(file)).orElseThrow().persons().getFirst().id();
        in(() -> desk.codeFor(adult)).value().orElseThrow();

        assertThat(welcome(account, "Amina", "Bénali", "")).isEqualTo(file);
    }

    @Test
    void anAddressWithoutTheNameOpensNothing() {
        assertThat(welcome(account, "Karim", "Bénali", "")).isNotEqualTo(file);
    }

    @Test
    void aNameWithoutTheAddressOpensNothing() {
        assertThat(welcome(Families.account(jdbc), "Amina", "Bénali", "")).isNotEqualTo(file);
    }

    @Test
    void theAddressOfAnotherAdultOfTheFamilyOpensNothing() {
        SignIn.as(here.id(), Role.RECEPTION);
        var karim = in(() -> family.addPerson(file, PersonDetails.adult("Karim", "Bénali"))).value().orElseThrow();
        jdbc.update("UPDATE contact_point SET person_id = ? WHERE household_id = ?", karim.toString(), file.toString());

        assertThat(welcome(account, "Amina", "Bénali", "")).isNotEqualTo(file);
    }

    @Test
    void nobodyTakesThePlaceOfSomebodyWhoComesInByHerself() {
        welcome(account, "Amina", "Bénali", "");
        var other = Families.account(jdbc);
        SignIn.as(here.id(), Role.RECEPTION);
        in(() -> contacts.addContact(file, null, ContactDetails.mail(other + "@example.org"))).value().orElseThrow();

        assertThat(welcome(other, "Amina", "Bénali", "")).isNotEqualTo(file);
    }

    @Test
    void aFileThatAResidentOpenedHasItsOwner() {
        jdbc.update("UPDATE household SET origin = 'RESIDENT' WHERE id = ?", file.toString());

        assertThat(welcome(account, "Amina", "Bénali", "")).isNotEqualTo(file);
    }

    @Test
    void twoFilesOfThatNameAndAddressAreForReceptionToTellApart() {
        var second = openedAtDesk("Amina", "Bénali", account + "@example.org");

        assertThat(welcome(account, "Amina", "Bénali", "")).isNotIn(file, second);
    }

    @Test
    void anotherCentresFileStaysThere() {
        var there = centres.open();
        SignIn.asResident(account);

        var opened = CurrentCentre.in(there.id(), () -> households.welcome(NewHousehold.of(PersonDetails.adult("Amina", "Bénali")))).value().orElseThrow();

        assertThat(opened).isNotEqualTo(file);
    }

    private UUID openedAtDesk(String first, String last, String mail) {
        SignIn.as(here.id(), Role.RECEPTION);
        var opened = in(() -> households.openAtDesk(NewHousehold.of(PersonDetails.adult(first, last), ContactDetails.mail(mail)))).value().orElseThrow();
        in(() -> family.addPerson(opened, PersonDetails.child("Léa", last, LocalDate.now().minusYears(8)))).value().orElseThrow();
        return opened;
    }

    private UUID welcome(UUID who, String first, String last, String phone) {
        SignIn.asResident(who);
        return in(() -> households.welcome(NewHousehold.of(PersonDetails.adult(first, last), ContactDetails.phone(phone)))).value().orElseThrow();
    }

    private <T> T in(Supplier<T> work) {
        return CurrentCentre.in(here.id(), work::get);
    }
}
