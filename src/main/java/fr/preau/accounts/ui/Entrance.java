package fr.preau.accounts.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterListener;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import fr.preau.accounts.AccessRules;
import fr.preau.accounts.CurrentUser;
import fr.preau.base.ui.UiCentre;
import fr.preau.centres.CentreService;
import org.springframework.stereotype.Component;

/**
 * Stands before every screen: finds the centre that the address names, then asks whether the person may enter there.
 * The centre is in the address, so that two tabs may be in two centres and a link says where it leads.
 */
@Component
class Entrance implements VaadinServiceInitListener, BeforeEnterListener {

    private static final long serialVersionUID = 1L;

    /** The part of an address that names the centre. */
    static final String CENTRE = "centre";

    private final transient CentreService centres;

    Entrance(CentreService centres) {
        this.centres = centres;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> init.getUI().addBeforeEnterListener(this));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (event.isErrorEvent()) {
            return;
        }
        enterCentre(event);
        if (!AccessRules.allows(event.getNavigationTarget())) {
            if (CurrentUser.find().isEmpty()) {
                event.getUI().getPage().setLocation("/connexion");
            }
            event.rerouteToError(AccessDeniedException.class);
        }
    }

    private void enterCentre(BeforeEnterEvent event) {
        UI ui = event.getUI();
        var slug = event.getRouteParameters().get(CENTRE);
        if (slug.isEmpty()) {
            UiCentre.leave(ui);
            return;
        }
        var centre = centres.findBySlug(slug.get());
        if (centre.isEmpty()) {
            UiCentre.leave(ui);
            throw new NotFoundException();
        }
        UiCentre.enter(ui, centre.get().id());
        LastCentre.remember(slug.get());
    }
}
