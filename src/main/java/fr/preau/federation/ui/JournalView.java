package fr.preau.federation.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.Audit;
import fr.preau.accounts.AuditFilter;
import fr.preau.accounts.AuditRecord;
import fr.preau.accounts.ui.FederationLayout;
import fr.preau.base.AllowedTo;
import fr.preau.base.Moments;
import fr.preau.base.Picto;
import fr.preau.base.Role;
import fr.preau.base.ui.Chips;
import fr.preau.base.ui.DataTable;
import fr.preau.base.ui.EmptyState;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Page;
import fr.preau.base.ui.Pager;
import fr.preau.centres.CentreRecord;
import fr.preau.centres.CentreService;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The journal of what was sensitive, by period and centre, which stand in the address. It names accounts by their number: who
 * that is, the centre's direction knows.
 */
@Route(value = FederationNavigation.JOURNAL, layout = FederationLayout.class)
@AllowedTo(Role.TECHNICIAN)
public class JournalView extends Page implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 25;

    private final transient Audit audit;
    private final transient CentreService centres;
    private final transient JournalWords words;
    private final transient Moments moments;
    private final transient Clock clock;
    private final Div content = new Div();

    JournalView(Audit audit, CentreService centres, JournalWords words, Moments moments, Clock clock) {
        this.audit = audit;
        this.centres = centres;
        this.words = words;
        this.moments = moments;
        this.clock = clock;
        title(getTranslation("federation.journal.title"));
        lead(getTranslation("federation.journal.lead"));
        content.addClassName("stack");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var all = centres.all();
        var state = State.of(event.getLocation().getQueryParameters());
        content.removeAll();
        content.add(periods(state), places(state, all), table(state, all));
    }

    private Chips periods(State state) {
        var chips = new Chips(getTranslation("federation.journal.when"));
        for (var period : Period.values()) {
            chips.add(getTranslation("federation.journal.period." + period.word()), FederationNavigation.journal(period.word(), state.centre(), 1),
                    state.period() == period);
        }
        return chips;
    }

    private Chips places(State state, List<CentreRecord> all) {
        var chips = new Chips(getTranslation("federation.centre"));
        chips.add(getTranslation("federation.journal.everywhere"), FederationNavigation.journal(state.period().word(), "", 1), state.centre().isEmpty());
        all.forEach(centre -> chips.add(centre.shortName(), FederationNavigation.journal(state.period().word(), centre.slug(), 1),
                centre.slug().equals(state.centre())));
        return chips;
    }

    private DataTable<AuditRecord> table(State state, List<CentreRecord> all) {
        var names = all.stream().collect(Collectors.toMap(CentreRecord::id, Function.identity()));
        var filter = filter(state, all);
        var empty = filter.equals(AuditFilter.ALL)
                ? new EmptyState(Picto.HISTORY, getTranslation("federation.journal.none"), getTranslation("federation.journal.none-more"))
                : new EmptyState(Picto.HISTORY, getTranslation("federation.journal.not-found"), getTranslation("federation.journal.not-found-more"),
                        Link.alt(FederationNavigation.journal(Period.ALL.word(), "", 1), getTranslation("federation.journal.whole")));
        var table = new DataTable<AuditRecord>(getTranslation("federation.journal.title"), (offset, limit) -> audit.page(filter, offset / limit, limit),
                () -> audit.count(filter))
                .text(getTranslation("federation.journal.when"), line -> moments.brief(line.at(), Moments.PARIS))
                .twoLines(getTranslation("federation.journal.what"), words::action, words::reason)
                .twoLines(getTranslation("federation.journal.object"), words::object, line -> what(line, names.get(line.object())))
                .text(getTranslation("federation.journal.who"), line -> line.account() == null ? getTranslation("federation.journal.by-itself") : words.number(line.account()))
                .text(getTranslation("federation.centre"), line -> shortName(names.get(line.centre())))
                .whenEmpty(empty)
                .pagesOf(ROWS)
                .pageLinks(page -> FederationNavigation.journal(state.period().word(), state.centre(), page));
        table.show(state.page());
        return table;
    }

    /** A centre has a public name; all else is a number. */
    private String what(AuditRecord line, @Nullable CentreRecord centre) {
        return centre == null ? words.number(line.object()) : centre.shortName();
    }

    private static String shortName(@Nullable CentreRecord centre) {
        return centre == null ? "" : centre.shortName();
    }

    private AuditFilter filter(State state, List<CentreRecord> all) {
        var centre = all.stream().filter(one -> one.slug().equals(state.centre())).map(CentreRecord::id).findFirst();
        return new AuditFilter(state.period().first(LocalDate.ofInstant(clock.instant(), Moments.PARIS))
                .map(day -> day.atStartOfDay(Moments.PARIS).toInstant()).orElse(null), centre.orElse(null));
    }

    /** How far back. */
    private enum Period {
        ALL("tout", null), TODAY("jour", 0), WEEK("semaine", 6), MONTH("mois", 29);

        private final String word;
        private final @Nullable Integer daysBack;

        Period(String word, @Nullable Integer daysBack) {
            this.word = word;
            this.daysBack = daysBack;
        }

        String word() {
            return word;
        }

        Optional<LocalDate> first(LocalDate today) {
            return Optional.ofNullable(daysBack).map(today::minusDays);
        }
    }

    /** What the address says. */
    private record State(Period period, String centre, int page) {

        static State of(QueryParameters query) {
            return new State(
                    query.getSingleParameter("periode").flatMap(word -> Arrays.stream(Period.values()).filter(one -> one.word().equals(word)).findFirst())
                            .orElse(Period.ALL),
                    query.getSingleParameter("centre").map(slug -> slug.toLowerCase(Locale.ROOT)).orElse(""),
                    Pager.page(query, "page"));
        }
    }
}
