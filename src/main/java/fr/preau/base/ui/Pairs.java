package fr.preau.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Names and values, one below the other: what was answered, what is known. */
public class Pairs extends DescriptionList {

    private static final long serialVersionUID = 1L;

    public Pairs() {
        addClassName("pairs");
    }

    public Pairs add(String name, String value) {
        return add(name, new Span(value));
    }

    public Pairs add(String name, Component value) {
        getElement().appendChild(new Div(new Term(name), new Description(value)).getElement());
        return this;
    }
}
