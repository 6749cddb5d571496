package fr.preau.base.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.server.Command;
import fr.preau.base.Picto;

/** Says that something is done, in passing, one thing at a time; what can be undone offers to undo it. */
public final class Toast {

    private static final int MILLISECONDS = 6_000;
    private static final int MILLISECONDS_TO_UNDO = 15_000;

    private Toast() {
    }

    /** "C’est enregistré." */
    public static Notification say(String text) {
        var toast = new Notification(new Pictogram(Picto.CHECK), new Span(text));
        toast.setPosition(Position.BOTTOM_CENTER);
        toast.setDuration(MILLISECONDS);
        toast.addClassName("toast");
        takesThePlaceOfTheLast(toast);
        toast.open();
        return toast;
    }

    /** Several would cover what one is working on: the list of people, on a telephone. */
    private static void takesThePlaceOfTheLast(Notification toast) {
        var screen = UI.getCurrent();
        var last = ComponentUtil.getData(screen, Notification.class);
        if (last != null) {
            last.close();
        }
        ComponentUtil.setData(screen, Notification.class, toast);
    }

    /** The same, with time to change one's mind. */
    public static Notification sayWithUndo(String text, Command undo) {
        var toast = say(text);
        toast.setDuration(MILLISECONDS_TO_UNDO);
        toast.add(Act.quiet(toast.getTranslation("base.undo"), click -> {
            toast.close();
            undo.execute();
        }).small());
        return toast;
    }
}
