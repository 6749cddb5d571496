package fr.preau.accounts.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.accounts.AccountService;
import fr.preau.accounts.DemoPersonas;
import fr.preau.accounts.DeskCode;
import fr.preau.accounts.signin.RateLimits.Rule;
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
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Each limit of the door alone: without it, its test fails, whatever the others do. */
@PreauTest
class SignInLimitsTest {

    private static final String PASSWORD = "un cheval bleu mange du quinoa";
    private static final String NAME = "Amina Benali";
    private static int hours;

    @Autowired
    private LinkService links;
    @Autowired
    private DeskCodeService codes;
    @Autowired
    private PasswordService passwords;
    @Autowired
    private PasskeyService passkeys;
    @Autowired
    private SecondFactorService factors;
    @Autowired
    private RecoveryCodeService papers;
    @Autowired
    private AccountService accounts;
    @Autowired
    private KnownBrowsers browsers;
    @Autowired
    private RateLimits limits;
    @Autowired
    private TestCentres centres;
    @Autowired
    private TestClock clock;
    @Autowired
    private JdbcTemplate jdbc;

    private final AuthenticatorApp app = AuthenticatorApp.withSomeSecret();
    private final Visitor here = new Visitor("192.0.2.1", "this browser", null);
    private final Visitor elsewhere = new Visitor("192.0.2.2", "another browser", null);
    private final String mail = "amina" + Ids.next() + "@exemple.fr";
    private CentreRecord centre;

    /** Later than the test before: nobody's tries are used up; and none comes back while a test is slow. */
    @BeforeEach
    void anotherDay() {
        clock.stop();
        clock.pass(Duration.ofHours(3L * ++hours));
        centre = centres.open();
    }

    // The second factor

    @Test
    void fiveWrongCodesEndAStepAndTheNextStepOpens() {
        equipped();
        var step = step(here);
        wrong(5, step, here);
        assertRefused(factors.secondFactor(step, app.shows(clock.instant()), here), SignInRefusal.STEP_OVER);

        assertIn(factors.secondFactor(step(here), app.shows(clock.instant()), here));
    }

    @Test
    void tenWrongCodesInAnHourEndAnAccountsTriesAlsoWhenNoStepHasSeenFive() {
        var account = equipped();
        wrong(4, step(here), here);
        wrong(4, step(elsewhere), elsewhere);
        wrong(2, step(here), here);
        assertRefused(factors.secondFactor(step(here), app.shows(clock.instant()), here), SignInRefusal.TOO_OFTEN);

        var known = knownTo(account);
        assertIn(factors.secondFactor(step(known), app.shows(clock.instant()), known));
        clock.pass(Duration.ofHours(1));
        assertIn(factors.secondFactor(step(here), app.shows(clock.instant()), here));
    }

    @Test
    void tenWrongCodesInAnHourEndTheTriesOfItsOwnBrowserToo() {
        var known = knownTo(equipped());
        wrong(4, step(known), known);
        wrong(4, step(known), known);
        wrong(2, step(known), known);
        assertRefused(factors.secondFactor(step(known), app.shows(clock.instant()), known), SignInRefusal.TOO_OFTEN);
    }

    @Test
    void whoeverSitsAtAnOpenScreenGuessesNoCodeOfTheAppThere() {
        SignIn.asResident(equipped());
        for (int i = 0; i < 10; i++) {
            assertThat(factors.forgetMySecondFactor("000000")).contains(SignInRefusal.FACTOR_WRONG);
        }
        assertThat(factors.forgetMySecondFactor(app.shows(clock.instant()))).contains(SignInRefusal.TOO_OFTEN);
        assertThat(papers.newRecoveryCodes(app.shows(clock.instant()))).isEmpty();

        clock.pass(Duration.ofHours(1));
        assertThat(papers.newRecoveryCodes(app.shows(clock.instant()))).isPresent();
    }

    // Codes from reception

    @Test
    void fiveWrongDigitsUseASlipUpWhereverTheyComeFrom() {
        var code = code(NAME);
        for (int i = 0; i < 5; i++) {
            assertRefused(codes.signIn(slip(code), "x", stranger(i), WayOn.HOME), SignInRefusal.CODE_WRONG);
        }
        assertRefused(codes.signIn(slip(code), code.digits(), here, WayOn.HOME), SignInRefusal.SLIP_USED_UP);
    }

