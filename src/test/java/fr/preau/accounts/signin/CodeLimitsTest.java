package fr.preau.accounts.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.accounts.signin.RateLimits.Rule;
import fr.preau.base.Ids;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Each limit on codes that reception gives, alone. */
class CodeLimitsTest extends LimitsTest {

    @Test
    void fiveWrongDigitsUseASlipUpWhereverTheyComeFrom() {
        var code = code(NAME);
        for (int i = 0; i < 5; i++) {
            assertRefused(codes.signIn(slip(code.path()), "x", stranger(i), WayOn.HOME), SignInRefusal.CODE_WRONG);
        }
        assertRefused(codes.signIn(slip(code.path()), code.digits(), here, WayOn.HOME), SignInRefusal.SLIP_USED_UP);
    }

    @Test
    void fourWrongDigitsDoNotUseASlipUp() {
        var code = code(NAME);
        for (int i = 0; i < 4; i++) {
            codes.signIn(slip(code.path()), "x", stranger(i), WayOn.HOME);
        }
        assertIn(codes.signIn(slip(code.path()), code.digits(), here, WayOn.HOME));
    }

    @Test
    void aLineTriesFortySlips() {
        for (int i = 0; i < 40; i++) {
            assertRefused(codes.signIn(Ids.next(), "123456", here, WayOn.HOME), SignInRefusal.SLIP_USED_UP);
        }
        var code = code(NAME);
        assertRefused(codes.signIn(slip(code.path()), code.digits(), here, WayOn.HOME), SignInRefusal.CODES_TOO_OFTEN);
        assertIn(codes.signIn(slip(code.path()), code.digits(), elsewhere, WayOn.HOME));
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
        jdbc.update("UPDATE sign_in_ticket SET wrong_guesses = 9999 WHERE id = ?", slip(code.path()));
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
            assertIn(codes.signIn(slip(printed.path()), printed.digits(), here, WayOn.HOME));
        }
    }

    private void guess(int times) {
        for (int i = 0; i < times; i++) {
            assertRefused(codes.signIn(NAME, "x", stranger(i), WayOn.HOME), SignInRefusal.CODE_WRONG);
        }
    }
}
