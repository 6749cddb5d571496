package fr.preau.base.ui;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.button.Button;

/** One tap per person: a button that says what is so, and changes it. */
public class Tick extends Button {

    private static final long serialVersionUID = 1L;

    /** What is so. The word on the button says it too. */
    public enum State {
        OPEN("open"), YES("yes"), NO("no");

        private final String css;

        State(String css) {
            this.css = css;
        }
    }

    public Tick(State state, String text, ComponentEventListener<ClickEvent<Button>> tap) {
        super(text, tap);
        show(state, text);
    }

    /** Says what is so now. */
    public final void show(State state, String text) {
        setClassName("tick " + state.css);
        setText(text);
    }

    /** Whose button it is, for screen readers: "Présente, Enfant B". */
    public Tick named(String name) {
        setAriaLabel(name);
        return this;
    }
}
