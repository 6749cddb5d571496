package fr.preau.accounts.ui;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import fr.preau.accounts.CurrentUser;
import fr.preau.accounts.SignedIn;
import fr.preau.base.AppPaths;
import fr.preau.base.CurrentCentre;
import fr.preau.centres.CentreService;
import jakarta.servlet.http.HttpServletResponse;

/** A screen for others: the team of this centre, or of another one. Or for oneself, but by another door. */
@ParentLayout(CentreLayout.class)
public class AccessDeniedView extends OopsPage implements HasErrorParameter<AccessDeniedException> {

    private static final long serialVersionUID = 1L;

    private final transient CentreService centres;

    AccessDeniedView(CentreService centres) {
        this.centres = centres;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> error) {
        var here = CurrentCentre.find();
        boolean worksElsewhere = CurrentUser.find().filter(user -> user.isStaff()
                && here.filter(centre -> user.grants().stream().noneMatch(grant -> centre.equals(grant.centre()))).isPresent()).isPresent();
        var onlyIn = CurrentUser.find().filter(user -> !user.opens(here.orElse(null))).map(SignedIn::onlyIn).flatMap(centres::find);
        if (onlyIn.isPresent()) {
            say("other-centre", centres.current().name(), onlyIn.get().name());
            add(new SignOutForm("alt").thenTo(AppPaths.of(event.getLocation().getPathWithQueryParameters())));
        } else if (worksElsewhere) {
            say("elsewhere", centres.current().name(), CurrentUser.require().displayName());
        } else {
            say("closed");
        }
        return HttpServletResponse.SC_FORBIDDEN;
    }
}
