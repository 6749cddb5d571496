package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import fr.preau.accounts.CurrentUser;
import fr.preau.accounts.ui.CentreLayout;
import fr.preau.base.AllowedTo;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Ids;
import fr.preau.base.Picto;
import fr.preau.base.Role;
import fr.preau.base.ui.Chips;
import fr.preau.base.ui.DataTable;
import fr.preau.base.ui.EmptyState;
import fr.preau.base.ui.FindLine;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Page;
import fr.preau.base.ui.Pager;
import fr.preau.base.ui.TwoLines;
import fr.preau.centres.CentreService;
import fr.preau.registrations.PartyRule;
import fr.preau.registrations.followup.FollowUpFilter;
import fr.preau.registrations.followup.FollowUpFilter.Show;
import fr.preau.registrations.followup.FollowUpLine;
import fr.preau.registrations.followup.FollowUpService;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All requests of the centre's families; what is shown is in the address. */
@Route(value = DeskNavigation.LIST, layout = CentreLayout.class)
@AllowedTo({Role.ANIMATOR, Role.RECEPTION, Role.DIRECTOR})
public class RegistrationsView extends Page implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient FollowUpService followUp;
    private final transient CentreService centres;
    private final transient DeskWords words;
    private final transient Clock clock;
    private final Div content = new Div();

    RegistrationsView(FollowUpService followUp, CentreService centres, DeskWords words, Clock clock) {
        this.followUp = followUp;
        this.centres = centres;
        this.words = words;
        this.clock = clock;
        title(words.say("list.title"));
        if (mayRegister()) {
            acts(Link.go(DeskNavigation.register(words.slug(), null, null), words.say("list.register")).with(Picto.ADD_PERSON));
        }
        content.addClassName("stack");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var state = State.of(event.getLocation().getQueryParameters());
        var filter = filter(state);
        content.removeAll();
        content.add(tools(state), new FindLine(words.say("list.find"), state.words(), typed -> go(state.finding(typed).at(1))),
                table(state, filter));
        if (mayRegister()) {
            content.add(exports(filter));
        }
    }

    private Chips tools(State state) {
        var chips = new Chips(words.say("list.filters"));
        long toDo = followUp.count(FollowUpFilter.of(Show.TO_DO));
        chip(chips, state, Show.TO_DO, words.say("list.to-do", toDo));
        chip(chips, state, Show.TO_ACCEPT, words.say("list.to-accept"));
        chip(chips, state, Show.WAITING, words.say("list.waiting"));
        chip(chips, state, Show.CONFIRMED, words.say("list.confirmed"));
        chip(chips, state, Show.ENDED, words.say("list.ended"));
        chip(chips, state, Show.ALL, words.say("list.all"));
        chips.add(words.say("list.this-week"), href(state.withWeek(!state.week()).at(1)), state.week());
        return chips;
    }

    private void chip(Chips chips, State state, Show show, String text) {
        chips.add(text, href(state.showing(show).at(1)), state.show() == show);
    }

    private DataTable<FollowUpLine> table(State state, FollowUpFilter filter) {
        var table = new DataTable<FollowUpLine>(words.say("list.title"), (offset, limit) -> followUp.page(filter, offset, limit),
                () -> followUp.count(filter))
                .column(words.say("list.household"), line -> household(line, state))
                .twoLines(words.say("list.activity"), FollowUpLine::title, line -> line.groupName())
                .column(words.say("list.state"), words::state)
                .text(words.say("list.since"), words::since)
                .whenEmpty(new EmptyState(Picto.INBOX, words.say("list.empty.title"), words.say("list.empty.text"),
                        Link.alt(href(State.EVERYTHING), words.say("list.all"))))
                .pageLinks(page -> href(state.at(page)));
        table.show(state.page());
        return table;
    }

    private Link household(FollowUpLine line, State state) {
        var more = words.say(line.rule() == PartyRule.TOGETHER && line.persons() > 1 ? "list.together" : "list.persons", line.persons());
        if (line.overbooked()) {
            more += " · " + words.say("list.overbooked");
        }
        return new Link(DeskNavigation.request(words.slug(), line.request(), state.parameters()), new TwoLines(line.householdName(), line.names() + " · " + more));
    }

    private Div exports(FollowUpFilter filter) {
        var line = new Div(export(words.say("list.csv"), "inscriptions.csv", "text/csv;charset=utf-8", out -> followUp.exportCsv(filter, out)),
                export(words.say("list.xlsx"), "inscriptions.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        out -> followUp.exportXlsx(filter, out)));
        line.addClassName("line");
        return line;
    }

    @FunctionalInterface
    private interface Writing extends Serializable {
        void to(OutputStream out) throws IOException;
    }

    private static Anchor export(String text, String name, String type, Writing writing) {
        var centre = CurrentCentre.require();
        DownloadHandler handler = event -> {
            event.setFileName(name);
            event.setContentType(type);
            event.getResponse().setHeader("Cache-Control", "no-store");
            CurrentCentre.<Boolean, IOException>in(centre, () -> {
                writing.to(event.getOutputStream());
                return true;
            });
        };
        var link = new Anchor(handler, text);
        link.addClassNames("btn", "quiet", "small");
        return link;
    }

    private FollowUpFilter filter(State state) {
        var zone = centres.current().zone();
        var monday = clock.instant().atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return state.week()
                ? new FollowUpFilter(state.show(), state.activity().orElse(null), monday.atStartOfDay(zone).toInstant(),
                        monday.plusWeeks(1).atStartOfDay(zone).toInstant(), state.words())
                : new FollowUpFilter(state.show(), state.activity().orElse(null), null, null, state.words());
    }

    private void go(State state) {
        DeskNavigation.go(href(state));
    }

    private String href(State state) {
        return DeskNavigation.list(words.slug(), state.parameters());
    }

    private static boolean mayRegister() {
        return CurrentUser.isOneOf(Role.RECEPTION, Role.DIRECTOR);
    }

    /** What the address says. */
    private record State(Show show, boolean week, Optional<UUID> activity, String words, int page) {

        static final State EVERYTHING = new State(Show.ALL, false, Optional.empty(), "", 1);

        static State of(QueryParameters query) {
            var words = query.getSingleParameter("mots").orElse("");
            return new State(
                    query.getSingleParameter("voir").flatMap(word -> Arrays.stream(Show.values())
                            .filter(show -> DeskNavigation.word(show).equals(word)).findFirst()).orElse(Show.TO_DO),
                    query.getSingleParameter("quand").filter("semaine"::equals).isPresent(),
                    query.getSingleParameter("activite").flatMap(Ids::read),
                    FindLine.shortened(words),
                    Pager.page(query, "page"));
        }

        Map<String, String> parameters() {
            var all = new LinkedHashMap<String, String>();
            all.put("voir", show == Show.TO_DO ? "" : DeskNavigation.word(show));
            all.put("quand", week ? "semaine" : "");
            all.put("activite", activity.map(UUID::toString).orElse(""));
            all.put("mots", words);
            all.put("page", page > 1 ? Integer.toString(page) : "");
            return all;
        }

        State showing(Show other) {
            return new State(other, week, activity, words, page);
        }

        State withWeek(boolean thisWeek) {
            return new State(show, thisWeek, activity, words, page);
        }

        State finding(String typed) {
            return new State(show == Show.TO_DO ? Show.ALL : show, week, activity, typed.strip(), page);
        }

        State at(int number) {
            return new State(show, week, activity, words, number);
        }
    }
}
