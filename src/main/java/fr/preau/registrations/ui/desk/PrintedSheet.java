package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import fr.preau.registrations.attendance.AttendanceMark;
import fr.preau.registrations.attendance.AttendanceSheet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The sheet on paper: the same people in the same order as on the screen, a box for each answer, a line to write on, and empty
 * lines for who comes without. What it is about stands in the table's head, which is printed on every page.
 */
@Tag("div")
class PrintedSheet extends Component {

    private static final long serialVersionUID = 1L;
    private static final List<AttendanceMark> BOXES = List.of(AttendanceMark.values());
    private static final int EMPTY_LINES = 5;

    private final Map<UUID, Map<AttendanceMark, Element>> boxes = new HashMap<>();

    /** Nobody yet. */
    PrintedSheet() {
        getElement().getClassList().add("print-only");
    }

    PrintedSheet(AttendanceSheet sheet, DeskWords words) {
        this();
        var table = new Element("table");
        table.getClassList().add("sheet");
        table.getClassList().add("by-hand");
        table.appendChild(head(sheet, words), body(sheet, words));
        getElement().appendChild(table);
    }

    /** Ticks what is noted by now; the people are the same. */
    void show(AttendanceSheet sheet) {
        sheet.lines().forEach(line -> boxes.getOrDefault(line.key(), Map.of())
                .forEach((mark, box) -> box.getClassList().set("ticked", line.mark() == mark)));
    }

    private static Element head(AttendanceSheet sheet, DeskWords words) {
        var about = text("th", words.say("attendance.printed", new SheetWords(sheet, words).title(), words.full(sheet.startsAt())));
        about.setAttribute("colspan", String.valueOf(BOXES.size() + 3));
        about.getClassList().add("about");
        about.appendChild(text("small", words.say("attendance.printed", words.centre(), sheet.place())));
        var names = new Element("tr");
        names.appendChild(text("th", words.say("attendance.number")), text("th", words.say("attendance.person")));
        BOXES.forEach(mark -> names.appendChild(text("th", words.say("mark." + DeskNavigation.word(mark)))));
        names.appendChild(text("th", words.say("attendance.note")));
        var head = new Element("thead");
        head.appendChild(new Element("tr").appendChild(about), names);
        return head;
    }

    private Element body(AttendanceSheet sheet, DeskWords words) {
        var body = new Element("tbody");
        var said = new SheetWords(sheet, words);
        int number = 0;
        for (var line : sheet.lines()) {
            body.appendChild(row(++number, line.fullName(), said.more(line),
                    boxes.computeIfAbsent(line.key(), key -> new EnumMap<>(AttendanceMark.class))));
        }
        for (int i = 0; i < EMPTY_LINES; i++) {
            body.appendChild(row(++number, "", "", new EnumMap<>(AttendanceMark.class)));
        }
        return body;
    }

    private static Element row(int number, String name, String more, Map<AttendanceMark, Element> answers) {
        var person = text("td", name);
        if (!more.isEmpty()) {
            person.appendChild(text("small", " · " + more));
        }
        var row = new Element("tr").appendChild(text("td", String.valueOf(number)), person);
        BOXES.forEach(mark -> {
            var box = new Element("td");
            box.getClassList().add("box");
            answers.put(mark, box);
            row.appendChild(box);
        });
        return row.appendChild(text("td", ""));
    }

    private static Element text(String tag, String words) {
        var element = new Element(tag);
        element.setText(words);
        return element;
    }
}
