package fr.preau.accounts.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import fr.preau.base.EmailAddress;
import fr.preau.base.Ids;
import fr.preau.centres.CentreRecord;
import fr.preau.centres.CentreService;
import fr.preau.centres.Contact;
import fr.preau.centres.HolidayZone;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long rather than clever. */
class PasswordRulesTest {

    private static final EmailAddress OWNER = new EmailAddress("samia.ferhat@belencontre.example");

    private final CentreService centres = mock(CentreService.class);
    private PasswordRules rules;

    @BeforeEach
    void aCentre() {
        when(centres.all()).thenReturn(List.of(new CentreRecord(Ids.next(), "belencontre", "Centre Belencontre", "Belencontre", "BEL",
                new Contact("", "", "", "", "", ""), HolidayZone.B, ZoneId.of("Europe/Paris"))));
        rules = new PasswordRules(centres);
    }

    @ParameterizedTest
    @ValueSource(strings = {"un cheval bleu mange du quinoa", "Zt7!kQ9p-Lm2", "les girafes lisent lentement", "девочка и старый кот", "日本語のとても長い合言葉です"})
    void whatNobodyTriesFirstWillDo(String password) {
        assertThat(rules.refusal(password, OWNER)).isEmpty();
    }

    @Test
    void elevenCharactersAreTooFewAndTwelveEnough() {
        assertThat(rules.refusal("Zt7!kQ9p-Lm", OWNER)).contains(SignInRefusal.PASSWORD_TOO_SHORT);
        assertThat(rules.refusal("Zt7!kQ9p-Lm2", OWNER)).isEmpty();
        assertThat(rules.refusal("ab c".repeat(60), OWNER)).contains(SignInRefusal.PASSWORD_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"motdepasse123", "azertyuiop123", "aaaaaaaaaaaaaa", "123456789012", "Belencontre2026!", "samia.ferhat1234", "m0tdep@sse2026",
        "qwertyuiopasdf", "passwordpassword"})
    void whatEverybodyTriesFirstWillNot(String password) {
        assertThat(rules.refusal(password, OWNER)).contains(SignInRefusal.PASSWORD_COMMON);
    }
}
