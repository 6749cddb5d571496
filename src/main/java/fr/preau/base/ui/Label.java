package fr.preau.base.ui;

import com.vaadin.flow.component.html.Span;
import fr.preau.base.Tint;

/** A state in a word or two, on its colour: "Confirmée", "En attente, numéro 2". */
public class Label extends Span {

    private static final long serialVersionUID = 1L;

    public Label(Tint tint, String text) {
        super(text);
        addClassNames("tag", tint.css());
    }
}
