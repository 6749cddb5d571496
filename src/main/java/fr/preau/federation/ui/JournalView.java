package fr.preau.federation.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.Audit;
import fr.preau.accounts.AuditRecord;
import fr.preau.accounts.ui.FederationLayout;
import fr.preau.base.AllowedTo;
import fr.preau.base.Moments;
import fr.preau.base.Picto;
import fr.preau.base.Role;
import fr.preau.base.ui.DataTable;
import fr.preau.base.ui.EmptyState;
import fr.preau.base.ui.Page;
import fr.preau.centres.CentreRecord;
import fr.preau.centres.CentreService;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The journal of what was sensitive. It names accounts by their number: who that is, the centre's direction knows. */
@Route(value = FederationNavigation.JOURNAL, layout = FederationLayout.class)
@AllowedTo(Role.TECHNICIAN)
public class JournalView extends Page implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 25;
    private static final int SHOWN = 13;

    private final transient CentreService centres;
    private final transient Moments moments;
    private final DataTable<AuditRecord> table;

    JournalView(Audit audit, CentreService centres, Moments moments) {
        this.centres = centres;
        this.moments = moments;
        title(getTranslation("federation.journal.title"));
        lead(getTranslation("federation.journal.lead"));
        table = new DataTable<AuditRecord>(getTranslation("federation.journal.title"), (offset, limit) -> audit.page(offset / limit, limit), audit::count)
                .text(getTranslation("federation.journal.when"), line -> moments.full(line.at(), Moments.PARIS))
                .twoLines(getTranslation("federation.journal.what"), AuditRecord::action, line -> Optional.ofNullable(line.reason()).orElse(""))
                .twoLines(getTranslation("federation.journal.object"), AuditRecord::objectType, line -> number(line.object()))
                .text(getTranslation("federation.journal.who"), line -> number(line.account()))
                .text(getTranslation("federation.centre"), line -> Optional.ofNullable(line.centre()).flatMap(this.centres::find)
                        .map(CentreRecord::shortName).orElse(""))
                .whenEmpty(new EmptyState(Picto.HISTORY, getTranslation("federation.journal.none"), getTranslation("federation.journal.none-more")))
                .pagesOf(ROWS)
                .pageLinks(FederationNavigation::journal);
        add(table);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        table.show(event.getLocation().getQueryParameters().getSingleParameter("page")
                .filter(page -> page.matches("[0-9]{1,6}")).map(Integer::parseInt).orElse(1));
    }

    /** The end of the number, which is its random part. */
    private static String number(@Nullable UUID id) {
        return id == null ? "" : "…" + id.toString().substring(36 - SHOWN + 1);
    }
}
