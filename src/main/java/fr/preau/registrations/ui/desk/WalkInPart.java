package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableBiConsumer;
import com.vaadin.flow.function.SerializableConsumer;
import fr.preau.base.Picto;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.FormSection;
import fr.preau.people.HouseholdService;
import fr.preau.people.PersonRecord;
import fr.preau.registrations.attendance.AttendanceService;
import java.util.UUID;

/**
 * Somebody came without being registered: one of the centre's families, who is chosen as soon as her name is begun, or somebody else,
 * of whom a name is enough. What is half typed stays while others are noted.
 */
class WalkInPart extends FormSection {

    private static final long serialVersionUID = 1L;
    private static final int LOOKED_FOR_AFTER_MILLISECONDS = 400;

    private final transient AttendanceService attendance;
    private final transient DeskWords words;
    private final UUID session;
    private final TypedLines lines = new TypedLines();
    private final LineField first;
    private final LineField last;
    private final NamesakesPart namesakes;
    private final Act add;

    /**
     * @param known with the person of a family who was chosen
     * @param other with the new line of somebody else and the first name that was typed
     */
    WalkInPart(AttendanceService attendance, HouseholdService families, UUID session, DeskWords words, SerializableConsumer<PersonRecord> known,
               SerializableBiConsumer<UUID, String> other) {
        super(words.say("attendance.walk-ins"));
        this.attendance = attendance;
        this.session = session;
        this.words = words;
        namesakes = new NamesakesPart(attendance, families, session, words, person -> chosen(person, known));
        add = Act.alt(words.say("attendance.add"), click -> add(other)).with(Picto.ADD_PERSON).wide().once();
        first = line("firstName", "attendance.first-name");
        last = line("lastName", "attendance.last-name");
        add(lines, namesakes, lines.whole(), add);
        getElement().getClassList().add("no-print");
    }

    private LineField line(String name, String label) {
        var line = lines.line(name, words.say(label));
        // what the browser remembers of others would lie over those whom we know
        line.setAutocomplete(Autocomplete.OFF);
        line.setValueChangeMode(ValueChangeMode.LAZY);
        line.setValueChangeTimeout(LOOKED_FOR_AFTER_MILLISECONDS);
        line.addValueChangeListener(change -> look());
        return line;
    }

    private void look() {
        boolean somebody = namesakes.lookFor(first.getValue() + " " + last.getValue());
        add.setText(words.say(somebody ? "attendance.add-other" : "attendance.add"));
    }

    private void chosen(PersonRecord person, SerializableConsumer<PersonRecord> known) {
        lines.clear();
        known.accept(person);
        // her button is gone
        add.focus();
    }

    /** A second tap on the same name is none: it would be said of the empty line that the name is missing. */
    private void add(SerializableBiConsumer<UUID, String> other) {
        add.setEnabled(true);
        var typed = first.getValue().strip();
        var outcome = attendance.walkIn(session, typed, last.getValue());
        lines.refuse(outcome.reasons());
        outcome.value().ifPresent(line -> {
            lines.clear();
            other.accept(line, typed);
            add.focus();
        });
    }
}
