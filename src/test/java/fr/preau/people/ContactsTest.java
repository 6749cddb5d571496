package fr.preau.people;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.accounts.CurrentUser;
import fr.preau.base.CurrentCentre;
import fr.preau.base.EmailAddress;
import fr.preau.base.Role;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.PreauTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import java.util.Locale;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** How a family is reached. */
@PreauTest
class ContactsTest {

    @Autowired
    private HouseholdService households;
    @Autowired
    private FamilyService family;
    @Autowired
    private ContactService contacts;
    @Autowired
    private TestCentres centres;
    @Autowired
    private JdbcTemplate jdbc;
    private CentreRecord here;

    @BeforeEach
    void aCentre() {
        here = centres.open();
    }

    @Test
    void anAddressThatLeftWithSomebodyIsTheFamilysAgainWhenItGivesIt() {
        var household = Families.welcomed(jdbc, here, households, "Karim", "Benali");
        var shared = CurrentUser.require().account() + "@example.org";
        var karim = in(() -> households.mine()).orElseThrow().you();
        in(() -> family.addPerson(household, PersonDetails.adult("Amina", "Benali")));
        SignIn.as(here.id(), Role.RECEPTION);
        in(() -> family.removePerson(karim));

        assertThat(in(() -> contacts.addContact(household, null, ContactDetails.mail(shared))).reasons()).isEmpty();
        assertThat(in(() -> households.reachOf(household)).mails()).extracting(EmailAddress::value).containsExactly(shared);
    }

    @Test
    void aPhoneMayBeSharedByTwoFamiliesAndIsKeptOnceInEach() {
        var first = Families.welcomed(jdbc, here, households, "Amina", "Benali");
        in(() -> contacts.addContact(first, null, ContactDetails.phone("0612345678")));
        in(() -> contacts.addContact(first, null, ContactDetails.phone("+33 6 12 34 56 78")));
        assertThat(in(() -> households.reachOf(first)).phones()).hasSize(1);
        assertThat(in(() -> households.reachOf(first)).mails()).hasSize(1);
        var second = Families.welcomed(jdbc, here, households, "Paul", "Petit");
        assertThat(in(() -> contacts.addContact(second, null, ContactDetails.phone("06.12.34.56.78"))).reasons()).isEmpty();
        in(() -> households.mine()).orElseThrow().contacts().forEach(contact -> in(() -> contacts.removeContact(second, contact.id())));
        assertThat(in(() -> households.reachOf(second)).isNone()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"phone,12 34,people.refusal.phone", "phone,abc,people.refusal.phone", "mail,amina,people.refusal.mail",
            "mail,'a@b.fr\nBcc: x@y.fr',people.refusal.mail"})
    void aNumberOrAddressThatReachesNobodyIsRefused(String field, String typed, String key) {
        var household = Families.welcomed(jdbc, here, households, "Amina", "Benali");
        var details = new ContactDetails(ContactKind.valueOf(field.toUpperCase(Locale.ROOT)), typed);
        assertThat(in(() -> contacts.addContact(household, null, details)).reasons()).containsExactly(new PeopleRefusal(field, key));
    }

    private <T> T in(Supplier<T> work) {
        return CurrentCentre.in(here.id(), work::get);
    }
}
