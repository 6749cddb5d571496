package fr.preau.activities.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import fr.preau.activities.ActivitySheet;
import fr.preau.activities.GroupSheet;
import fr.preau.activities.SessionRecord;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.RowList;
import fr.preau.base.ui.TwoLines;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The sessions of a group in rows: those that come first, the others folded away. */
@Component
class SessionRows {

    private static final int AT_ONCE = 6;

    private final ActivityWords words;
    private final Clock clock;

    SessionRows(ActivityWords words, Clock clock) {
        this.words = words;
        this.clock = clock;
    }

    boolean hasDateToCome(ActivitySheet sheet) {
        return sheet.next(clock.instant()).isPresent();
    }

    /** Of all groups. */
    List<SessionRecord> toCome(ActivitySheet sheet) {
        return sheet.groups().stream().flatMap(group -> group.toCome(clock.instant()).stream()).toList();
    }

    boolean isToCome(SessionRecord session) {
        return session.isToCome(clock.instant());
    }

    /**
     * @param open   whether sessions may be changed from here
     * @param sought what was sought in the list before, to be handed on
     */
    Div of(ActivitySheet sheet, GroupSheet group, boolean open, String sought) {
        var now = clock.instant();
        var part = new Div();
        part.addClassName("stack");
        var ahead = group.sessions().stream().filter(session -> session.endsAt().isAfter(now)).toList();
        var past = group.sessions().stream().filter(session -> !session.endsAt().isAfter(now))
                .sorted(Comparator.comparing(SessionRecord::startsAt).reversed()).toList();
        if (ahead.isEmpty()) {
            part.add(new Paragraph(words.say("view.none")));
        }
        part.add(list(sheet, ahead.stream().limit(AT_ONCE).toList(), open, sought));
        if (ahead.size() > AT_ONCE) {
            part.add(folded(words.say("view.later", ahead.size() - AT_ONCE), list(sheet, ahead.subList(AT_ONCE, ahead.size()), open, sought)));
        }
        if (!past.isEmpty()) {
            part.add(folded(words.say("view.past", past.size()), list(sheet, past, false, sought)));
        }
        return part;
    }

    private static NativeDetails folded(String summary, RowList rows) {
        var details = new NativeDetails(summary, rows);
        details.addClassName("fold");
        return details;
    }

    private RowList list(ActivitySheet sheet, List<SessionRecord> sessions, boolean open, String sought) {
        var rows = new RowList();
        rows.addClassName("sessions");
        sessions.forEach(session -> rows.row(new TwoLines(words.session(session), people(sheet, session)), acts(sheet, session, open, sought)));
        return rows;
    }

    private Div acts(ActivitySheet sheet, SessionRecord session, boolean open, String sought) {
        var line = new Div();
        line.addClassName("line");
        String day = words.session(session);
        if (open && isToCome(session)) {
            line.add(named(Link.alt(ActivitiesNavigation.session(words.centre(), sheet.id(), session.id()) + sought, words.say("view.change")), day));
        }
        if (session.isPlanned()) {
            line.add(named(Link.alt(ActivitiesNavigation.attendance(words.centre(), session.id()), words.say("view.attendance")), day));
        }
        return line;
    }

    /** "Modifier, mercredi 2 décembre" for screen readers: each link says which session it is for. */
    private Link named(Link link, String day) {
        link.dressed("small");
        link.setAriaLabel(words.say("view.link-for", link.getText(), day));
        return link;
    }

    /** "9 places prises. Il reste 3 places." */
    String people(ActivitySheet sheet, SessionRecord session) {
        if (!session.isPlanned()) {
            return session.reason() == null || session.reason().isEmpty() ? words.say("session.cancelled") : words.say("session.cancelled-because", session.reason());
        }
        if (!sheet.rules().registrationNeeded() && session.taken() == 0) {
            return words.say("session.drop-in");
        }
        var text = new StringBuilder(words.say("session.taken", session.taken()));
        if (isToCome(session)) {
            int beyond = session.taken() - session.places();
            text.append(' ').append(beyond > 0 ? words.say("session.beyond", beyond) : words.say("session.free", session.places() - session.taken()));
            if (session.waiting() > 0) {
                text.append(' ').append(words.say("session.waiting", session.waiting()));
            }
        }
        return text.toString();
    }
}
