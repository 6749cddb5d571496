package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.ui.CentreLayout;
import fr.preau.base.AllowedTo;
import fr.preau.base.Picto;
import fr.preau.base.Role;
import fr.preau.base.ui.EmptyState;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Page;
import fr.preau.base.ui.RowList;
import fr.preau.registrations.TodayService;
import fr.preau.registrations.TodayService.CallLine;
import fr.preau.registrations.TodayService.OfferLine;
import fr.preau.registrations.TodayService.SessionLine;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;

/** The staff's first screen: what starts soon, and what waits for somebody. */
@Route(value = DeskNavigation.TODAY, layout = CentreLayout.class)
@AllowedTo({Role.ANIMATOR, Role.RECEPTION, Role.DIRECTOR})
public class TodayView extends Page implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient TodayService today;
    private final transient DeskWords words;
    private final transient Clock clock;

    TodayView(TodayService today, DeskWords words, Clock clock) {
        this.today = today;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var day = today.today();
        over(words.longDay(clock.instant()));
        title(words.say("today.title"));
        part("today.calls", day.calls(), this::call);
        part("today.unfilled", day.unfilled(), this::session);
        part("today.offers", day.offers(), this::offer);
        part("today.sessions", day.sessions(), this::session);
        if (day.sessions().isEmpty() && day.calls().isEmpty() && day.offers().isEmpty() && day.unfilled().isEmpty()) {
            add(new EmptyState(Picto.DONE, words.say("today.empty.title"), words.say("today.empty.text"),
                    Link.alt(DeskNavigation.list(words.slug(), (UUID) null), words.say("list.all"))));
        }
    }

    private <T> void part(String key, List<T> lines, BiConsumer<RowList, T> row) {
        if (lines.isEmpty()) {
            return;
        }
        var list = new RowList();

        lines.forEach(line -> row.accept(list, line));
        add(new H2(words.say(key)), list);
    }

    private void session(RowList list, SessionLine line) {
        var beyond = words.beyond(line.overbooked());
        var more = words.say("today.expected", line.expected()) + (beyond.isEmpty() ? "" : ", " + beyond) + " · " + line.place();
        list.add(words.say("today.session", words.brief(line.startsAt()), line.title()), more,
                Link.alt(DeskNavigation.attendance(words.slug(), line.session()), words.say("today.attendance")).dressed("small"));
    }

    private void call(RowList list, CallLine line) {
        var phone = Objects.requireNonNullElse(line.phone(), words.say("today.no-phone"));
        list.add(words.say("today.call", line.householdName(), phone),
                words.say("call." + DeskNavigation.word(line.about()), line.title()),
                Link.alt(DeskNavigation.request(words.slug(), line.request()), words.say("today.open")).dressed("small"));
    }

    private void offer(RowList list, OfferLine line) {
        list.add(line.householdName(), words.say("today.offer", line.title(), words.brief(line.deadline())),
                Link.alt(DeskNavigation.request(words.slug(), line.request()), words.say("today.open")).dressed("small"));
    }
}
