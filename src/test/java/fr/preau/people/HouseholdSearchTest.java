package fr.preau.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.PreauTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import liquibase.database.core.MariaDBDatabase;
import liquibase.database.jvm.JdbcConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

/** The desk looks for a family, however it is written, and sees who may be there twice. */
@PreauTest
class HouseholdSearchTest {

    private static final LocalDate NINE_YEARS_AGO = LocalDate.of(2017, 5, 4);

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
    @Autowired
    private DataSource database;
    private CentreRecord here;

    @BeforeEach
    void aCentre() {
        here = centres.open();
    }

    @Test
    void theDeskFindsNamesWithoutAccentsInAnyOrderAndByPhone() {
        var household = Families.welcomed(jdbc, here, households, "Éloïse", "D’Hondt");
        in(() -> family.addPerson(household, PersonDetails.child("Zoé", "Benali", NINE_YEARS_AGO)));
        in(() -> contacts.addContact(household, null, ContactDetails.phone("06 98 76 54 32")));
        in(() -> contacts.addContact(household, null, ContactDetails.mail("eloise_d@exemple.fr")));
        Families.welcomed(jdbc, here, households, "Paul", "Petit");
        SignIn.as(here.id(), Role.RECEPTION);
        for (String typed : List.of("hondt eloise", "ELOISE", "zoe hondt", "d'hond", "06 98 76", "+33 6 98 76 54 32", "06-98-76-54-32", "06/98/76/54/32",
                "06 98\u00A076\u202F54 32", "06-98-76", "Eloise_D@exemple.fr", " eloise_d@ex")) {
            assertThat(in(() -> households.search(typed, 0)).lines()).as(typed).extracting(HouseholdLine::id).containsExactly(household);
        }
        for (String typed : List.of("loise", "06 98 76 54 33", "eloisexd@exemple.fr", "%@exemple.fr", "loise_d@exemple.fr")) {
            assertThat(in(() -> households.search(typed, 0)).lines()).as(typed).isEmpty();
        }
        assertThat(in(() -> households.search("", 7)).lines()).extracting(HouseholdLine::name).containsExactly("D’Hondt", "Petit");
        assertThat(in(() -> households.search("%", 0)).all()).isEqualTo(2);
    }

    @Test
    void peopleWhoMayBeTheSameAreShownNotMerged() {
        var first = Families.welcomed(jdbc, here, households, "Amina", "Benali");
        in(() -> family.addPerson(first, PersonDetails.child("Léa", "Benali", NINE_YEARS_AGO)));
        var second = Families.welcomed(jdbc, here, households, "Karim", "Benali");
        in(() -> family.addPerson(second, PersonDetails.child("LEA", "BENALI", NINE_YEARS_AGO)));
        in(() -> family.addPerson(second, PersonDetails.child("Benali", "Lea", NINE_YEARS_AGO)));
        SignIn.as(here.id(), Role.RECEPTION);
        assertThat(in(() -> households.possibleDuplicates(first))).hasSize(2).extracting(PersonRecord::householdId).containsOnly(second);
        SignIn.as(Families.account(jdbc), Set.of());
        assertThatThrownBy(() -> in(() -> households.possibleDuplicates(first))).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void whoHasTheNameOfOneAndTheBirthdayOfAnotherIsSomebodyElse() {
        var first = Families.welcomed(jdbc, here, households, "Amina", "Benali");
        in(() -> family.addPerson(first, PersonDetails.child("Léa", "Benali", NINE_YEARS_AGO)).value().orElseThrow());
        in(() -> family.addPerson(first, PersonDetails.child("Tom", "Benali", NINE_YEARS_AGO.plusDays(1))).value().orElseThrow());
        var second = Families.welcomed(jdbc, here, households, "Karim", "Benali");
        var tom = in(() -> family.addPerson(second, PersonDetails.child("Tom", "Benali", NINE_YEARS_AGO.plusDays(1))).value().orElseThrow());
        in(() -> family.addPerson(second, PersonDetails.child("Léa", "Benali", NINE_YEARS_AGO.plusDays(1))).value().orElseThrow());
        SignIn.as(here.id(), Role.RECEPTION);
        assertThat(in(() -> households.possibleDuplicates(first))).extracting(PersonRecord::id).containsExactly(tom);
    }

    @Test
    void namesWithApostrophesAreFoundHoweverTheyAreTyped() {
        SignIn.as(here.id(), Role.RECEPTION);
        in(() -> households.openAtDesk(NewHousehold.of(PersonDetails.adult("Sinéad", "O’Connor")))).value().orElseThrow();
        for (String typed : new String[] {"oconnor", "O'Connor", "o connor", "connor sinead", "OConnor Sin"}) {
            assertThat(in(() -> households.search(typed, 0)).all()).as(typed).isEqualTo(1);
        }
        assertThat(in(() -> households.search("onnor", 0)).all()).isZero();
    }

    @Test
    void namesThatWereKeptBeforeAreFoundAfterTheMigration() throws Exception {
        SignIn.as(here.id(), Role.RECEPTION);
        in(() -> households.openAtDesk(NewHousehold.of(PersonDetails.adult("Éloïse", "D'Hondt")))).value().orElseThrow();
        in(() -> households.openAtDesk(NewHousehold.of(PersonDetails.adult("Léa", "Benali")))).value().orElseThrow();
        jdbc.update("UPDATE person SET search_name = ' eloise d hondt' WHERE last_name = ?", "D'Hondt");
        assertThat(in(() -> households.search("dhondt", 0)).all()).isZero();
        try (var connection = database.getConnection()) {
            var liquibase = new MariaDBDatabase();
            liquibase.setConnection(new JdbcConnection(connection));
            new SearchNamesAnew().execute(liquibase);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
        assertThat(in(() -> households.search("dhondt", 0)).all()).isEqualTo(1);
        assertThat(in(() -> households.search("lea benali", 0)).all()).as("others stay as they were").isEqualTo(1);
    }

    private <T> T in(Supplier<T> work) {
        return CurrentCentre.in(here.id(), work::get);
    }
}