    @Test
    void fourWrongDigitsDoNotUseASlipUp() {
        var code = code(NAME);
        for (int i = 0; i < 4; i++) {
            codes.signIn(slip(code), "x", stranger(i), WayOn.HOME);
        }
        assertIn(codes.signIn(slip(code), code.digits(), here, WayOn.HOME));
    }

    @Test
    void aLineTriesFortySlips() {
        for (int i = 0; i < 40; i++) {
            assertRefused(codes.signIn(Ids.next(), "123456", here, WayOn.HOME), SignInRefusal.SLIP_USED_UP);
        }
        var code = code(NAME);
        assertRefused(codes.signIn(slip(code), code.digits(), here, WayOn.HOME), SignInRefusal.CODES_TOO_OFTEN);
        assertIn(codes.signIn(slip(code), code.digits(), elsewhere, WayOn.HOME));
    }

    /** When the name's own tries have come back, the code still knows what it has seen. */
    @Test
    void tenWrongGuessesShutAShortCodeForGood() {
        var code = code(NAME);
        guess(10);
        clock.pass(Duration.ofMinutes(5));
        assertRefused(codes.signIn(NAME, code.digits(), here, WayOn.HOME), SignInRefusal.CODE_WRONG);
    }

    @Test
    void nineWrongGuessesDoNotShutAShortCode() {
        var code = code(NAME);
        guess(9);
        assertIn(codes.signIn(NAME, code.digits(), here, WayOn.HOME));
    }

    @Test
    void tenThousandWrongGuessesShutALongCode() {
        var account = accounts.withoutMail(NAME).id();
        code(account);
        var code = code(account);
        jdbc.update("UPDATE sign_in_ticket SET wrong_guesses = 9999 WHERE id = ?", slip(code));
        guess(1);
        assertThat(codes.signIn(NAME, code.digits(), here, WayOn.HOME)).isInstanceOf(Outcome.Refused.class);
        assertIn(codes.signIn(NAME, code(accounts.withoutMail(NAME).id()).digits(), here, WayOn.HOME));
    }

    @Test
    void aNameIsTriedTenTimesInTenMinutesWhetherItHasACodeOrNot() {
        guess(10);
        assertRefused(codes.signIn(NAME, "123456", here, WayOn.HOME), SignInRefusal.CODES_TOO_OFTEN);
        clock.pass(Duration.ofMinutes(10));
        assertRefused(codes.signIn(NAME, "123456", here, WayOn.HOME), SignInRefusal.CODE_WRONG);
    }

    @Test
    void aLineTriesFortyNames() {
        var code = code(NAME);
        for (int i = 0; i < 40; i++) {
            assertRefused(codes.signIn("Voisin " + i, "123456", here, WayOn.HOME), SignInRefusal.CODE_WRONG);
        }
        assertRefused(codes.signIn(NAME, code.digits(), here, WayOn.HOME), SignInRefusal.CODES_TOO_OFTEN);
        assertIn(codes.signIn(NAME, code.digits(), elsewhere, WayOn.HOME));
    }

    @Test
    void theWholeDoorLooksAtTenThousandShortCodesAndStillAtLongOnes() {
        var given = code(NAME);
        assertThat(spend(Rule.CODES_OF_ALL, "")).isEqualTo(10_000);
        assertRefused(codes.signIn(NAME, given.digits(), here, WayOn.HOME), SignInRefusal.CODES_TOO_OFTEN);

        assertIn(codes.signIn("Lucie Morel", code("Lucie Morel").digits(), elsewhere, WayOn.HOME));
    }

    @Test
    void theRightCodeCostsNoTry() {
        for (int i = 0; i < 50; i++) {
            assertIn(codes.signIn(NAME, code(NAME).digits(), here, WayOn.HOME));
            var printed = code(NAME);
            assertIn(codes.signIn(slip(printed), printed.digits(), here, WayOn.HOME));
        }
    }

    // Passwords

