package fr.preau.people;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.accounts.Audit;
import fr.preau.accounts.AuditRecord;
import fr.preau.accounts.CurrentUser;
import fr.preau.accounts.Grant;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.PreauTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who changes a family's file without being of the family is named in the journal. */
@PreauTest
class OtherHandsTest {

    @Autowired
    private HouseholdService households;
    @Autowired
    private FamilyService family;
    @Autowired
    private ContactService contacts;
    @Autowired
    private Audit audit;
    @Autowired
    private TestCentres centres;
    @Autowired
    private JdbcTemplate jdbc;
    private CentreRecord here;
    private UUID household;

    @BeforeEach
    void aFamily() {
        here = centres.open();
        household = Families.welcomed(jdbc, here, households, "Amina", "Benali");
    }

    @Test
    void aColleagueWhoAddsHerOwnAddressIsNamedAndTheAddressIsNot() {
        var reception = SignIn.as(here.id(), Role.RECEPTION);

        in(() -> contacts.addContact(household, null, ContactDetails.mail("colleague@example.org"))).value().orElseThrow();

        assertThat(lines()).singleElement().satisfies(line -> {
            assertThat(line.action()).isEqualTo("contact-added");
            assertThat(line.account()).isEqualTo(reception.account());
            assertThat(line.centre()).isEqualTo(here.id());
            assertThat(line.reason()).isNull();
        });
    }

    @Test
    void eachChangeIsALineAndWhatChangesNothingIsNone() {
        SignIn.as(here.id(), Role.RECEPTION);
        var phone = in(() -> contacts.addContact(household, null, ContactDetails.phone("06 12 34 56 78"))).value().orElseThrow();
        in(() -> contacts.addContact(household, null, ContactDetails.phone("06 12 34 56 78"))).value().orElseThrow();
        in(() -> contacts.removeContact(household, phone)).value().orElseThrow();
        in(() -> contacts.removeContact(household, phone)).value().orElseThrow();
        var lea = addsLea();
        in(() -> family.changePerson(lea, 0, PersonDetails.child("Léa", "Petit", LocalDate.now().minusYears(9)))).value().orElseThrow();
        in(() -> family.removePerson(lea)).value().orElseThrow();
        in(() -> family.restorePerson(lea)).value().orElseThrow();
        in(() -> family.restorePerson(lea)).value().orElseThrow();
        in(() -> family.addPerson(household, PersonDetails.adult("", ""))).reasons();

        assertThat(lines().reversed()).extracting(AuditRecord::action).containsExactly("contact-added", "contact-removed", "person-added",
                "person-changed", "person-removed", "person-restored");
        assertThat(lines()).filteredOn(line -> line.action().startsWith("person-")).extracting(AuditRecord::reason).as("a number, never a name")
                .containsOnly(lea.toString());
    }

    @Test
    void whatAFamilyChangesInItsOwnFileIsNoLine() {
        changesHerOwnFile();
        assertThat(lines()).isEmpty();
    }

    @Test
    void norIsItForSomebodyWhoWorksThere() {
        SignIn.as(CurrentUser.require().account(), Set.of(new Grant(Role.RECEPTION, here.id())));
        changesHerOwnFile();
        assertThat(lines()).isEmpty();
    }

    private void changesHerOwnFile() {
        in(() -> contacts.addContact(household, null, ContactDetails.phone("06 12 34 56 78"))).value().orElseThrow();
        var lea = addsLea();
        in(() -> family.removePerson(lea)).value().orElseThrow();
        in(() -> family.restorePerson(lea)).value().orElseThrow();
    }

    private UUID addsLea() {
        return in(() -> family.addPerson(household, PersonDetails.child("Léa", "Benali", LocalDate.now().minusYears(8)))).value().orElseThrow();
    }

    private List<AuditRecord> lines() {
        return audit.of("household", household);
    }

    private <T> T in(Supplier<T> work) {
        return CurrentCentre.in(here.id(), work::get);
    }
}
