package fr.preau.accounts.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.accounts.DemoPersonas;
import fr.preau.accounts.signin.RateLimits.Rule;
import fr.preau.base.EmailAddress;
import fr.preau.base.Role;
import fr.preau.testing.SignIn;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** Each limit on passwords, second factors, links, passkeys and the demonstration, alone. */
class SignInLimitsTest extends LimitsTest {

    @Autowired
    private PasskeyService passkeys;

    // The second factor

    @Test
    void fiveWrongCodesEndAStepAndTheNextStepOpens() {
        equipped(Role.RECEPTION);
        var step = step(here);
        wrong(5, step, here);
        assertRefused(factors.secondFactor(step, app.shows(clock.instant()), here), SignInRefusal.STEP_OVER);

        assertIn(factors.secondFactor(step(here), app.shows(clock.instant()), here));
    }

    @Test
    void tenWrongCodesInAnHourEndAnAccountsTriesAlsoWhenNoStepHasSeenFive() {
        var account = equipped(Role.RECEPTION);
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
        var known = knownTo(equipped(Role.RECEPTION));
        wrong(4, step(known), known);
        wrong(4, step(known), known);
        wrong(2, step(known), known);
        assertRefused(factors.secondFactor(step(known), app.shows(clock.instant()), known), SignInRefusal.TOO_OFTEN);
    }

    @Test
    void whoeverSitsAtAnOpenScreenGuessesNoCodeOfTheAppThere() {
        SignIn.asResident(equipped(Role.RECEPTION));
        for (int i = 0; i < 10; i++) {
            assertThat(factors.forgetMySecondFactor("000000")).contains(SignInRefusal.FACTOR_WRONG);
        }
        assertThat(factors.forgetMySecondFactor(app.shows(clock.instant()))).contains(SignInRefusal.TOO_OFTEN);
        assertThat(papers.newRecoveryCodes(app.shows(clock.instant()))).isEqualTo(new NewCodes.Refused(SignInRefusal.TOO_OFTEN));

        clock.pass(Duration.ofHours(1));
        assertThat(papers.newRecoveryCodes(app.shows(clock.instant()))).isInstanceOf(NewCodes.Made.class);
    }

    // Passwords

    @Test
    void aLineTriesThirtyPasswords() {
        equipped(Role.RECEPTION);
        assertThat(spend(Rule.PASSWORDS_OF_A_LINE, here.network())).isEqualTo(30);
        assertRefused(passwords.password(mail, PASSWORD, here, WayOn.HOME), SignInRefusal.PASSWORDS_TOO_OFTEN);
        step(elsewhere);
    }

    @Test
    void strangersTryTwentyPasswordsOfAnAccount() {
        var account = equipped(Role.RECEPTION);
        assertThat(spend(Rule.PASSWORDS_OF_AN_ACCOUNT, mail)).isEqualTo(20);
        assertRefused(passwords.password(mail, PASSWORD, elsewhere, WayOn.HOME), SignInRefusal.PASSWORDS_TOO_OFTEN);
        step(knownTo(account));
    }

    @Test
    void aBrowserThatTheAccountKnowsTriesTwentyPasswords() {
        var known = knownTo(equipped(Role.RECEPTION));
        assertThat(spend(Rule.PASSWORDS_FROM_ITS_BROWSER, mail)).isEqualTo(20);
        assertRefused(passwords.password(mail, PASSWORD, known, WayOn.HOME), SignInRefusal.PASSWORDS_TOO_OFTEN);
        step(elsewhere);
    }

    @Test
    void theWholeDoorTriesAThousandPasswordsOfStrangers() {
        var account = equipped(Role.RECEPTION);
        assertThat(spend(Rule.PASSWORDS_OF_ALL, "")).isEqualTo(1_000);
        assertRefused(passwords.password(mail, PASSWORD, here, WayOn.HOME), SignInRefusal.PASSWORDS_TOO_OFTEN);
        step(knownTo(account));
    }

    @Test
    void whoeverSitsAtAnOpenScreenGuessesNoPasswordThere() {
        var account = equipped(Role.RECEPTION);
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
        assertThat(links.sendLink(mail, here, WayOn.HOME)).contains(SignInRefusal.LINKS_TOO_OFTEN);
        assertThat(links.sendLink("un.autre" + mail, here, WayOn.HOME)).isEmpty();
    }

    @Test
    void aBrowserThatTheAccountKnowsAsksForFiveLinks() {
        var known = knownTo(accounts.withMail(new EmailAddress(mail), "Amina").id());
        for (int i = 0; i < 5; i++) {
            assertThat(links.sendLink(mail, known, WayOn.HOME)).isEmpty();
        }
        assertThat(links.sendLink(mail, known, WayOn.HOME)).contains(SignInRefusal.LINKS_TOO_OFTEN);
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
        var account = equipped(Role.RECEPTION);
        assertThat(spend(Rule.PASSKEYS_FROM_ITS_BROWSER, account.toString())).isEqualTo(30);
        assertThat(passkeys.ask(knownTo(account), WayOn.HOME)).isEmpty();
        assertThat(passkeys.ask(elsewhere, WayOn.HOME)).isPresent();
    }

    @Test
    void theWholeDoorAsksAThousandQuestionsToPasskeysOfStrangers() {
        var account = equipped(Role.RECEPTION);
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

    private void wrong(int times, UUID step, Visitor visitor) {
        for (int i = 0; i < times; i++) {
            assertRefused(factors.secondFactor(step, "000000", visitor), SignInRefusal.FACTOR_WRONG);
        }
    }

    private UUID step(Visitor visitor) {
        return next(passwords.password(mail, PASSWORD, visitor, WayOn.HOME));
    }

    private Visitor knownTo(UUID account) {
        return new Visitor("192.0.2.3", "its browser", browsers.remember(account));
    }

    private static ObjectProvider<DemoPersonas> only(DemoPersonas personas) {
        return new ObjectProvider<>() {
            @Override
            public Stream<DemoPersonas> stream() {
                return Stream.of(personas);
            }
        };
    }
}
