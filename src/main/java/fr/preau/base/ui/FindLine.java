package fr.preau.base.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableConsumer;
import fr.preau.base.Picto;

/** A line to search with; Enter searches too. */
public class FindLine extends Div {

    private static final long serialVersionUID = 1L;
    /** More is no name, and would not fit into an address. */
    private static final int LONGEST_WORDS = 80;

    private final PlainField field;

    /** @param search hears what is typed, without spaces around it */
    public FindLine(String label, String typed, SerializableConsumer<String> search) {
        field = new PlainField(label).named("words").forSearch().longest(LONGEST_WORDS).value(typed);
        // the browser holds back what is too long; what comes without one may not be
        var button = Act.alt(getTranslation("base.find"), click -> search.accept(shortened(field.getValue().strip()))).with(Picto.SEARCH);
        button.addClickShortcut(Key.ENTER).listenOn(field).resetFocusOnActiveElement();
        add(field, button);
        addClassName("find");
        getElement().setAttribute("role", "search");
    }

    /** For a screen on which nothing else is to be done first. */
    public FindLine first() {
        field.focus();
        return this;
    }

    /** What an address may say: no longer than what can be typed. */
    public static String shortened(String words) {
        return words.substring(0, Math.min(words.length(), LONGEST_WORDS));
    }
}
