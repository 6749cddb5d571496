package fr.preau.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.MessageSource;

/** In what follows {@code _} is a narrow space that holds, {@code ~} a wide one. */
class FrenchSpacesTest {

    private static final Path BUNDLES = Path.of("src/main/resources/translations");
    private static final Pattern LOOSE = Pattern.compile("[ \\t][:;?!»](?:\\s|$)|«[ \\t]");

    private final MessageSource bundles = new TextsConfig().messageSource();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Qui vient ?                            | Qui vient_?",
        "Bonjour ! On se connecte ?             | Bonjour_! On se connecte_?",
        "Retirez ses rôles ; pour le reste      | Retirez ses rôles_; pour le reste",
        "Qui vient à « Cuisine » ?              | Qui vient à «_Cuisine_»_?",
        "Complet : 4 personnes attendent        | Complet~: 4~personnes attendent",
        "Tapez cette clé :                      | Tapez cette clé~:",
        "{0} : {1}                              | {0}~: {1}",
        "1<Il reste {0} places}                 | 1<Il reste {0}~places}",
        "Avant {0} h {1}, à 14 h 30 ou à 9 h.   | Avant {0}~h~{1}, à~14~h~30 ou à~9~h.",
        "{0} à {1}, puis à {2} là {3}           | {0} à~{1}, puis à~{2} là {3}",
        "en 80 lettres au plus, {0} Mo          | en 80~lettres au plus, {0}~Mo",
        "avec le n° …{0}, 3 dates               | avec le n°~…{0}, 3~dates",
        "2 € par personne, de 6 à 8 ans         | 2~€ par personne, de 6 à~8~ans"})
    void aMarkStaysWithItsWordAndANumberWithWhatItCounts(String typed, String printed) {
        assertThat(FrenchSpaces.spaced(typed)).isEqualTo(printed.replace('_', '\u202f').replace('~', '\u00a0'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Écrivez une heure comme 14:30 ou 14h30.", "https://preau.example/app?vers=/a;b", "nom@exemple.fr",
        "39 rue du Pont, 59200 Tourcoing", "03 20 00 00 00", "EEEE d MMMM yyyy", "Rang 3 sur 12 hommes et 4 hêtres", "Déjà\u00a0: espacé\u202f?"})
    void addressesHoursInFiguresAndPatternsStayAsTheyAre(String typed) {
        assertThat(FrenchSpaces.spaced(typed)).isEqualTo(typed);
    }

    @Test
    void whatPeopleTypedIsNotTouched() {
        assertThat(bundles.getMessage("registrations.letter.offered.title", new Object[] {"Chant ; danse : qui vient ?"}, Locale.FRENCH))
                .isEqualTo("Une place se libère\u00a0: Chant ; danse : qui vient ?");
    }

    @Test
    void noSentenceOfABundleCanLeaveAMarkAloneOnALine() throws IOException {
        var loose = new ArrayList<String>();
        try (var files = Files.list(BUNDLES)) {
            for (var file : files.toList()) {
                sentences(Files.readString(file)).forEach((key, sentence) -> {
                    String spaced = FrenchSpaces.spaced(sentence.toString());
                    if (LOOSE.matcher(spaced).find()) {
                        loose.add(key + "=" + spaced);
                    }
                    assertThat(spaced.replaceAll("[\u00a0\u202f]", " ")).as("only spaces change")
                            .isEqualTo(sentence.toString().replaceAll("[\u00a0\u202f]", " "));
                });
            }
        }
        assertThat(loose).isEmpty();
    }

    private static Properties sentences(String bundle) throws IOException {
        var sentences = new Properties();
        try (Reader reader = new StringReader(bundle)) {
            sentences.load(reader);
        }
        return sentences;
    }
}
