package fr.preau.people.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import fr.preau.accounts.DeskCode;
import fr.preau.base.ui.QrPicture;
import fr.preau.centres.CentreRecord;

/**
 * A code on paper, a quarter of a sheet, to take to the computer beside the desk. It is printed from the family's page: what it says
 * has no address of its own that a log or a browser could keep.
 */
class DeskSlip extends Div {

    private static final long serialVersionUID = 1L;

    /**
     * @param door  where the name is typed with the code
     * @param slip  the address of this paper, where the code alone is enough
     * @param until the day and the hour
     */
    DeskSlip(CentreRecord centre, DeskCode code, String door, String slip, String until) {
        addClassNames("print-only", "slip");
        var steps = new OrderedList(step("people.slip.open", door), step("people.slip.name", code.name()), step("people.slip.code", code.shown()));
        var photo = new Div(new QrPicture(slip), new Paragraph(getTranslation("people.slip.photo")));
        photo.addClassName("qr");
        add(new H2(getTranslation("people.household.code", code.name())), new Paragraph(centre.name()), steps, photo,
                new Paragraph(getTranslation("people.slip.until", until)),
                new Paragraph(getTranslation("people.slip.keep", centre.contact().phone())));
    }

    private ListItem step(String key, String typed) {
        var what = new Span(typed);
        what.addClassName("typed");
        return new ListItem(new Span(getTranslation(key)), what);
    }
}
