package fr.preau.accounts.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.AccountService;
import fr.preau.accounts.MyCentresService;
import fr.preau.base.AllowedTo;
import fr.preau.base.AppPaths;
import fr.preau.base.Picto;
import fr.preau.base.Role;
import fr.preau.base.ui.EmptyState;
import fr.preau.base.ui.FormSection;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Page;
import fr.preau.base.ui.RowList;
import fr.preau.base.ui.Section;
import fr.preau.centres.CentreRecord;
import fr.preau.centres.CentreService;
import java.util.List;
import java.util.Optional;

/**
 * Where everybody arrives: it leads on to the person's centre, or to the federation for who works there. Who has several goes on to the last one or chooses; who
 * has none yet chooses among all.
 */
@Route(value = "", layout = AppLayout.class)
@AllowedTo(Role.SIGNED_IN)
public class HomeView extends Page implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient MyCentresService mine;
    private final transient CentreService centres;
    private final transient AccountService accounts;
    private final transient Sections sections;

    HomeView(MyCentresService mine, CentreService centres, AccountService accounts, Sections sections) {
        this.mine = mine;
        this.centres = centres;
        this.accounts = accounts;
        this.sections = sections;
        title(getTranslation("accounts.home.title"));
        narrow();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var known = mine.mine();
        var own = sections.ofTheFederation().stream().findFirst();
        boolean choose = event.getLocation().getQueryParameters().getParameters().containsKey(AccountNavigation.CHOICE);
        var on = choose ? Optional.<String>empty() : own.map(Section::path).or(() -> only(known).flatMap(this::arrival));
        on.ifPresentOrElse(event::forwardTo, () -> offer(known, choose));
    }

    /** The one centre there is no doubt about. */
    private static Optional<CentreRecord> only(List<CentreRecord> known) {
        var last = LastCentre.find().flatMap(slug -> known.stream().filter(centre -> centre.slug().equals(slug)).findFirst());
        return last.or(() -> known.size() == 1 ? Optional.of(known.getFirst()) : Optional.empty());
    }

    private void offer(List<CentreRecord> known, boolean choose) {
        boolean first = known.isEmpty();
        var onlyHere = OnlyHere.notice(this, centres, accounts);
        onlyHere.ifPresentOrElse(this::add, () -> lead(getTranslation(
                first ? "accounts.home.first" : known.size() == 1 ? "accounts.home.one" : "accounts.home.several")));
        show(first ? centres.all() : known);
        if (onlyHere.isEmpty() && choose && !first && known.size() < centres.all().size()) {
            add(new FormSection(getTranslation("accounts.home.others"), rows(centres.all().stream().filter(centre -> !known.contains(centre)).toList())));
        }
    }

    private void show(List<CentreRecord> some) {
        add(some.isEmpty() ? new EmptyState(Picto.HOME, getTranslation("accounts.home.none"), getTranslation("accounts.home.none-more"))
                : rows(some));
    }

    private RowList rows(List<CentreRecord> some) {
        var rows = new RowList();
        some.forEach(centre -> arrival(centre).ifPresent(way -> {
            var open = Link.alt(AppPaths.of(way), getTranslation("accounts.home.enter")).endsWith(Picto.NEXT).dressed("small");
            open.getElement().setAttribute("aria-label", getTranslation("accounts.home.enter-centre", centre.name()));
            rows.add(centre.name(), centre.contact().city(), open);
        }));
        return rows;
    }

    /** The way to the first section that the person may open there, below {@code /app}. */
    private Optional<String> arrival(CentreRecord centre) {
        return sections.firstIn(centre.id()).map(Section::path).map(path -> centre.slug() + "/" + path);
    }
}
