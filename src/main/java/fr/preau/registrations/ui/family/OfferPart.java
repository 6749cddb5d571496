package fr.preau.registrations.ui.family;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.preau.base.Moments;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Notice;
import fr.preau.registrations.RegistrationRecord;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** "Une place se libère": for whom, until when, and the two answers. */
class OfferPart extends Div {

    private static final long serialVersionUID = 1L;

    OfferPart(List<RegistrationRecord> offered, ZoneId zone, Moments moments, Runnable yes, Runnable no) {
        addClassName("stack");
        String names = offered.stream().map(RegistrationRecord::personName).distinct().collect(Collectors.joining(", "));
        var deadline = offered.getFirst().deadline();
        add(Notice.warn(deadline == null ? getTranslation("registrations.family.offer.until-called")
                : getTranslation("registrations.family.offer.until", moments.brief(deadline, zone)))
                .titled(getTranslation("registrations.family.offer.title", names)));
        add(new Paragraph(getTranslation("registrations.family.offer.question")));
        var acts = new Div(Act.go(getTranslation("registrations.family.offer.yes"), click -> yes.run()).once(),
                Act.alt(getTranslation("registrations.family.offer.no"), click -> no.run()).once());
        acts.addClassName("acts");
        add(acts);
    }
}