    @Test
    void aLineTriesThirtyPasswords() {
        equipped();
        assertThat(spend(Rule.PASSWORDS_OF_A_LINE, here.network())).isEqualTo(30);
        assertRefused(passwords.password(mail, PASSWORD, here, WayOn.HOME), SignInRefusal.TOO_OFTEN);
        step(elsewhere);
    }

    @Test
    void strangersTryTwentyPasswordsOfAnAccount() {
        var account = equipped();
        assertThat(spend(Rule.PASSWORDS_OF_AN_ACCOUNT, mail)).isEqualTo(20);
        assertRefused(passwords.password(mail, PASSWORD, elsewhere, WayOn.HOME), SignInRefusal.TOO_OFTEN);
        step(knownTo(account));
    }

    @Test
    void aBrowserThatTheAccountKnowsTriesTwentyPasswords() {
        var known = knownTo(equipped());
        assertThat(spend(Rule.PASSWORDS_FROM_ITS_BROWSER, mail)).isEqualTo(20);
        assertRefused(passwords.password(mail, PASSWORD, known, WayOn.HOME), SignInRefusal.TOO_OFTEN);
        step(elsewhere);
    }

    @Test
    void theWholeDoorTriesAThousandPasswordsOfStrangers() {
        var account = equipped();
        assertThat(spend(Rule.PASSWORDS_OF_ALL, "")).isEqualTo(1_000);
        assertRefused(passwords.password(mail, PASSWORD, here, WayOn.HOME), SignInRefusal.TOO_OFTEN);
        step(knownTo(account));
    }

    @Test
    void whoeverSitsAtAnOpenScreenGuessesNoPasswordThere() {
        var account = equipped();
        SignIn.asResident(account);
        spend(Rule.PASSWORDS_FROM_ITS_BROWSER, account.toString());
        assertThat(passwords.changeMyPassword(PASSWORD, "une girafe lit trois romans", "une girafe lit trois romans"))
                .contains(SignInRefusal.TOO_OFTEN);
    }

    // Links

    @Test
    void aLineAsksForFortyLinks() {
        assertThat(spend(Rule.LINKS_OF_A_LINE, here.network())).isEqualTo(40);
        assertThat(links.sendLink(mail, here, WayOn.HOME)).contains(SignInRefusal.TOO_OFTEN);
        assertThat(links.sendLink(mail, elsewhere, WayOn.HOME)).isEmpty();
    }

    @Test
    void strangersAskForFiveLinksToAnAddress() {
        for (int i = 0; i < 5; i++) {
            assertThat(links.sendLink(mail, stranger(i), WayOn.HOME)).isEmpty();
        }
        assertThat(links.sendLink(mail, here, WayOn.HOME)).contains(SignInRefusal.TOO_OFTEN);
        assertThat(links.sendLink("un.autre" + mail, here, WayOn.HOME)).isEmpty();
    }

    @Test
    void aBrowserThatTheAccountKnowsAsksForFiveLinks() {
        var known = knownTo(accounts.withMail(new EmailAddress(mail), "Amina").id());
        for (int i = 0; i < 5; i++) {
            assertThat(links.sendLink(mail, known, WayOn.HOME)).isEmpty();
        }
        assertThat(links.sendLink(mail, known, WayOn.HOME)).contains(SignInRefusal.TOO_OFTEN);
        assertThat(links.sendLink(mail, elsewhere, WayOn.HOME)).isEmpty();
    }

    @Test
    void theWholeDoorSendsAThousandLinksToStrangers() {
        var known = knownTo(accounts.withMail(new EmailAddress(mail), "Amina").id());
        assertThat(spend(Rule.LINKS_OF_ALL, "")).isEqualTo(1_000);
        assertThat(links.sendLink(mail, here, WayOn.HOME)).contains(SignInRefusal.TOO_OFTEN);
        assertThat(links.sendLink(mail, known, WayOn.HOME)).isEmpty();
    }

    // Passkeys and the demonstration

