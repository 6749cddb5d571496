package fr.preau.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class KeptAnswersTest {

    private static final JsonMapper JSON = new JsonMapper();

    @BeforeEach
    void openTab() {
        MockVaadin.setup();
    }

    @AfterEach
    void closeTab() {
        MockVaadin.tearDown();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Atelier d’été à 14\u202fh", "plain", "été", "سلمى", "👩‍👧", "l’Écho \"dit\" \\ ’ \n \u2028"})
    void theSameIsSaidInLettersOfOneByte(String words) {
        var said = JSON.createObjectNode().put("text", words).put(words, 1).toString();

        String kept = KeptAnswers.inOneByteLetters(said);

        assertThat(JSON.readTree(kept)).isEqualTo(JSON.readTree(said));
        assertThat(kept.chars()).allMatch(letter -> letter <= 0xFF);
    }

    @Test
    void theAnswerThatATabKeepsIsMadeSoWhenItHasLeft() {
        var kept = UI.getCurrent().getInternals();
        kept.setLastRequestResponse("{\"text\":\"l’heure\"}");

        new KeptAnswers().requestEnd(VaadinRequest.getCurrent(), VaadinResponse.getCurrent(), VaadinSession.getCurrent());

        assertThat(kept.getLastRequestResponse()).isEqualTo("{\"text\":\"l\\u2019heure\"}");
    }

    @Test
    void aRequestWithoutATabChangesNothing() {
        UI.setCurrent(null);

        new KeptAnswers().requestEnd(VaadinRequest.getCurrent(), VaadinResponse.getCurrent(), VaadinSession.getCurrent());

        assertThat(UI.getCurrent()).isNull();
    }
}
