package fr.preau.registrations.ui.family;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import fr.preau.base.Moments;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Notice;
import fr.preau.registrations.RegistrationRecord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** "Une place se libère": for whom, for which date, until when, and the two answers. A no is asked about, since it is not taken back. */
class OfferPart extends Div {

    private static final long serialVersionUID = 1L;

    private final Div answers = new Div();
    private final Command yes;
    private final Command no;

    /** @param phone whether somebody can call this family */
    OfferPart(List<RegistrationRecord> offered, Instant now, ZoneId zone, Moments moments, boolean phone, Command yes, Command no) {
        this.yes = yes;
        this.no = no;
        addClassName("stack");
        answers.addClassName("acts");
        var deadline = offered.getFirst().deadline();
        var untilSaid = phone ? "registrations.family.offer.until-called" : "registrations.family.offer.until-answered";
        add(Notice.warn(deadline == null ? getTranslation(untilSaid)
                : getTranslation("registrations.family.offer.until", moments.brief(deadline, zone)))
                .titled(title(offered, now, zone, moments)));
        add(new Paragraph(getTranslation("registrations.family.offer.question")), answers);
        ask();
    }

    /** With its date: a child may wait for two, and both come free. */
    private String title(List<RegistrationRecord> offered, Instant now, ZoneId zone, Moments moments) {
        var names = offered.stream().map(RegistrationRecord::personName).distinct().collect(Collectors.joining(", "));
        var dates = offered.getFirst().dates().stream().filter(date -> date.startsAt().isAfter(now)).toList();
        if (dates.isEmpty()) {
            return getTranslation("registrations.family.offer.title", names);
        }
        var first = moments.brief(dates.getFirst().startsAt(), zone);
        return dates.size() == 1 ? getTranslation("registrations.family.offer.title-date", names, first)
                : getTranslation("registrations.family.offer.title-series", names, dates.size(), first);
    }

    private Act ask() {
        var says = Act.alt(getTranslation("registrations.family.offer.no"), click -> sure());
        answers.removeAll();
        answers.getElement().removeAttribute("role").removeAttribute("aria-label");
        answers.add(Act.go(getTranslation("registrations.family.offer.yes"), click -> yes.execute()).once(), says);
        return says;
    }

    /** The focus goes along, to the answer that changes nothing, and back to where it was. */
    private void sure() {
        var question = getTranslation("registrations.family.offer.no-sure");
        var back = Act.alt(getTranslation("base.confirm.no"), click -> ask().focus());
        answers.removeAll();
        answers.getElement().setAttribute("role", "group").setAttribute("aria-label", question);
        answers.add(new Span(question), Act.danger(getTranslation("registrations.family.offer.no-yes"), click -> no.execute()).once(), back);
        back.focus();
    }
}
