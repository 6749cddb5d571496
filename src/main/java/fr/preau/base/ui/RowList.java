package fr.preau.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;

/** Rows with one thing to do at their end: a person to tick, a session to open. */
public class RowList extends UnorderedList {

    private static final long serialVersionUID = 1L;

    public RowList() {
        addClassName("roll");
    }

    public RowList add(String what, String more, Component end) {
        return row(new TwoLines(what, more), end);
    }

    public RowList row(Component words, Component... end) {
        var item = new ListItem(words);
        item.add(end);
        add(item);
        return this;
    }
}
