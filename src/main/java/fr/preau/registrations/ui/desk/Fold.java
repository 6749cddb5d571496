package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;

/** What is rarely needed steps aside until it is asked for. */
class Fold extends NativeDetails {

    private static final long serialVersionUID = 1L;

    Fold(String question, Component... content) {
        super(question);
        addClassName("fold");
        hold(content);
    }

    /** Puts this inside, in the place of what was there. */
    final void hold(Component... content) {
        var inside = new Div(content);
        inside.addClassName("stack");
        setContent(inside);
    }
}
