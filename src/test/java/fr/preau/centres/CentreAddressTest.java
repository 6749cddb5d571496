package fr.preau.centres;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.centres.CentreAddress.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What centres are called in addresses, and with which letters. */
class CentreAddressTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Centre social des Phalempins           | phalempins
            Centre social L’Écho                   | l-echo
            Centre socio-culturel de la Bourgogne  | bourgogne
            MJC centre social du Virolois          | mjc-du-virolois
            Maison Cœur d’Îlot n° 3                | maison-coeur-d-ilot-n-3
            Centre social                          | centre-social
            Noël                                   | noel
            """)
    void aNameIsProposedWithoutAccentsAndWithoutWhatEveryCentreIs(String name, String proposed) {
        assertThat(CentreAddress.propose(name)).isEqualTo(proposed);
        assertThat(CentreAddress.fault(proposed)).isEmpty();
    }

    @Test
    void aNameWithoutLettersProposesNothingAndALongOneIsCut() {
        assertThat(CentreAddress.propose("…!")).isEmpty();
        assertThat(CentreAddress.propose("مركز")).as("no letters that go into our addresses").isEmpty();
        assertThat(CentreAddress.propose("a ".repeat(100))).hasSizeLessThanOrEqualTo(CentreAddress.LONGEST).doesNotEndWith("-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "É", "Lille", "a b", "a--b", "-a", "a-", "a/b", "../a", "<script>", "a%20b"})
    void whatIsNoPlainWordIsRefused(String typed) {
        assertThat(CentreAddress.fault(typed)).contains(Fault.MALFORMED);
    }

    @Test
    void theBeginningsOfOurOwnAddressesAreRefused() {
        assertThat(CentreAddress.fault("federation")).contains(Fault.RESERVED);
    }

    @Test
    void theLettersAreLikeTheNameAndAllDifferent() {
        assertThat(CentreCode.like("Centre social du Chemin Rouge").limit(3)).containsExactly("CHE", "CHM", "CHI");
        assertThat(CentreCode.like("12").findFirst()).as("a name without letters").contains("CEN");
        assertThat(CentreCode.like("É").findFirst()).contains("EEN");
        assertThat(CentreCode.like("Lille").distinct()).as("never at an end").hasSize(26 * 26 * 26);
        assertThat(CentreCode.like("Lille").filter(code -> !code.matches("[A-Z]{3}"))).isEqualTo(List.of());
    }
}
