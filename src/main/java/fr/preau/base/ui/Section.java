package fr.preau.base.ui;

import com.vaadin.flow.component.Component;

/**
 * An entry of the app's navigation. A feature declares its own as a bean; the shell finds them, and shows those whose
 * view the person may open.
 *
 * @param label the key of its name
 * @param picto the symbol's name in {@code assets/pictos.svg}
 * @param path  below the centre, for example {@code inscriptions}; below {@code /app} for the federation's own
 * @param order smaller comes first; the first is where people arrive
 */
public record Section(Space space, String label, String picto, String path, Class<? extends Component> view, int order) {

    /** What a person does here: works for the centre, or looks after the family. */
    public enum Space {
        STAFF, FAMILY,
        /** The federation's own: its screens stand in no centre. */
        FEDERATION
    }
}
