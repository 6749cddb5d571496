package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.CurrentUser;
import fr.preau.accounts.ui.CentreLayout;
import fr.preau.base.AllowedTo;
import fr.preau.base.Picto;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Call;
import fr.preau.base.ui.EmptyState;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Page;
import fr.preau.base.ui.RowList;
import fr.preau.base.ui.Toast;
import fr.preau.base.ui.TwoLines;
import fr.preau.registrations.CallLine;
import fr.preau.registrations.CallReason;
import fr.preau.registrations.DeskService;
import fr.preau.registrations.TodayService;
import fr.preau.registrations.TodayService.HoldLine;
import fr.preau.registrations.TodayService.OfferLine;
import fr.preau.registrations.TodayService.RequestLine;
import fr.preau.registrations.TodayService.SessionLine;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The staff's first screen: what starts soon, and what waits for somebody. */
@Route(value = DeskNavigation.TODAY, layout = CentreLayout.class)
@AllowedTo({Role.ANIMATOR, Role.RECEPTION, Role.DIRECTOR})
public class TodayView extends Page implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient TodayService today;
    private final transient DeskWords words;
    private final transient DeskService desk;
    private final Div content = new Div();
    private final List<Component> calls = new ArrayList<>();

    TodayView(TodayService today, DeskService desk, DeskWords words, Clock clock) {
        this.today = today;
        this.words = words;
        this.desk = desk;
        over(words.longDay(clock.instant()));
        title(words.say("today.title"));
        content.addClassName("stack");
        if (CurrentUser.isOneOf(Role.RECEPTION, Role.DIRECTOR)) {
            add(Link.alt(DeskNavigation.register(words.slug(), null, null), words.say("list.register")).with(Picto.ADD_PERSON));
        }
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        var day = today.today();
        content.removeAll();
        calls.clear();
        part("today.calls", day.calls(), this::call);
        part("today.requests", day.requests(), this::request);
        part("today.unfilled", day.unfilled(), this::past);
        part("today.offers", day.offers(), this::offer);
        part("today.holds", day.holds(), this::hold);
        all("today.sessions", day.sessions(), this::session);
        if (day.sessions().isEmpty() && content.getComponentCount() > 0) {
            content.add(new Paragraph(words.say("today.no-session")));
        }
        if (day.sessions().isEmpty() && day.calls().isEmpty() && day.requests().isEmpty() && day.holds().isEmpty() && day.offers().isEmpty() && day.unfilled().isEmpty()) {
            content.add(new EmptyState(Picto.DONE, words.say("today.empty.title"), words.say("today.empty.text"),
                    Link.alt(DeskNavigation.list(words.slug(), (UUID) null), words.say("list.all"))));
        }
    }

    private <T> void part(String key, List<T> lines, BiConsumer<RowList, T> row) {
        all(key, lines.stream().limit(TodayService.MOST).toList(), row);
        if (lines.size() > TodayService.MOST) {
            content.add(new Paragraph(words.say("today.more", TodayService.MOST)));
        }
    }

    private <T> void all(String key, List<T> lines, BiConsumer<RowList, T> row) {
        if (lines.isEmpty()) {
            return;
        }
        var list = new RowList();
        lines.forEach(line -> row.accept(list, line));
        content.add(new H2(words.say(key)), list);
    }

    private void session(RowList list, SessionLine line) {
        session(list, line, words.say("today.session", words.hour(line.startsAt()), words.title(line.title(), line.groupName())), "");
    }

    private void past(RowList list, SessionLine line) {
        session(list, line, words.title(line.title(), line.groupName()), words.brief(line.startsAt()) + " · ");
    }

    private void session(RowList list, SessionLine line, String what, String when) {
        var beyond = words.beyond(line.overbooked());
        var more = when + words.say("today.expected", line.expected()) + words.offered(line.offered()) + (beyond.isEmpty() ? "" : ", " + beyond)
                + " · " + line.place();
        list.add(what, more,
                Link.alt(DeskNavigation.attendance(words.slug(), line.session()), words.say("today.attendance")).dressed("small"));
    }

    private void call(RowList list, CallLine line) {
        var text = new Div(new TwoLines(line.householdName(), words.matter(line)), phone(line.phone()));
        var open = Link.alt(DeskNavigation.request(words.slug(), line.request()), words.say("today.open")).dressed("small");
        // A call about an offer that waits for it is done when the family has answered, on the request's own screen.
        if (line.about() != CallReason.PLACE_OFFERED && CurrentUser.isOneOf(Role.RECEPTION, Role.DIRECTOR)) {
            int place = calls.size();
            var both = new Div(open, Act.alt(words.say("today.called"), click -> called(line, place)).small());
            both.addClassName("line");
            list.row(text, both);
        } else {
            list.row(text, open);
        }
        text.getParent().ifPresent(calls::add);
    }

    private void called(CallLine line, int place) {
        desk.callDone(line.call(), null);
        show();
        goOnAt(calls, place);
        Toast.sayWithUndo(words.say("today.called-done", line.householdName()), () -> {
            desk.callAgain(line.call());
            show();
            goOnAt(calls, place);
        });
    }

    private Component phone(@Nullable String number) {
        return Call.to(number == null ? words.say("today.no-phone") : number);
    }

    private void request(RowList list, RequestLine line) {
        list.add(words.say("today.request", line.householdName(), line.title()), words.say("today.request-since", line.names(), words.brief(line.askedAt())),
                Link.alt(DeskNavigation.request(words.slug(), line.request()), words.say("today.answer")).dressed("small"));
    }

    private void offer(RowList list, OfferLine line) {
        list.add(line.householdName(), words.say("today.offer", line.title(), words.brief(line.deadline())),
                Link.alt(DeskNavigation.request(words.slug(), line.request()), words.say("today.open")).dressed("small"));
    }

    private void hold(RowList list, HoldLine line) {
        var until = words.say("today.hold", line.title(), words.brief(line.deadline()));
        list.add(line.householdName(), line.missing() == null ? until : until + " · " + words.say("request.missing", line.missing()),
                Link.alt(DeskNavigation.request(words.slug(), line.request()), words.say("today.open")).dressed("small"));
    }
}
