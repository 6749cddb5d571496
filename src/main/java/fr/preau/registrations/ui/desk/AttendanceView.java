package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.ui.CentreLayout;
import fr.preau.base.AllowedTo;
import fr.preau.base.Ids;
import fr.preau.base.NotHereException;
import fr.preau.base.Picto;
import fr.preau.base.Role;
import fr.preau.base.ui.EmptyState;
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
import fr.preau.people.HouseholdService;
import fr.preau.people.PersonRecord;
import fr.preau.registrations.attendance.AttendanceMark;
import fr.preau.registrations.attendance.AttendanceService;
import fr.preau.registrations.attendance.AttendanceSheet;
import fr.preau.registrations.attendance.AttendanceSheet.Line;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sheet of a session: one tap per person, on a phone in the gym or printed on A4, in the same order. */
@Route(value = DeskNavigation.SESSIONS + "/:session/" + DeskNavigation.ATTENDANCE, layout = CentreLayout.class)
@AllowedTo({Role.ANIMATOR, Role.RECEPTION, Role.DIRECTOR})
public class AttendanceView extends Page implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient AttendanceService attendance;
    private final transient HouseholdService families;
    private final transient DeskWords words;
    private final Div content = new Div();
    private final Div present = new Div();
    private final Map<UUID, Tick> ticks = new LinkedHashMap<>();
    private final Map<UUID, Line> shown = new HashMap<>();
    private PrintedSheet printed = new PrintedSheet();
    private @Nullable WalkInPart walkIn;
    private @Nullable TracePart trace;
    private UUID session = new UUID(0, 0);

    AttendanceView(AttendanceService attendance, HouseholdService families, DeskWords words) {
        this.attendance = attendance;
        this.families = families;
        this.words = words;
        narrow();
        content.addClassName("stack");
        present.addClassName("no-print");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        session = event.getRouteParameters().get("session").flatMap(Ids::read).orElseThrow(NotFoundException::new);
        var sheet = sheet();
        over(words.full(sheet.startsAt()));
        title(new SheetWords(sheet, words).title());
        acts(new PrintButton());
        walkIn = new WalkInPart(attendance, families, session, words, this::came, this::added);
        trace = new TracePart(attendance, session, words);
        show(sheet);
    }

    private AttendanceSheet sheet() {
        try {
            return attendance.sheet(session);
        } catch (NotHereException unknown) {
            throw new NotFoundException();
        }
    }

    private void show(AttendanceSheet sheet) {
        content.removeAll();
        ticks.clear();
        if (sheet.cancelled()) {
            showCalledOff(sheet);
            return;
        }
        content.add(present);
        if (sheet.overbooked() > 0) {
            content.add(new PlacesLabel(Room.FULL, words.beyond(sheet.overbooked())));
        }
        if (sheet.lines().isEmpty()) {
            content.add(new EmptyState(Picto.PEOPLE, words.say("attendance.empty.title"), words.say("attendance.empty.text")));
        }
        var roll = new RowList();
        roll.addClassName("no-print");
        var said = new SheetWords(sheet, words);
        sheet.lines().forEach(line -> roll.row(new TwoLines(line.fullName(), said.more(line)), tick(line)));
        printed = new PrintedSheet(sheet, words);
        content.add(roll, printed, Objects.requireNonNull(walkIn), Objects.requireNonNull(trace));
        say(sheet);
    }

    /** Nobody is noted here any more, and nothing printed; who was noted, before it was called off, can be read. */
    private void showCalledOff(AttendanceSheet sheet) {
        acts();
        content.add(Notice.warn(words.say("attendance.cancelled")));
        var noted = new RowList();
        sheet.lines().stream().filter(line -> line.mark() != null)
                .forEach(line -> noted.row(new TwoLines(line.fullName(), words.mark(line.mark()))));
        if (noted.getComponentCount() > 0) {
            content.add(noted);
        }
        content.add(Objects.requireNonNull(trace));
    }

    /** As it is now. The same people: each button stays, so that finger, focus and page stay where they are. */
    private void refresh() {
        var sheet = sheet();
        if (!sheet.cancelled() && ticks.keySet().stream().toList().equals(sheet.lines().stream().map(Line::key).toList())) {
            say(sheet);
        } else {
            show(sheet);
        }
    }

    private void say(AttendanceSheet sheet) {
        present.removeAll();
        present.add(new PlacesLabel(sheet.present() == 0 ? Room.NONE : Room.OK,
                words.say("attendance.present", sheet.present(), sheet.expected()) + words.offered(sheet.offered())));
        sheet.lines().forEach(line -> say(Objects.requireNonNull(ticks.get(line.key())), line));
        printed.show(sheet);
        Objects.requireNonNull(trace).again();
    }

    private void say(Tick tick, Line line) {
        var text = words.mark(line.mark());
        tick.show(line.mark() == null ? State.OPEN : line.mark() == AttendanceMark.PRESENT ? State.YES : State.NO, text);
        tick.named(words.say("attendance.tick", text, line.fullName()));
        shown.put(line.key(), line);
    }

    private Tick tick(Line line) {
        var tick = new Tick(State.OPEN, "", tap -> tapped(line.key()));
        ticks.put(line.key(), tick);
        return tick;
    }

    /** What is meant is the step after what the screen shows, whatever another phone has noted since. */
    private void tapped(UUID key) {
        var line = Objects.requireNonNull(shown.get(key));
        var sheet = sheet();
        if (!sheet.cancelled() && sheet.lines().stream().anyMatch(now -> now.key().equals(key))) {
            set(line, next(line));
        } else {
            refresh();
        }
    }

    /** One tap: here. The next ones: absent but told us, absent, to be noted again. Who came without being expected came, or was a slip. */
    private static @Nullable AttendanceMark next(Line line) {
        if (line.mark() == null) {
            return AttendanceMark.PRESENT;
        }
        if (line.walkIn()) {
            return null;
        }
        return switch (line.mark()) {
            case PRESENT -> AttendanceMark.ABSENT_EXCUSED;
            case ABSENT_EXCUSED -> AttendanceMark.ABSENT;
            case ABSENT -> null;
        };
    }

    private void set(Line line, @Nullable AttendanceMark mark) {
        mark(line, mark);
        Toast.sayWithUndo(line.walkIn() && mark == null ? words.say("attendance.removed", line.fullName())
                : words.say("attendance.noted", line.fullName(), words.mark(mark)), () -> {
            mark(line, line.mark());
            refresh();
        });
        refresh();
    }

    private void mark(Line line, @Nullable AttendanceMark mark) {
        if (line.person() != null) {
            attendance.mark(session, line.person(), mark);
        } else {
            attendance.markLine(Objects.requireNonNull(line.attendance()), mark);
        }
    }

    /** Who is on the sheet is noted like everybody there; who is not came without being registered. */
    private void came(PersonRecord person) {
        var sheet = sheet();
        if (sheet.cancelled()) {
            show(sheet);
            return;
        }
        sheet.lines().stream().filter(line -> person.id().equals(line.person())).findFirst()
                .ifPresentOrElse(line -> set(line, AttendanceMark.PRESENT), () -> {
                    attendance.walkIn(session, person.id());
                    refresh();
                    Toast.sayWithUndo(words.say("attendance.added", person.fullName()), () -> {
                        attendance.mark(session, person.id(), null);
                        refresh();
                    });
                });
    }

    private void added(UUID line, String firstName) {
        refresh();
        Toast.sayWithUndo(words.say("attendance.added", firstName), () -> {
            attendance.markLine(line, null);
            refresh();
        });
    }
}
