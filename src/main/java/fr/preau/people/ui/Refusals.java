package fr.preau.people.ui;

import com.vaadin.flow.component.html.Div;
import fr.preau.base.ui.Notice;
import fr.preau.people.PeopleRefusal;
import java.util.List;

/** The reasons that belong to no field, where a screen says them. */
class Refusals extends Div {

    private static final long serialVersionUID = 1L;

    /** Says those without a field, and forgets what it said before. */
    void say(List<PeopleRefusal> reasons) {
        removeAll();
        reasons.stream().filter(reason -> reason.field().isEmpty()).map(reason ->
                Notice.bad(getTranslation(reason.key(), reason.facts().toArray())).spoken()).forEach(this::add);
    }
}
