package fr.preau.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.html.Span;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.NoSuchMessageException;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** A word that no bundle has stops whoever asks for it: people never read a key, and no test passes over one. */
class MissingWordsTest extends ScreenTest {

    private static final String MISSING = "base.no-such-word";

    @Autowired
    private Texts texts;
    @Autowired
    private SpringTemplateEngine pages;

    @Test
    void aServiceThatAsksForAMissingWordFails() {
        assertThat(texts.say("base.demo")).isEqualTo("Démonstration, données fictives");
        assertThatThrownBy(() -> texts.say(MISSING)).isInstanceOf(NoSuchMessageException.class).hasMessageContaining(MISSING);
        assertThatThrownBy(() -> texts.say(Locale.ENGLISH, MISSING)).isInstanceOf(NoSuchMessageException.class);
    }

    @Test
    void aScreenThatAsksForAMissingWordFails() {
        SignIn.as(Ids.next(), Role.FEDERATION);
        open("style");

        assertThat(new Span().getTranslation("base.demo")).isEqualTo("Démonstration, données fictives");
        assertThatThrownBy(() -> new Span().getTranslation(MISSING)).isInstanceOf(NoSuchMessageException.class).hasMessageContaining(MISSING);
    }

    @Test
    void aPageThatAsksForAMissingWordFails() {
        assertThatThrownBy(() -> pages.process("tests/missing-word", new Context(Locale.FRENCH))).hasStackTraceContaining("No bundle has " + MISSING);
    }
}
