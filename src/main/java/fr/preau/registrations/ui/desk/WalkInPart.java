package fr.preau.registrations.ui.desk;

import com.vaadin.flow.function.SerializableBiConsumer;
import fr.preau.base.Picto;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.FormSection;
import fr.preau.registrations.AttendanceService;
import java.util.UUID;

/** Somebody came without being registered: a name is enough. What is half typed stays while others are noted. */
class WalkInPart extends FormSection {

    private static final long serialVersionUID = 1L;

    private final transient AttendanceService attendance;
    private final UUID session;
    private final TypedLines lines = new TypedLines();
    private final LineField first;
    private final LineField last;

    /** @param then with the new line and the first name that was typed */
    WalkInPart(AttendanceService attendance, UUID session, DeskWords words, SerializableBiConsumer<UUID, String> then) {
        super(words.say("attendance.walk-ins"));
        this.attendance = attendance;
        this.session = session;
        first = lines.line("firstName", words.say("attendance.first-name"));
        last = lines.line("lastName", words.say("attendance.last-name"));
        add(lines, lines.whole(), Act.alt(words.say("attendance.add"), click -> add(then)).with(Picto.ADD_PERSON).wide());
        getElement().getClassList().add("no-print");
    }

    private void add(SerializableBiConsumer<UUID, String> then) {
        var typed = first.getValue().strip();
        var outcome = attendance.walkIn(session, typed, last.getValue());
        lines.refuse(outcome.reasons());
        outcome.value().ifPresent(line -> {
            lines.clear();
            then.accept(line, typed);
        });
    }
}
