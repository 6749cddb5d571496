package fr.preau.base.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import fr.preau.base.Tint;

/** A few numbers that matter, each a link to what it counts. */
public class Tiles extends UnorderedList {

    private static final long serialVersionUID = 1L;

    public Tiles() {
        addClassName("tiles");
    }

    public Tiles add(Tint tint, String number, String what, String href) {
        var strong = new Element("b");
        strong.setText(number);
        var tile = new Link(href, new Span(what)).dressed("tile", tint.css());
        tile.getElement().insertChild(0, strong);
        add(new ListItem(tile));
        return this;
    }
}
