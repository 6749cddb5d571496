package fr.preau.base.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import java.util.Collection;

/**
 * One question of a task: narrow, with its steps above and "Retour / Continuer" at the thumb. The sections step aside.
 */
public class TaskPage extends Page {

    private static final long serialVersionUID = 1L;
    private static final String TASK = "task";

    private final Div buttons = new Div();
    private final Div bar = new Div(buttons);

    public TaskPage() {
        narrow();
        buttons.addClassNames("wrap", "narrow");
        bar.addClassName("bar");
    }

    public TaskPage(String question) {
        this();
        title(question);
    }

    /** Where one is: the second of three. */
    public final TaskPage steps(int step, int of) {
        addComponentAsFirst(new Steps(step, of));
        return this;
    }

    /** What stands at the thumb: the way back first, then the way on. */
    public final TaskPage bar(Component... waysBackAndOn) {
        buttons.removeAll();
        buttons.add(waysBackAndOn);
        bar.setVisible(waysBackAndOn.length > 0);
        getElement().appendChild(bar.getElement());
        return this;
    }

    /** The bar stays last, whatever comes after it. */
    @Override
    public void add(Collection<Component> components) {
        super.add(components);
        if (bar != null && bar.getElement().getParent() != null) {
            getElement().appendChild(bar.getElement());
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI().getElement().getClassList().add(TASK);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        event.getUI().getElement().getClassList().remove(TASK);
        super.onDetach(event);
    }
}
