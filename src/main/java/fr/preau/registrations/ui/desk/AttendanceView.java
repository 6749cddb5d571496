package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.ui.CentreLayout;
import fr.preau.base.AllowedTo;
import fr.preau.base.Picto;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.EmptyState;
import fr.preau.base.ui.FormSection;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.Page;
import fr.preau.base.ui.PlacesLabel;
import fr.preau.base.ui.PlacesLabel.Room;
import fr.preau.base.ui.PrintButton;
import fr.preau.base.ui.RowList;
import fr.preau.base.ui.Tick;
import fr.preau.base.ui.Tick.State;
import fr.preau.base.ui.Toast;
import fr.preau.base.ui.TwoLines;
import fr.preau.registrations.AttendanceMark;
import fr.preau.registrations.AttendanceService;
import fr.preau.registrations.AttendanceSheet;
import fr.preau.registrations.AttendanceSheet.Line;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sheet of a session: one tap per person, on a phone in the gym or printed on A4, in the same order. */
@Route(value = DeskNavigation.SESSIONS + "/:session/" + DeskNavigation.ATTENDANCE, layout = CentreLayout.class)
@AllowedTo({Role.ANIMATOR, Role.RECEPTION, Role.DIRECTOR})
public class AttendanceView extends Page implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient AttendanceService attendance;
    private final transient DeskWords words;
    private final Div content = new Div();
    private UUID session = new UUID(0, 0);

    AttendanceView(AttendanceService attendance, DeskWords words) {
        this.attendance = attendance;
        this.words = words;
        narrow();
        content.addClassName("stack");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        session = event.getRouteParameters().get("session").flatMap(RequestView::id).orElseThrow(NotFoundException::new);
        var sheet = sheet();
        over(words.full(sheet.startsAt()));
        title(sheet.groupName().isEmpty() ? sheet.title() : sheet.title() + ", " + sheet.groupName());
        acts(new PrintButton());
        show(sheet);
    }

    private AttendanceSheet sheet() {
        try {
            return attendance.sheet(session);
        } catch (NoSuchElementException unknown) {
            throw new NotFoundException();
        }
    }

    private void show(AttendanceSheet sheet) {
        content.removeAll();
        if (sheet.cancelled()) {
            content.add(Notice.warn(words.say("attendance.cancelled")));
        }
        content.add(new PlacesLabel(sheet.present() == 0 ? Room.NONE : Room.OK, words.say("attendance.present", sheet.present(), sheet.lines().size())));
        if (sheet.overbooked() > 0) {
            content.add(new PlacesLabel(Room.FULL, words.beyond(sheet.overbooked())));
        }
        if (sheet.lines().isEmpty()) {
            content.add(new EmptyState(Picto.PEOPLE, words.say("attendance.empty.title"), words.say("attendance.empty.text")));
        }
        var roll = new RowList();
        sheet.lines().forEach(line -> roll.row(new TwoLines(line.fullName(), more(sheet, line)), tick(line)));
        content.add(roll, walkIn());
    }

    private String more(AttendanceSheet sheet, Line line) {
        if (line.walkIn()) {
            return words.say("attendance.walk-in");
        }
        if (line.birthDate() == null) {
            return words.say("attendance.adult");
        }
        int age = Period.between(line.birthDate(), sheet.startsAt().atZone(ZoneOffset.UTC).toLocalDate()).getYears();
        return age >= 18 ? words.say("attendance.adult") : words.say("attendance.age", age);
    }

    private Tick tick(Line line) {
        var mark = line.mark();
        var text = words.say("mark." + (mark == null ? "unset" : DeskNavigation.word(mark)));
        var state = mark == null ? State.OPEN : mark == AttendanceMark.PRESENT ? State.YES : State.NO;
        return new Tick(state, text, tap -> set(line, next(mark))).named(words.say("attendance.tick", text, line.fullName()));
    }

    /** One tap: here. The next ones: absent but told us, absent, to be noted again. */
    private static @Nullable AttendanceMark next(@Nullable AttendanceMark mark) {
        if (mark == null) {
            return AttendanceMark.PRESENT;
        }
        return switch (mark) {
            case PRESENT -> AttendanceMark.ABSENT_EXCUSED;
            case ABSENT_EXCUSED -> AttendanceMark.ABSENT;
            case ABSENT -> null;
        };
    }

    private void set(Line line, @Nullable AttendanceMark mark) {
        mark(line, mark);
        var before = line.mark();
        Toast.sayWithUndo(words.say("attendance.noted", line.fullName(), words.say("mark." + (mark == null ? "unset" : DeskNavigation.word(mark)))), () -> {
            mark(line, before);
            show(sheet());
        });
        show(sheet());
    }

    private void mark(Line line, @Nullable AttendanceMark mark) {
        if (line.person() != null) {
            attendance.mark(session, line.person(), mark);
        } else {
            attendance.markLine(Objects.requireNonNull(line.attendance()), mark);
        }
    }

    private FormSection walkIn() {
        var first = new TextField(words.say("attendance.first-name"));
        var last = new TextField(words.say("attendance.last-name"));
        first.setMaxLength(80);
        last.setMaxLength(80);
        var add = Act.alt(words.say("attendance.add"), click -> {
            if (first.getValue().isBlank()) {
                first.setErrorMessage(words.say("attendance.name-missing"));
                first.setInvalid(true);
                return;
            }
            attendance.walkIn(session, first.getValue(), last.getValue());
            Toast.say(words.say("attendance.added", first.getValue().strip()));
            show(sheet());
        }).with(Picto.ADD_PERSON).wide();
        var names = new Div(first, last);
        names.addClassName("fields");
        var section = new FormSection(words.say("attendance.walk-ins"), names, add);
        section.getElement().getClassList().add("no-print");
        return section;
    }
}
