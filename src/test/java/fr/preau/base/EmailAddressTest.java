package fr.preau.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type for a mail address, and what is kept of it. */
class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({"amina@exemple.fr, amina@exemple.fr", "'  Amina.BENALI+gym@Exemple.FR ', amina.benali+gym@exemple.fr",
        "connor_7@a-b.exemple.org, connor_7@a-b.exemple.org"})
    void isTrimmedAndInLowerCase(String typed, String kept) {
        assertThat(EmailAddress.parse(typed)).contains(new EmailAddress(kept));
    }

    /** The name that mail servers know: a domain whose letters merely look alike has another one. */
    @ParameterizedTest
    @CsvSource({"amina@écho.fr, amina@xn--cho-9la.fr", "amina@ÉCHO.fr, amina@xn--cho-9la.fr", "amina@xn--cho-9la.fr, amina@xn--cho-9la.fr",
        "amina@почта.рф, amina@xn--80a1acny.xn--p1ai"})
    void hasTheDomainsNameInAscii(String typed, String kept) {
        assertThat(EmailAddress.parse(typed)).contains(new EmailAddress(kept));
    }

    @ParameterizedTest
    @ValueSource(strings = {"oṙange.fr", "οrange.fr", "orangé.fr", "orange\u200d\u0301.fr"})
    void lookAlikesOfADomainAreOthers(String domain) {
        assertThat(EmailAddress.parse("amina@" + domain).map(EmailAddress::value)).isNotEqualTo(EmailAddress.parse("amina@orange.fr").map(EmailAddress::value));
    }

    /** The last but one is the sign of Kelvin, whose small letter is our k. */
    @ParameterizedTest
    @ValueSource(strings = {"amína@exemple.fr", "аmina@exemple.fr", "amina\u0301@exemple.fr", "ａmina@exemple.fr", "\u212Aarim@exemple.fr", "élan@exemple.fr"})
    void nothingButAsciiStandsBeforeTheAt(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "@", "amina", "amina@", "@exemple.fr", "amina@exemple", "a@b@exemple.fr", "amina@.fr", "amina@exemple..fr", "amina@exemple.fr.",
        "amina@-exemple.fr", "amina@ex emple.fr", "amina@exem_ple.fr", "amina@。", "amina@xn--.fr", "a,b@exemple.fr"})
    void whatCannotBeAnAddressIsNone(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void halfALetterAndWhatCannotBeSeenIsNoDomain() {
        for (String domain : List.of("\ud800.fr", "\u00ad.fr", "exemple.fr\nb@exemple.fr", "\u0000.fr", "\u202eexemple.fr")) {
            assertThat(EmailAddress.parse("amina@" + domain)).isEmpty();
        }
    }

    @Test
    void isNeverLongerThanMailServersTake() {
        assertThat(EmailAddress.parse("a".repeat(64) + "@exemple.fr")).isPresent();
        assertThat(EmailAddress.parse("a".repeat(65) + "@exemple.fr")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "exemple.".repeat(40) + "fr")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "é".repeat(200) + ".fr")).isEmpty();
        assertThat(EmailAddress.parse(" ".repeat(600) + "amina@exemple.fr")).isEmpty();
    }

    @Test
    void whatWasKeptBeforeCanStillBeRead() {
        assertThat(new EmailAddress("élan@écho.fr").value()).isEqualTo("élan@écho.fr");
    }
}
