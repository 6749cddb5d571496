package fr.preau.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;

/** How far one is in a task: as many strokes as there are steps. */
@Tag(Tag.DIV)
public class Steps extends Component {

    private static final long serialVersionUID = 1L;

    public Steps(int step, int of) {
        getElement().getClassList().add("steps");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", getTranslation("base.steps", step, of));
        for (int i = 1; i <= of; i++) {
            var stroke = new Element("i");
            if (i <= step) {
                stroke.getClassList().add("on");
            }
            getElement().appendChild(stroke);
        }
    }
}
