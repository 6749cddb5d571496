package fr.preau.accounts.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.accounts.signin.RateLimits.Rule;
import org.junit.jupiter.api.Test;

/** More than a form takes is no name and no code: it is answered like a wrong one, before any work and without a try. */
class LongWordsTest extends LimitsTest {

    @Test
    void aNameOfPagesIsNobodys() {
        var code = code(NAME);

        assertRefused(codes.signIn("Amina" + " ".repeat(200) + "Benali", code.digits(), here, WayOn.HOME), SignInRefusal.CODE_WRONG);
        assertThat(spend(Rule.CODES_OF_A_LINE, here.network())).isEqualTo(40);
        assertIn(codes.signIn("Amina" + " ".repeat(100) + "Benali", code.digits(), elsewhere, WayOn.HOME));
    }

    @Test
    void aCodeOfPagesIsNone() {
        var code = code(NAME);
        String digits = code.digits() + " ".repeat(20);

        assertRefused(codes.signIn(NAME, digits, here, WayOn.HOME), SignInRefusal.CODE_WRONG);
        assertRefused(codes.signIn(slip(code.path()), digits, here, WayOn.HOME), SignInRefusal.CODE_WRONG);
        assertThat(spend(Rule.SLIPS_OF_A_LINE, here.network())).isEqualTo(40);
        assertIn(codes.signIn(NAME, code.shown(), here, WayOn.HOME));
    }
}
