package fr.preau.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import fr.preau.base.Phone;

/** A telephone number: on a telephone it is what one taps. */
public final class Call {

    private Call() {
    }

    /** @param number as people write it; what is no number is shown as it is */
    public static Component to(String number) {
        var call = Phone.parse(number).<Component>map(phone -> new Link("tel:" + phone.e164(), number)).orElseGet(() -> new Span(number));
        call.addClassName("phone");
        return call;
    }
}
