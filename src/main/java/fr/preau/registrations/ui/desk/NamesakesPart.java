package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableConsumer;
import fr.preau.base.SearchKey;
import fr.preau.base.ui.Act;
import fr.preau.people.HouseholdService;
import fr.preau.people.PersonRecord;
import fr.preau.registrations.attendance.AttendanceService;
import fr.preau.registrations.attendance.AttendanceSheet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Persons of the centre's families who bear the name that is being typed: one tap, and the visit is theirs. Nothing is looked up
 * before somebody types.
 */
class NamesakesPart extends Div {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 5;

    private final transient AttendanceService attendance;
    private final transient HouseholdService families;
    private final transient DeskWords words;
    private final UUID session;
    private final SerializableConsumer<PersonRecord> then;
    private final Paragraph how = new Paragraph();
    private final UnorderedList list = new UnorderedList();

    /** @param then with the person who was chosen */
    NamesakesPart(AttendanceService attendance, HouseholdService families, UUID session, DeskWords words, SerializableConsumer<PersonRecord> then) {
        this.attendance = attendance;
        this.families = families;
        this.session = session;
        this.words = words;
        this.then = then;
        how.addClassName("hint");
        how.getElement().setAttribute("role", "status");
        list.addClassName("known");
        add(how, list);
    }

    /** Shows who may be meant; answers whether there is anybody. */
    boolean lookFor(String typed) {
        list.removeAll();
        var found = families.personsCalled(typed, MOST + 1);
        var shown = found.stream().limit(MOST).toList();
        how.setText(shown.isEmpty() ? "" : words.say(found.size() > MOST ? "attendance.known-more" : "attendance.known-found", shown.size()));
        if (!shown.isEmpty()) {
            show(shown);
        }
        return !shown.isEmpty();
    }

    private void show(List<PersonRecord> shown) {
        var sheet = attendance.sheet(session);
        var said = new SheetWords(sheet, words);
        var expected = sheet.lines().stream().map(AttendanceSheet.Line::person).filter(Objects::nonNull).collect(Collectors.toSet());
        shown.forEach(person -> {
            var called = isAlike(person, shown) ? words.say("attendance.known", person.fullName(), said.whatTells(person)) : person.fullName();
            var name = expected.contains(person.id()) ? words.say("attendance.known", called, words.say("attendance.expected")) : called;
            list.add(new ListItem(Act.alt(name, click -> then.accept(person)).wide()));
        });
    }

    private static boolean isAlike(PersonRecord one, List<PersonRecord> all) {
        return all.stream().anyMatch(other -> !other.id().equals(one.id()) && SearchKey.of(other.fullName()).equals(SearchKey.of(one.fullName())));
    }
}
