package fr.preau.base.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/**
 * The words on a card that can be chosen.
 *
 * @param title   what one chooses: "Votre fille, 9 ans"
 * @param more    what helps: "aura 9 ans à la première séance"; empty for nothing
 * @param refusal why it cannot be chosen, and when it could; empty when it can
 */
public record Choice(String title, String more, String refusal) {

    /** A card that can be chosen. */
    public static Choice of(String title, String more) {
        return new Choice(title, more, "");
    }

    /** A card that says why not. */
    public static Choice refused(String title, String why) {
        return new Choice(title, "", why);
    }

    boolean open() {
        return refusal.isEmpty();
    }

    Span words() {
        var words = new Span(title);
        words.addClassName("face");
        small(words, "more", more);
        small(words, "why", refusal);
        return words;
    }

    private static void small(Span words, String css, String text) {
        if (!text.isEmpty()) {
            var small = new Element("small");
            small.getClassList().add(css);
            small.setText(text);
            words.getElement().appendChild(small);
        }
    }
}
