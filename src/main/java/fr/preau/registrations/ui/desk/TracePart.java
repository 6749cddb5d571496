package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import fr.preau.base.Picto;
import fr.preau.base.Tint;
import fr.preau.base.ui.Story;
import fr.preau.base.ui.Unfolding;
import fr.preau.registrations.attendance.AttendanceMark;
import fr.preau.registrations.attendance.AttendanceService;
import fr.preau.registrations.attendance.AttendanceTrace;
import java.util.UUID;

/** "Ce qui a été changé", for when a family says that she was there: whose mark, what it was before, when and by whom. */
class TracePart extends Unfolding {

    private static final long serialVersionUID = 1L;

    private final transient AttendanceService attendance;
    private final transient DeskWords words;
    private final UUID session;

    TracePart(AttendanceService attendance, UUID session, DeskWords words) {
        super(Picto.HISTORY, "registrations.desk.attendance.trace");
        this.attendance = attendance;
        this.session = session;
        this.words = words;
        addClassName("no-print");
    }

    @Override
    protected Component content() {
        var marks = attendance.trace(session);
        if (marks.isEmpty()) {
            return new Paragraph(words.say("attendance.trace-empty"));
        }
        var story = new Story();
        marks.forEach(mark -> story.add(mark.to() == AttendanceMark.PRESENT ? Tint.LIME : Tint.ROOF, what(mark), how(mark)));
        return story;
    }

    private String what(AttendanceTrace mark) {
        return mark.from() == null ? words.say("attendance.noted", mark.personName(), words.mark(mark.to()))
                : words.say("attendance.corrected", mark.personName(), words.mark(mark.to()), words.mark(mark.from()));
    }

    private String how(AttendanceTrace mark) {
        return words.full(mark.changedAt()) + ", " + (mark.who() == null ? words.say("actor.staff") : mark.who());
    }
}
