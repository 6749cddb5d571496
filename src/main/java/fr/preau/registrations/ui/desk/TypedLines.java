package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.html.Div;
import fr.preau.base.ui.Notice;
import fr.preau.people.PeopleRefusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Some lines of a form, each under the name that refusals give it: what is refused is said beside its line. */
class TypedLines extends Div {

    private static final long serialVersionUID = 1L;

    private final Map<String, LineField> lines = new LinkedHashMap<>();
    private final Div whole = new Div();

    TypedLines() {
        addClassName("fields");
    }

    /** One more line, which answers for this component of the command. */
    LineField line(String name, String label) {
        var line = new LineField(label);
        lines.put(name, line);
        add(line);
        return line;
    }

    /** Where the refusals go that are about no line. */
    Div whole() {
        return whole;
    }

    /** Says each reason beside its line; the first refused line gets the cursor. */
    void refuse(List<PeopleRefusal> reasons) {
        lines.values().forEach(LineField::accept);
        whole.removeAll();
        reasons.forEach(this::refuse);
        lines.values().stream().filter(LineField::isInvalid).findFirst().ifPresent(LineField::focus);
    }

    private void refuse(PeopleRefusal reason) {
        var line = lines.get(reason.field());
        var why = getTranslation(reason.key(), reason.facts().toArray());
        if (line == null) {
            whole.add(Notice.bad(why).spoken());
        } else {
            line.refuse(why);
        }
    }

    /** Empty again, for the next one. */
    void clear() {
        lines.values().forEach(LineField::clear);
    }
}
