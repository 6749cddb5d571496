package fr.preau.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchKeyTest {

    @Test
    void accentsCaseLigaturesAndPunctuationDoNotCount() {
        assertThat(SearchKey.of("Médiathèque de L’ÉCHO, Cœur-Joyeux")).isEqualTo("mediatheque de l echo coeur joyeux");
    }

    @Test
    void wordsOfASearchAreAtMostSix() {
        assertThat(SearchKey.words(" Ben  ali, ÉLODIE ")).isEqualTo(List.of("ben", "ali", "elodie"));
        assertThat(SearchKey.words("a b c d e f g h")).hasSize(6);
        assertThat(SearchKey.words(" – ")).isEmpty();
    }

    @Test
    void namesWithApostrophesAreKeptWithAndWithoutTheGap() {
        assertThat(SearchKey.toStore("Sinéad O’Connor")).isEqualTo("sinead o connor oconnor");
        assertThat(SearchKey.toStore("N'Diaye-D`Hondt")).isEqualTo("n diaye d hondt ndiaye dhondt");
        assertThat(SearchKey.toStore("Léa Benali")).isEqualTo("lea benali");
    }

    @Test
    void otherWritingsAreKept() {
        assertThat(SearchKey.of("مريم")).isEqualTo("مريم");
    }
}
