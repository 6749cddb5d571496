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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;

/** One parent lets the other one in by a code. */
@PreauTest
class GuardianCodesTest {

    @Autowired
    private HouseholdService households;
    @Autowired
    private FamilyService family;
    @Autowired
    private GuardianService guardians;
    @Autowired
    private GuardianCodeService codes;
    @Autowired
    private TestCentres centres;
    @Autowired
    private TestClock clock;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    @Qualifier("peopleForgetting")
    private RecurringTask<Void> everyNight;
    private CentreRecord here;
    private UUID mothersAccount;
    private UUID child;

    @BeforeEach
    void aMotherWithAChild() {
        here = centres.open();
        clock.set(Instant.parse("2026-11-22T10:00:00Z"));
        var mothers = Families.welcomed(jdbc, here, households, "Amina", "Benali");
        mothersAccount = CurrentUser.require().account();
        child = in(() -> family.addPerson(mothers, PersonDetails.child("Léa", "Benali", LocalDate.of(2017, 5, 4)))).value().orElseThrow();
    }

    @AfterEach
    void theRealHour() {
        clock.reset();
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

    private <T> T in(Supplier<T> work) {
        return CurrentCentre.in(here.id(), work::get);
    }
}
