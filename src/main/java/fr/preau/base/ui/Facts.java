package fr.preau.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import fr.preau.base.Picto;

/** Facts in a column, each with its drawing: when, for whom, where, how much, what to bring. */
public class Facts extends UnorderedList {

    private static final long serialVersionUID = 1L;

    public Facts() {
        addClassName("facts");
    }

    public Facts add(Picto picto, String what, String more) {
        return add(picto, what, new Span(more));
    }

    public Facts add(Picto picto, String what, Component... more) {
        var words = new Span();
        var strong = new Element("b");
        strong.setText(what);
        words.getElement().appendChild(strong);
        words.add(more);
        add(new ListItem(new Pictogram(picto), words));
        return this;
    }
}
