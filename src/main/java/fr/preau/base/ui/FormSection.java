package fr.preau.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;

/** A part of a form with its own heading; screen readers say the heading with each field. */
@Tag("fieldset")
public class FormSection extends Component implements HasComponents {

    private static final long serialVersionUID = 1L;

    public FormSection(String title, Component... fields) {
        getElement().getClassList().add("part");
        var legend = new Element("legend");
        legend.setText(title);
        getElement().appendChild(legend);
        add(fields);
    }

    /** A sentence below the heading. */
    public FormSection hint(String text) {
        var hint = new Element("p");
        hint.getClassList().add("hint");
        hint.setText(text);
        getElement().insertChild(1, hint);
        return this;
    }
}