    @Test
    void aLineAsksForSixtyQuestionsToAPasskey() {
        assertThat(spend(Rule.PASSKEYS_OF_A_LINE, here.network())).isEqualTo(60);
        assertThat(passkeys.ask(here, WayOn.HOME)).isEmpty();
        assertThat(passkeys.ask(elsewhere, WayOn.HOME)).isPresent();
    }

    @Test
    void aBrowserThatAnAccountKnowsAsksForThirtyQuestionsToAPasskey() {
        var account = equipped();
        assertThat(spend(Rule.PASSKEYS_FROM_ITS_BROWSER, account.toString())).isEqualTo(30);
        assertThat(passkeys.ask(knownTo(account), WayOn.HOME)).isEmpty();
        assertThat(passkeys.ask(elsewhere, WayOn.HOME)).isPresent();
    }

    @Test
    void theWholeDoorAsksAThousandQuestionsToPasskeysOfStrangers() {
        var account = equipped();
        assertThat(spend(Rule.PASSKEYS_OF_ALL, "")).isEqualTo(1_000);
        assertThat(passkeys.ask(here, WayOn.HOME)).isEmpty();
        assertThat(passkeys.ask(knownTo(account), WayOn.HOME)).isPresent();
    }

    @Test
    void aLineComesIntoTheDemonstrationAHundredAndTwentyTimes() {
        var account = accounts.withoutMail(NAME).id();
        var demonstration = new DemoDoor(only(() -> List.of(new DemoPersonas.Persona("famille", "x", List.of(), account))), accounts, limits);
        assertThat(spend(Rule.DEMONSTRATION_OF_A_LINE, here.network())).isEqualTo(120);
        assertRefused(demonstration.signIn("famille", here, WayOn.HOME).orElseThrow(), SignInRefusal.TOO_OFTEN);
        assertIn(demonstration.signIn("famille", elsewhere, WayOn.HOME).orElseThrow());
    }

    // What the tests say often

    /** Uses all tries of a rule up, as strangers would, and says how many there were. */
    private int spend(Rule rule, String who) {
        int times = 0;
        while (limits.take(rule, who)) {
            times++;
        }
        return times;
    }

    private void guess(int times) {
        for (int i = 0; i < times; i++) {
            assertRefused(codes.signIn(NAME, "x", stranger(i), WayOn.HOME), SignInRefusal.CODE_WRONG);
        }
    }

    private void wrong(int times, UUID step, Visitor visitor) {
        for (int i = 0; i < times; i++) {
            assertRefused(factors.secondFactor(step, "000000", visitor), SignInRefusal.FACTOR_WRONG);
        }
    }

    private UUID step(Visitor visitor) {
        var outcome = passwords.password(mail, PASSWORD, visitor, WayOn.HOME);
        assertThat(outcome).isInstanceOf(Outcome.Next.class);
        return ((Outcome.Next) outcome).step();
    }

    private UUID equipped() {
        var account = accounts.withMail(new EmailAddress(mail), "Samia").id();
        accounts.grant(account, Role.RECEPTION, centre.id());
        passwords.give(account, PASSWORD);
        factors.give(account, app.secret());
        return account;
    }

    private Visitor knownTo(UUID account) {
        return new Visitor("192.0.2.3", "its browser", browsers.remember(account));
    }

    private DeskCode code(String name) {
        return code(accounts.withoutMail(name).id());
    }

    private DeskCode code(UUID account) {
        SignIn.as(centre.id(), Role.RECEPTION);
        try {
            return CurrentCentre.in(centre.id(), () -> codes.make(account));
        } finally {
            SignIn.out();
        }
    }

    private static UUID slip(DeskCode code) {
        return UUID.fromString(code.path().substring(code.path().lastIndexOf('/') + 1));
    }

    private static Visitor stranger(int number) {
        return new Visitor("stranger " + number, "browser " + number, null);
    }

    private static ObjectProvider<DemoPersonas> only(DemoPersonas personas) {
        return new ObjectProvider<>() {
            @Override
            public Stream<DemoPersonas> stream() {
                return Stream.of(personas);
            }
        };
    }

    private static void assertIn(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.In.class);
    }

    private static void assertRefused(Outcome outcome, SignInRefusal why) {
        assertThat(outcome).isEqualTo(new Outcome.Refused(why));
    }
}
