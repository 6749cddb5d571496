package fr.preau.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import fr.preau.accounts.CurrentUser;
import fr.preau.accounts.Grant;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.PreauTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import fr.preau.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import liquibase.database.core.MariaDBDatabase;
import liquibase.database.jvm.JdbcConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
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
    private GuardianCodeService codes;
    @Autowired
    private GuardianService guardians;
    @Autowired
    private TestCentres centres;
    @Autowired
    private TestClock clock;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private DataSource database;
    @Autowired
    @Qualifier("peopleForgetting")
    private RecurringTask<Void> everyNight;
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

    @Test
    void theOtherParentJoinsWithACodeOnceAndWithinSevenDays() {
        var code = in(() -> codes.codeFor(child)).value().orElseThrow();
        assertThat(code).matches("[2-9A-Z]{4}-[2-9A-Z]{4}");
        assertThat(jdbc.queryForList("SELECT code_hash FROM guardian_code", String.class)).noneMatch(code::equals);
        Families.welcomed(jdbc, here, households, "Karim", "Petit");
        assertThat(in(() -> codes.join("AAAA-AAAA")).reasons()).containsExactly(PeopleRefusal.CODE_UNKNOWN);
        assertThat(in(() -> guardians.of(child))).as("not his before").isEmpty();
        assertThat(in(() -> codes.codeFor(child)).reasons()).containsExactly(PeopleRefusal.NOT_FOUND);

        assertThat(in(() -> codes.join(" " + code.toLowerCase().replace("-", " "))).value().map(PersonRecord::firstName)).contains("Léa");
        assertThat(in(() -> households.mine()).orElseThrow().wards()).extracting(PersonRecord::id).containsExactly(child);
        assertThat(in(() -> codes.join(code)).reasons()).containsExactly(PeopleRefusal.CODE_UNKNOWN);

        SignIn.asResident(mothersAccount);
        var late = in(() -> codes.codeFor(child)).value().orElseThrow();
        Families.welcomed(jdbc, here, households, "Paul", "Durand");
        clock.pass(Duration.ofDays(7));
        assertThat(in(() -> codes.join(late)).reasons()).containsExactly(PeopleRefusal.CODE_UNKNOWN);
    }

    /** She has come by the staff's door, with a family of her own. */
    @Test
    void aParentWhoWorksAtTheCentreJoinsToo() {
        var code = in(() -> codes.codeFor(child)).value().orElseThrow();
        SignIn.as(Families.account(jdbc), Set.of(new Grant(Role.RECEPTION, here.id())));
        in(() -> households.welcome(NewHousehold.of(PersonDetails.adult("Samia", "Haddad")))).value().orElseThrow();
        assertThat(in(() -> codes.join(code)).value().map(PersonRecord::firstName)).contains("Léa");
        assertThat(in(() -> households.mine()).orElseThrow().wards()).extracting(PersonRecord::id).containsExactly(child);
    }

    @Test
    void aNewCodePutsTheOneBeforeOutOfUseAndACodeIsOfItsCentre() {
        var first = in(() -> codes.codeFor(child)).value().orElseThrow();
        var second = in(() -> codes.codeFor(child)).value().orElseThrow();
        var there = centres.open();
        Families.welcomed(jdbc, there, households, "Karim", "Petit");
        assertThat(CurrentCentre.in(there.id(), () -> codes.join(second)).reasons()).containsExactly(PeopleRefusal.CODE_UNKNOWN);
        Families.welcomed(jdbc, here, households, "Karim", "Petit");
        assertThat(in(() -> codes.join(first)).reasons()).containsExactly(PeopleRefusal.CODE_UNKNOWN);
        assertThat(in(() -> codes.join(second)).reasons()).isEmpty();
    }

    @Test
    void aCodeThatNoLongerOpensAnythingIsForgottenAtNight() {
        in(() -> codes.codeFor(child)).value().orElseThrow();
        assertThat(codesOfTheChild()).isEqualTo(1);
        clock.pass(Duration.ofDays(6));
        everyNight.execute(null, null);
        assertThat(codesOfTheChild()).as("still good").isEqualTo(1);

        clock.pass(Duration.ofDays(2));
        everyNight.execute(null, null);

        assertThat(codesOfTheChild()).isZero();
    }

    private int codesOfTheChild() {
        return jdbc.queryForObject("SELECT COUNT(*) FROM guardian_code WHERE child_id = ?", Integer.class, child);
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
