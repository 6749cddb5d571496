package fr.preau.base.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/** What matters, and below it what helps, smaller. */
public class TwoLines extends Span {

    private static final long serialVersionUID = 1L;

    public TwoLines(String first, String second) {
        addClassName("duo");
        var strong = new Element("b");
        strong.setText(first);
        var small = new Element("small");
        small.setText(second);
        getElement().appendChild(strong, small);
    }
}
