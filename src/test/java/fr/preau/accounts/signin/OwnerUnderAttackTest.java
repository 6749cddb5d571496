package fr.preau.accounts.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.accounts.SignInLetters;
import fr.preau.accounts.SignInPost;
import fr.preau.accounts.signin.RateLimits.Rule;
import fr.preau.base.EmailAddress;
import fr.preau.base.Role;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Strangers use tries up, and the owner comes with a browser that has never seen her: a new phone, or the PC of the desk. */
class OwnerUnderAttackTest extends LimitsTest {

    private static final Visitor STRANGER = stranger(666);

    @Autowired
    private SignInLetters letters;

    @Test
    void oneLineAloneUsesUpOnlyAPartOfAnAddressesLetters() {
        accounts.withMail(new EmailAddress(mail), "Amina");
        assertThat(IntStream.range(0, 100).filter(i -> links.sendLink(mail, STRANGER, WayOn.HOME).isEmpty())).hasSize(3);
        assertThat(links.sendLink(mail, STRANGER, WayOn.HOME)).as("the line has used its own up too").contains(SignInRefusal.TOO_OFTEN);

        assertThat(links.sendLink(mail, here, WayOn.HOME)).isEmpty();
        in(links.signIn(token(SignInPost.Kind.LINK), here));
    }

    @Test
    void fromOneLineAnAddressIsAskedForThreeLinks() {
        assertThat(spend(Rule.LINKS_OF_AN_ADDRESS_FROM_A_LINE, RateLimits.from(here, mail))).isEqualTo(3);
        assertThat(links.sendLink(mail, here, WayOn.HOME)).contains(SignInRefusal.LINKS_TOO_OFTEN);
        assertThat(links.sendLink("un.autre" + mail, here, WayOn.HOME)).isEmpty();
        assertThat(links.sendLink(mail, elsewhere, WayOn.HOME)).isEmpty();
    }

    @Test
    void aLinkThatHasLeftStaysGoodWhenNoOtherLeaves() {
        assertThat(links.sendLink(mail, here, WayOn.HOME)).isEmpty();
        String sent = token(SignInPost.Kind.LINK);
        for (int i = 0; i < 100; i++) {
            links.sendLink(mail, stranger(i), WayOn.HOME);
        }
        assertThat(links.sendLink(mail, here, WayOn.HOME)).contains(SignInRefusal.LINKS_TOO_OFTEN);
        in(links.signIn(sent, here));
    }

    @Test
    void whomTheMailDoorRefusesReceptionLetsInAtOnce() {
        var account = accounts.withMail(new EmailAddress(mail), "Amina Benali").id();
        for (int i = 0; i < 100; i++) {
            links.sendLink(mail, stranger(i), WayOn.HOME);
        }
        assertThat(links.sendLink(mail, here, WayOn.HOME)).contains(SignInRefusal.LINKS_TOO_OFTEN);
        in(codes.signIn("Amina Benali", code(account).digits(), here, WayOn.HOME));
    }

    @Test
    void aThousandGuessesFromOneLineLeaveTheOwnersTriesAlone() {
        equipped(Role.RECEPTION);
        long looked = IntStream.range(0, 1_000).mapToObj(i -> passwords.password(mail, "mot de passe " + i, STRANGER, WayOn.HOME))
                .filter(outcome -> refused(outcome) == SignInRefusal.PASSWORD_WRONG).count();
        assertThat(looked).isEqualTo(15);

        assertIn(factors.secondFactor(next(passwords.password(mail, PASSWORD, here, WayOn.HOME)), app.shows(clock.instant()), here));
    }

    @Test
    void fromOneLineAnAccountIsTriedWithFifteenPasswords() {
        equipped(Role.RECEPTION);
        assertThat(spend(Rule.PASSWORDS_OF_AN_ACCOUNT_FROM_A_LINE, RateLimits.from(here, mail))).isEqualTo(15);
        assertRefused(passwords.password(mail, PASSWORD, here, WayOn.HOME), SignInRefusal.PASSWORDS_TOO_OFTEN);
        next(passwords.password(mail, PASSWORD, elsewhere, WayOn.HOME));
    }

    @Test
    void whosePasswordIsNotLookedAtComesInByHerMailboxWithANewOneAndTheApp() {
        equipped(Role.RECEPTION);
        for (int i = 0; i < 1_000; i++) {
            passwords.password(mail, "mot de passe " + i, stranger(i), WayOn.HOME);
        }
        assertRefused(passwords.password(mail, PASSWORD, here, WayOn.HOME), SignInRefusal.PASSWORDS_TOO_OFTEN);

        assertThat(links.sendPasswordLink(mail, here, WayOn.HOME)).isEmpty();
        String other = "une girafe lit trois romans";
        var step = next(passwords.choosePassword(token(SignInPost.Kind.PASSWORD), other, other, here));
        assertIn(factors.secondFactor(step, app.shows(clock.instant()), here));
    }

    @Test
    void theTeamReadsItsOwnNextStepWhenItsLettersAreUsedUp() {
        equipped(Role.RECEPTION);
        spend(Rule.LINKS_OF_AN_ADDRESS, mail);
        assertThat(links.sendPasswordLink(mail, here, WayOn.HOME)).contains(SignInRefusal.STAFF_LINKS_TOO_OFTEN);
    }

    private String token(SignInPost.Kind kind) {
        var ticket = jdbc.queryForObject("SELECT id FROM sign_in_ticket WHERE email = ? ORDER BY made_at DESC, id DESC LIMIT 1", String.class, mail);
        String path = letters.write(kind, UUID.fromString(ticket)).orElseThrow().path();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
