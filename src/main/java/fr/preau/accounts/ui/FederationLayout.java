package fr.preau.accounts.ui;

import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import fr.preau.base.AppPaths;
import fr.preau.base.Demonstration;
import fr.preau.base.Picto;
import fr.preau.base.ui.Page;
import java.util.Comparator;

/** The frame around the screens that stand in no centre: those of the federation and of its technician. */
public class FederationLayout extends AppLayout implements AfterNavigationObserver {

    private static final long serialVersionUID = 1L;

    private final transient Sections sections;

    FederationLayout(Sections sections, Demonstration demonstration) {
        super(demonstration);
        this.sections = sections;
        named(getTranslation("accounts.space.federation"), AppPaths.HOME);
        showWhoIsHere(AppPaths.of(AccountNavigation.ACCOUNT));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String here = event.getLocation().getPath();
        var open = sections.ofTheFederation();
        // The longest that fits: a journal below the machine's address is not the machine's screen.
        var current = open.stream().filter(one -> here.equals(one.path()) || here.startsWith(one.path() + "/"))
                .max(Comparator.comparingInt(one -> one.path().length()));
        sections(open.stream().map(one -> new Entry(getTranslation(one.label()), Picto.of(one.picto()).orElse(Picto.LIST),
                AppPaths.of(one.path()), current.filter(one::equals).isPresent())).toList());
        if (!event.getActiveChain().isEmpty() && event.getActiveChain().getFirst() instanceof Page page) {
            page.of(getTranslation("accounts.space.federation"));
        }
    }
}
