package fr.preau.base.ui;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.button.Button;
import fr.preau.base.Picto;

/** A button that says what it does. One {@link #go} per screen, the rest is {@link #alt} or {@link #quiet}. */
public class Act extends Button {

    private static final long serialVersionUID = 1L;

    private Act(String kind, String text, ComponentEventListener<ClickEvent<Button>> then) {
        super(text);
        addClickListener(click -> {
            try {
                then.onComponentEvent(click);
            } catch (RuntimeException e) {
                // what is said then is "press again"
                setEnabled(isEnabled() || isDisableOnClick());
                throw e;
            }
        });
        addClassNames("btn", kind);
    }

    /** The one obvious thing to do here. */
    public static Act go(String text, ComponentEventListener<ClickEvent<Button>> then) {
        return new Act("go", text, then);
    }

    /** Another thing that can be done. */
    public static Act alt(String text, ComponentEventListener<ClickEvent<Button>> then) {
        return new Act("alt", text, then);
    }

    /** A thing that looks like a link, so that it does not call. */
    public static Act quiet(String text, ComponentEventListener<ClickEvent<Button>> then) {
        return new Act("quiet", text, then);
    }

    /** A thing that takes something away. */
    public static Act danger(String text, ComponentEventListener<ClickEvent<Button>> then) {
        return new Act("danger", text, then);
    }

    /** The drawing before the words. */
    public Act with(Picto picto) {
        setPrefixComponent(new Pictogram(picto));
        return this;
    }

    /** The drawing after the words, for what leads on. */
    public Act endsWith(Picto picto) {
        setSuffixComponent(new Pictogram(picto));
        return this;
    }

    /** For rows and toolbars: 44 px high instead of 52. */
    public Act small() {
        addClassName("small");
        return this;
    }

    /** As wide as what it stands in. */
    public Act wide() {
        addClassName("wide");
        return this;
    }

    /** A second click before the answer does nothing; the view enables it again when it stays. */
    public Act once() {
        setDisableOnClick(true);
        return this;
    }
}
