package fr.preau.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import fr.preau.base.Picto;

/** What is looked up only when somebody wants to see it, and is a line until then. */
public abstract class Unfolding extends Div {

    private static final long serialVersionUID = 1L;
    private static final String EXPANDED = "aria-expanded";

    private final Div place = new Div();

    /** @param question the key of what the line says */
    protected Unfolding(Picto picto, String question) {
        addClassName("unfolds");
        var act = Act.quiet(getTranslation(question), click -> {
            boolean open = !isOpen();
            click.getSource().getElement().setAttribute(EXPANDED, String.valueOf(open));
            place.removeAll();
            if (open) {
                place.add(content());
            }
        }).with(picto).small();
        act.getElement().setAttribute(EXPANDED, "false");
        add(act, place);
    }

    /** What there is to see, as it is now. */
    protected abstract Component content();

    private boolean isOpen() {
        return place.getChildren().findAny().isPresent();
    }

    /** Shows it as it is now, where it is shown. */
    public final void again() {
        if (isOpen()) {
            place.removeAll();
            place.add(content());
        }
    }
}
