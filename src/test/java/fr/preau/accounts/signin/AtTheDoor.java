package fr.preau.accounts.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.accounts.AccountService;
import fr.preau.accounts.DeskCode;
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
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who comes to the door in tests of it, and what the team and reception give them. */
@PreauTest
abstract class AtTheDoor {

    static final String PASSWORD = "un cheval bleu mange du quinoa";
    private static int days;

    @Autowired
    LinkService links;
    @Autowired
    DeskCodeService codes;
    @Autowired
    PasswordService passwords;
    @Autowired
    SecondFactorService factors;
    @Autowired
    RecoveryCodeService papers;
    @Autowired
    AccountService accounts;
    @Autowired
    KnownBrowsers browsers;
    @Autowired
    TestCentres centres;
    @Autowired
    TestClock clock;
    @Autowired
    JdbcTemplate jdbc;

    final AuthenticatorApp app = AuthenticatorApp.withSomeSecret();
    final String mail = "amina" + Ids.next() + "@exemple.fr";
    CentreRecord centre;

    /** Later than the test before: what that was given is over. */
    @BeforeEach
    void anotherDay() {
        clock.reset();
        clock.pass(Duration.ofDays(++days));
        centre = centres.open();
    }

    /** What reception reads out to somebody of this name, who is new. */
    DeskCode code(String name) {
        return code(accounts.withoutMail(name).id());
    }

    /** What reception reads out. */
    DeskCode code(UUID account) {
        SignIn.as(centre.id(), Role.RECEPTION);
        try {
            return atTheDesk(account);
        } finally {
            SignIn.out();
        }
    }

    /** The same for whoever is signed in. */
    DeskCode atTheDesk(UUID account) {
        return CurrentCentre.in(centre.id(), () -> codes.make(account));
    }

    UUID member(Role role) {
        var account = accounts.withMail(new EmailAddress(mail), "Samia").id();
        accounts.grant(account, role, centre.id());
        return account;
    }

    /** Of the team, with a password and an app. */
    UUID equipped(Role role) {
        var account = member(role);
        passwords.give(account, PASSWORD);
        factors.give(account, app.secret());
        return account;
    }

    /** What stands at the end of an address. */
    static UUID slip(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    static Visitor stranger(int number) {
        return new Visitor("stranger " + number, "browser " + number, null);
    }

    static Outcome.In in(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.In.class);
        return (Outcome.In) outcome;
    }

    static UUID next(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Next.class);
        return ((Outcome.Next) outcome).step();
    }

    static SignInRefusal refused(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused) outcome).why();
    }
}
