package fr.preau.accounts.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.accounts.SignInLetter;
import fr.preau.accounts.SignInPost;
import fr.preau.base.EmailAddress;
import fr.preau.base.Ids;
import fr.preau.base.Role;
import fr.preau.testing.SignIn;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The team comes in by a password and a second key, and changes both. */
class TwoKeysTest extends ByLetters {

    @Test
    void staffComesInWithBothKeysAndNotWithOne() {
        var account = equipped(Role.RECEPTION);
        assertThat(refused(passwords.password(mail, "pas le bon mot", phone, WayOn.HOME))).isEqualTo(SignInRefusal.PASSWORD_WRONG);
        var step = next(passwords.password(mail, PASSWORD, phone, WayOn.HOME));
        assertThat(refused(factors.secondFactor(step, "000000", phone))).isEqualTo(SignInRefusal.FACTOR_WRONG);
        assertThat(refused(factors.secondFactor(step, app.shows(clock.instant()), new Visitor("192.0.2.1", "another", null))))
                .isEqualTo(SignInRefusal.STEP_OVER);
        assertThat(in(factors.secondFactor(step, app.shows(clock.instant()), phone)).user().account()).isEqualTo(account);
        assertThat(refused(factors.secondFactor(step, app.shows(clock.instant()), phone))).isEqualTo(SignInRefusal.STEP_OVER);
    }

    @Test
    void aCodeOfTheAppIsGoodOnce() {
        equipped(Role.RECEPTION);
        String code = app.shows(clock.instant());
        in(factors.secondFactor(next(passwords.password(mail, PASSWORD, phone, WayOn.HOME)), code, phone));
        assertThat(refused(factors.secondFactor(next(passwords.password(mail, PASSWORD, phone, WayOn.HOME)), code, phone)))
                .isEqualTo(SignInRefusal.FACTOR_USED);
    }

    @Test
    void aCodeOnPaperIsGoodOnce() {
        var account = equipped(Role.RECEPTION);
        SignIn.asResident(account);
        var paper = newCodes(app.shows(clock.instant()));
        assertThat(paper).hasSize(10).doesNotHaveDuplicates();
        SignIn.out();
        in(factors.secondFactor(next(passwords.password(mail, PASSWORD, phone, WayOn.HOME)), paper.getFirst().toLowerCase(), phone));
        assertThat(refused(factors.secondFactor(next(passwords.password(mail, PASSWORD, phone, WayOn.HOME)), paper.getFirst(), phone)))
                .isEqualTo(SignInRefusal.FACTOR_WRONG);
        SignIn.asResident(account);
        assertThat(papers.recoveryCodesLeft()).isEqualTo(9);
    }

    @Test
    void wrongUnknownAndNotOfTheStaffAreOneAnswer() {
        equipped(Role.RECEPTION);
        var resident = "paul" + Ids.next() + "@exemple.fr";
        accounts.withMail(new EmailAddress(resident), "Paul");
        for (var who : List.of(mail, resident, "personne@exemple.fr", "pas une adresse")) {
            assertThat(refused(passwords.password(who, "pas le bon mot", phone, WayOn.HOME))).as(who).isEqualTo(SignInRefusal.PASSWORD_WRONG);
        }
    }

    @Test
    void strangersWhoGuessPasswordsDoNotShutTheOwnerOut() {
        var account = equipped(Role.DIRECTOR);
        boolean inside = IntStream.range(0, 1_000)
                .anyMatch(i -> passwords.password(mail, "mot de passe " + i, stranger(i), WayOn.HOME) instanceof Outcome.Next);
        assertThat(inside).isFalse();
        assertThat(refused(passwords.password(mail, PASSWORD, stranger(20_000), WayOn.HOME))).isEqualTo(SignInRefusal.PASSWORDS_TOO_OFTEN);
        var owner = new Visitor("192.0.2.1", "this browser", browsers.remember(account));
        in(factors.secondFactor(next(passwords.password(mail, PASSWORD, owner, WayOn.HOME)), app.shows(clock.instant()), owner));
    }

    @Test
    void aNewMemberChoosesAPasswordAndShowsTheAppTheFirstTime() {
        member(Role.ANIMATOR);
        links.sendPasswordLink(mail, phone, WayOn.HOME);
        String token = token(SignInPost.Kind.PASSWORD);
        assertThat(refused(passwords.choosePassword(token, "court", "court", phone))).isEqualTo(SignInRefusal.PASSWORD_TOO_SHORT);
        assertThat(refused(passwords.choosePassword(token, PASSWORD, PASSWORD + "!", phone))).isEqualTo(SignInRefusal.PASSWORDS_DIFFER);
        var step = next(passwords.choosePassword(token, PASSWORD, PASSWORD, phone));
        assertThat(refused(passwords.choosePassword(token, PASSWORD, PASSWORD, phone))).isEqualTo(SignInRefusal.LINK_USED);
        var shown = factors.secondStep(step, phone).orElseThrow();
        assertThat(shown.address()).startsWith("otpauth://totp/").contains("secret=" + shown.typed());
        var code = Totp.code(fromBase32(shown.typed()), Totp.step(clock.instant()));
        assertThat(in(factors.secondFactor(step, code, phone)).recoveryCodes()).hasSize(10);
    }

    @Test
    void aResidentWhoAsksForAPasswordReadsThatNoneIsNeeded() {
        accounts.withMail(new EmailAddress(mail), "Amina");
        assertThat(links.sendPasswordLink(mail, phone, WayOn.HOME)).isEmpty();
        assertThat(letters.write(SignInPost.Kind.PASSWORD, lastTicket(mail)).map(SignInLetter::kind)).contains("no-password");
    }

    @Test
    void whoChangesThePasswordNeedsTheOneUntilNow() {
        var account = equipped(Role.RECEPTION);
        SignIn.asResident(account);
        assertThat(passwords.changeMyPassword("pas le bon", "une girafe lit trois romans", "une girafe lit trois romans"))
                .contains(SignInRefusal.CURRENT_PASSWORD_WRONG);
        assertThat(passwords.changeMyPassword(PASSWORD, "azertyuiop123", "azertyuiop123")).contains(SignInRefusal.PASSWORD_COMMON);
        int before = accounts.find(account).orElseThrow().round();
        assertThat(passwords.changeMyPassword(PASSWORD, "une girafe lit trois romans", "une girafe lit trois romans")).isEmpty();
        assertThat(accounts.find(account).orElseThrow().round()).isGreaterThan(before);
        SignIn.out();
        next(passwords.password(mail, "une girafe lit trois romans", phone, WayOn.HOME));
    }

    @Test
    void whoChangesPhonesBeginsWithANewAppAtTheNextSignIn() {
        SignIn.asResident(equipped(Role.RECEPTION));
        assertThat(factors.forgetMySecondFactor("000000")).contains(SignInRefusal.FACTOR_WRONG);
        assertThat(factors.forgetMySecondFactor(app.shows(clock.instant()))).isEmpty();
        SignIn.out();
        var step = next(passwords.password(mail, PASSWORD, phone, WayOn.HOME));
        assertThat(factors.secondStep(step, phone).orElseThrow().typed()).isNotNull();
    }

    private List<String> newCodes(String code) {
        return ((NewCodes.Made) papers.newRecoveryCodes(code)).codes();
    }
}
