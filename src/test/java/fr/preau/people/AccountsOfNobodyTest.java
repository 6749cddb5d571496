package fr.preau.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import fr.preau.accounts.AccountService;
import fr.preau.accounts.Audit;
import fr.preau.accounts.AuditRecord;
import fr.preau.base.CurrentCentre;
import fr.preau.base.EmailAddress;
import fr.preau.base.Ids;
import fr.preau.base.Role;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.PreauTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import fr.preau.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.JdbcTemplate;

/** An account that is in no family and no team any more is forgotten two years after its last sign-in. */
@PreauTest
class AccountsOfNobodyTest {

    private static final Duration TWO_YEARS_AND_A_MONTH = Duration.ofDays(761);

    @Autowired
    private AccountService accounts;
    @Autowired
    private HouseholdService households;
    @Autowired
    private FamilyService families;
    @Autowired
    private ContactService contacts;
    @Autowired
    private Audit audit;
    @Autowired
    private TestCentres centres;
    @Autowired
    private TestClock clock;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    @Qualifier("peopleForgetting")
    private RecurringTask<Void> familiesEveryNight;
    @Autowired
    @Qualifier("accountsForgetting")
    private RecurringTask<Void> accountsEveryNight;

    private final EmailAddress mail = new EmailAddress("amina" + Ids.next() + "@exemple.fr");
    private CentreRecord here;

    @BeforeEach
    void twoYearsAgo() {
        clock.set(Instant.parse("2024-09-03T10:00:00Z"));
        here = centres.open();
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void whoOpenedALinkAndNeverAFamilysFileIsForgotten() {
        var account = comesIn();
        clock.pass(Duration.ofDays(700));
        night();
        assertThat(accounts.findByMail(mail)).isPresent();

        clock.pass(Duration.ofDays(61));
        night();
        assertForgotten(account);
        night();
        assertThat(forgettings(account)).as("once").singleElement().extracting(AuditRecord::reason).isEqualTo("no contact since P24M");
    }

    @Test
    void whoLeftTheTeamIsForgottenAndWhoIsInItIsNot() {
        var left = comesIn();
        accounts.grant(left, Role.RECEPTION, here.id());
        var stays = accounts.withMail(new EmailAddress("samia" + mail.value()), "Samia").id();
        accounts.grant(stays, Role.ANIMATOR, here.id());
        accounts.revoke(left, Role.RECEPTION, here.id());
        clock.pass(TWO_YEARS_AND_A_MONTH);

        night();

        assertForgotten(left);
        assertThat(accounts.find(stays).orElseThrow().displayName()).isEqualTo("Samia");
        assertThat(audit.of("account", left)).extracting(AuditRecord::action).as("what was done stays")
                .contains("role-granted", "role-revoked");
    }

    @Test
    void anAdultWhoWasTakenOutOfAFamilyThatGoesOnIsForgottenWithHerAccount() {
        var account = comesIn();
        SignIn.as(here.id(), Role.RECEPTION);
        var household = inCentre(() -> households.openAtDesk(NewHousehold.of(PersonDetails.adult("Paul", "Benali")))).value().orElseThrow();
        var amina = inCentre(() -> families.addPerson(household, PersonDetails.adult("Amina", "Benali"))).value().orElseThrow();
        assertThat(inCentre(() -> households.link(household, account, amina)).value()).isPresent();
        clock.pass(Duration.ofDays(10));
        assertThat(inCentre(() -> families.removePerson(amina)).value()).isPresent();
        clock.pass(TWO_YEARS_AND_A_MONTH);
        inCentre(() -> contacts.addContact(household, null, ContactDetails.phone("06 12 34 56 78"))).value().orElseThrow();
        SignIn.out();

        familiesEveryNight.execute(null, null);

        assertForgotten(account);
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM household_account WHERE account_id = ?", Long.class, account.toString())).isZero();
        assertThat(CurrentCentre.in(here.id(), () -> households.require(household).persons())).extracting(PersonRecord::firstName).containsExactly("Paul");
    }

    @Test
    void whoHasComeInSinceAndWhoHasAFamilyAreKept() {
        var comes = comesIn();
        var hasAFamily = accounts.withMail(new EmailAddress("paul" + mail.value()), "Paul").id();
        SignIn.as(here.id(), Role.RECEPTION);
        var household = inCentre(() -> households.openAtDesk(NewHousehold.of(PersonDetails.adult("Paul", "Benali")))).value().orElseThrow();
        assertThat(inCentre(() -> households.link(household, hasAFamily, null)).value()).isPresent();
        clock.pass(Duration.ofDays(300));
        accounts.signedIn(comes);
        clock.pass(Duration.ofDays(461));
        inCentre(() -> contacts.addContact(household, null, ContactDetails.phone("06 12 34 56 78"))).value().orElseThrow();
        SignIn.out();

        night();

        assertThat(accounts.find(comes).orElseThrow().displayName()).isEqualTo("Amina");
        assertThat(accounts.find(hasAFamily).orElseThrow().displayName()).isEqualTo("Paul");
    }

    private UUID comesIn() {
        var account = accounts.withMail(mail, "Amina").id();
        assertThat(accounts.signedIn(account)).isPresent();
        return account;
    }

    private void night() {
        familiesEveryNight.execute(null, null);
        accountsEveryNight.execute(null, null);
    }

    private <T> T inCentre(Supplier<T> work) {
        return CurrentCentre.in(here.id(), work::get);
    }

    private void assertForgotten(UUID account) {
        assertThat(accounts.findByMail(mail)).isEmpty();
        assertThat(accounts.find(account)).hasValueSatisfying(found -> {
            assertThat(found.displayName()).isEmpty();
            assertThat(found.mail()).isEmpty();
            assertThat(found.disabled()).isTrue();
        });
        assertThat(forgettings(account)).hasSize(1);
    }

    private List<AuditRecord> forgettings(UUID account) {
        return audit.of("account", account).stream().filter(line -> line.action().equals("account-forgotten")).toList();
    }
}
