package fr.preau.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import fr.preau.base.Picto;

/** Nothing here yet: says so, says why, and offers the next step. */
public class EmptyState extends Div {

    private static final long serialVersionUID = 1L;

    public EmptyState(Picto picto, String title, String text, Component... nextSteps) {
        addClassName("empty");
        add(new Pictogram(picto), new H2(title), new Paragraph(text));
        add(nextSteps);
    }
}
