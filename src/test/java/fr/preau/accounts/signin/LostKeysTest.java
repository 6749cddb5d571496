package fr.preau.accounts.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.accounts.SignInLetter;
import fr.preau.accounts.SignInLetters;
import fr.preau.accounts.SignInPost;
import fr.preau.base.Role;
import fr.preau.testing.SignIn;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who has lost telephone and paper, and whoever has learned her password. */
class LostKeysTest extends AtTheDoor {

    private static final String ANOTHER = "une girafe lit trois romans";

    @Autowired
    private SignInLetters letters;

    private final Visitor phone = new Visitor("192.0.2.1", "this browser", null);
    private final Visitor stranger = stranger(1);

    @Test
    void theOldPasswordAloneMakesNoNewApp() {
        var account = equipped(Role.RECEPTION);
        var begun = next(passwords.password(mail, PASSWORD, stranger, WayOn.HOME));

        factors.forgetSecondFactor(account, "KEYS_LOST");

        assertThat(factors.secondStep(begun, stranger)).as("begun with the old password").isEmpty();
        assertThat(refused(factors.secondFactor(begun, app.shows(clock.instant()), stranger))).isEqualTo(SignInRefusal.STEP_OVER);
        assertThat(refused(passwords.password(mail, PASSWORD, stranger, WayOn.HOME))).isEqualTo(SignInRefusal.PASSWORD_WRONG);
        assertThat(refused(passwords.password(mail, "", stranger, WayOn.HOME))).isEqualTo(SignInRefusal.PASSWORD_WRONG);
    }

    /** Comparing a password takes a moment. */
    @Test
    void norWhenTheKeysAreForgottenWhileThePasswordIsCompared() {
        var account = equipped(Role.RECEPTION);
        var compared = kept(account);
        factors.forgetSecondFactor(account, "KEYS_LOST");

        var begun = next(factors.begin(account, compared, stranger, WayOn.HOME));

        assertThat(factors.secondStep(begun, stranger)).isEmpty();
        assertThat(refused(factors.secondFactor(begun, app.shows(clock.instant()), stranger))).isEqualTo(SignInRefusal.STEP_OVER);
    }

    /** And so does making the new one of the old one. */
    @Test
    void norDoesAChangeOfThePasswordThatHadBegunMakeOneAgain() {
        var account = equipped(Role.RECEPTION);
        var compared = kept(account);
        passwords.give(account, ANOTHER);
        var another = kept(account);
        passwords.give(account, PASSWORD);

        assertThat(passwords.replace(account, compared, another)).as("another one by now").contains(SignInRefusal.CURRENT_PASSWORD_WRONG);
        assertThat(kept(account)).isNotEqualTo(another);
        compared = kept(account);
        factors.forgetSecondFactor(account, "KEYS_LOST");
        assertThat(passwords.replace(account, compared, another)).as("taken away").contains(SignInRefusal.CURRENT_PASSWORD_WRONG);
        assertThat(refused(passwords.password(mail, ANOTHER, stranger, WayOn.HOME))).isEqualTo(SignInRefusal.PASSWORD_WRONG);
    }

    @Test
    void theLetterLeadsByTheMailboxToANewPasswordAndANewApp() {
        var account = equipped(Role.RECEPTION);
        factors.forgetSecondFactor(account, "KEYS_LOST");

        assertThat(passwords.isChosen(account)).as("is written to as somebody who comes again").isTrue();
        assertThat(letters.write(SignInPost.Kind.NEW_KEYS, account).map(SignInLetter::path)).contains("/connexion/mot-de-passe");
        assertThat(links.sendPasswordLink(mail, phone, WayOn.HOME)).isEmpty();
        var step = next(passwords.choosePassword(token(), ANOTHER, ANOTHER, phone));
        var made = new AuthenticatorApp(fromBase32(factors.secondStep(step, phone).orElseThrow().typed()));
        var in = in(factors.secondFactor(step, made.shows(clock.instant()), phone));
        assertThat(in.user().account()).isEqualTo(account);
        assertThat(in.recoveryCodes()).hasSize(10);
        next(passwords.password(mail, ANOTHER, phone, WayOn.HOME));
        assertThat(refused(passwords.password(mail, PASSWORD, phone, WayOn.HOME))).isEqualTo(SignInRefusal.PASSWORD_WRONG);
    }

    @Test
    void anotherCentreThatInvitesHerMeanwhileLeadsHerToAPasswordToo() {
        var account = equipped(Role.RECEPTION);
        assertThat(letters.write(SignInPost.Kind.INVITATION, account).map(SignInLetter::kind)).contains("another-centre");
        factors.forgetSecondFactor(account, "KEYS_LOST");
        assertThat(letters.write(SignInPost.Kind.INVITATION, account).map(SignInLetter::path)).contains("/connexion/mot-de-passe");
    }

    @Test
    void whoChangesPhonesHerselfKeepsHerPassword() {
        SignIn.asResident(equipped(Role.RECEPTION));
        assertThat(factors.forgetMySecondFactor(app.shows(clock.instant()))).isEmpty();
        SignIn.out();
        next(passwords.password(mail, PASSWORD, phone, WayOn.HOME));
    }

    private String kept(UUID account) {
        return jdbc.queryForObject("SELECT hash FROM staff_password WHERE account_id = ?", String.class, account.toString());
    }

    private String token() {
        var ticket = jdbc.queryForObject("SELECT id FROM sign_in_ticket WHERE email = ? ORDER BY made_at DESC LIMIT 1", String.class, mail);
        String path = letters.write(SignInPost.Kind.PASSWORD, UUID.fromString(ticket)).orElseThrow().path();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static byte[] fromBase32(String typed) {
        var bits = new StringBuilder();
        typed.chars().forEach(c -> bits.append(String.format("%5s", Integer.toBinaryString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c))).replace(' ', '0')));
        var bytes = new byte[bits.length() / 8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
        }
        return bytes;
    }
}
