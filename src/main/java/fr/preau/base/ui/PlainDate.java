package fr.preau.base.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.Command;
import fr.preau.base.Ids;
import fr.preau.base.Picto;
import java.util.stream.Stream;

/** A day that one knows by heart, typed as day, month and year: quicker than a calendar for a birth date. */
@Tag("fieldset")
public class PlainDate extends Component implements HasComponents {

    private static final long serialVersionUID = 1L;

    private final PlainField day;
    private final PlainField month;
    private final PlainField year;
    private final Span error = new Span();

    public PlainDate(String question, String hint, String idPrefix) {
        getElement().getClassList().add("part");
        var legend = new Element("legend");
        legend.setText(question);
        var help = new Element("p");
        help.getClassList().add("hint");
        help.setText(hint);
        getElement().appendChild(legend, help);
        day = part("base.date.day", idPrefix + "-day");
        month = part("base.date.month", idPrefix + "-month");
        year = part("base.date.year", idPrefix + "-year");
        var line = new Div(day, month, year);
        line.addClassName("line");
        error.setId(Ids.next().toString());
        error.addClassName("error");
        add(line);
    }

    private PlainField part(String key, String id) {
        return new PlainField(getTranslation(key)).named(id).helped("off", "numeric").tiny();
    }

    public String day() {
        return day.getValue();
    }

    public String month() {
        return month.getValue();
    }

    public String year() {
        return year.getValue();
    }

    public void value(String dayOfMonth, String monthOfYear, String fullYear) {
        day.value(dayOfMonth);
        month.value(monthOfYear);
        year.value(fullYear);
    }

    /** Hears that something was typed in one of the three lines. */
    public PlainDate onTyping(Command then) {
        Stream.of(day, month, year).forEach(part -> part.onTyping(typed -> then.execute()));
        return this;
    }

    public void focus() {
        day.focus();
    }

    /** Says below the three lines what does not go. */
    public void refuse(String why) {
        accept();
        error.removeAll();
        error.add(new Pictogram(Picto.ALERT), new Span(why));
        var box = new Div(error);
        box.addClassNames("field", "bad");
        box.setId("error-of-date");
        add(box);
        getElement().setAttribute("aria-describedby", error.getId().orElseThrow());
    }

    /** Takes the error away. */
    public void accept() {
        getChildren().filter(child -> child.getId().filter("error-of-date"::equals).isPresent()).findFirst().ifPresent(this::remove);
        getElement().removeAttribute("aria-describedby");
    }
}
