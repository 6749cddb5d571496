package fr.preau.base.ui;

import com.vaadin.flow.component.html.Nav;

/** Filters that are links: what one sees is in the address, and can be sent to somebody. */
public class Chips extends Nav {

    private static final long serialVersionUID = 1L;

    /** @param name what these filter, for screen readers */
    public Chips(String name) {
        addClassName("chips");
        getElement().setAttribute("aria-label", name);
    }

    public Chips add(String text, String href, boolean chosen) {
        var chip = new Link(href, text).dressed("chip");
        if (chosen) {
            chip.getElement().setAttribute("aria-current", "true");
        }
        add(chip);
        return this;
    }
}
