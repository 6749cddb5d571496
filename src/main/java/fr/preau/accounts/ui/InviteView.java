package fr.preau.accounts.ui;

import com.vaadin.flow.router.Route;
import fr.preau.accounts.team.TeamService;
import fr.preau.base.AllowedTo;
import fr.preau.base.AppPaths;
import fr.preau.base.Role;
import fr.preau.base.ui.Page;
import fr.preau.centres.CentreService;

/** Brings somebody into the team of a centre, by mail. */
@Route(value = AccountNavigation.INVITE, layout = CentreLayout.class)
@AllowedTo(Role.DIRECTOR)
public class InviteView extends Page {

    private static final long serialVersionUID = 1L;

    InviteView(TeamService team, CentreService centres) {
        String way = AppPaths.in(centres.current().slug(), AccountNavigation.TEAM);
        title(getTranslation("accounts.team.invite"));
        narrow();
        back(way, getTranslation("accounts.team.title"));
        add(new InvitePart(team.roles(), getTranslation("accounts.team.role"), team::invite, way));
    }
}
