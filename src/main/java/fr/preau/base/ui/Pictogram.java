package fr.preau.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import fr.preau.base.Picto;

/** A line drawing beside a word. Screen readers pass over it. */
@Tag(Tag.SPAN)
public class Pictogram extends Component {

    private static final long serialVersionUID = 1L;

    public Pictogram(Picto picto) {
        getElement().setAttribute("aria-hidden", "true");
        getElement().getClassList().add("picto");
        if (picto == Picto.BACK || picto == Picto.NEXT || picto == Picto.LEFT || picto == Picto.RIGHT) {
            getElement().getClassList().add("turns");
        }
        // An <svg> made by Flow itself would not be in the SVG namespace; the text comes from an enum, never from people.
        getElement().setProperty("innerHTML", "<svg><use href=\"" + picto.href() + "\"></use></svg>");
    }
}
