package fr.preau.base.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import fr.preau.base.Tint;

/** What happened, in order: who, how, when and why. */
public class Story extends OrderedList {

    private static final long serialVersionUID = 1L;

    public Story() {
        addClassName("story");
    }

    public Story add(Tint tint, String what, String whoAndWhen) {
        var item = new ListItem(new Span(what));
        item.addClassName(tint.css());
        var small = new Element("small");
        small.setText(whoAndWhen);
        item.getElement().appendChild(small);
        add(item);
        return this;
    }
}
