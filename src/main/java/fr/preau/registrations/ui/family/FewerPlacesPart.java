package fr.preau.registrations.ui.family;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.Command;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Confirm;

/** For who waits together: what that means, and the way to take fewer places. */
class FewerPlacesPart extends Div {

    private static final long serialVersionUID = 1L;

    FewerPlacesPart(Command accept) {
        addClassName("seat");
        var meaning = new Paragraph(getTranslation("registrations.family.together-waits"));
        meaning.addClassName("soft");
        var acts = new Div(Act.alt(getTranslation("registrations.family.fewer"), click -> Confirm.ask(getTranslation("registrations.family.fewer-sure"),
                getTranslation("registrations.family.fewer-then"), getTranslation("registrations.family.fewer-yes"), accept)).small());
        acts.addClassName("acts");
        add(meaning, acts);
    }
}
