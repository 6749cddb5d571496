package fr.preau.accounts.ui;

import com.vaadin.flow.router.Route;
import fr.preau.accounts.team.FederationTeamService;
import fr.preau.base.AllowedTo;
import fr.preau.base.Role;
import fr.preau.base.ui.Page;

/** Brings somebody into the federation's team, by mail. */
@Route(value = AccountNavigation.FEDERATION_INVITE, layout = FederationLayout.class)
@AllowedTo(Role.FEDERATION)
public class FederationInviteView extends Page {

    private static final long serialVersionUID = 1L;

    FederationInviteView(FederationTeamService team) {
        title(getTranslation("accounts.team.invite"));
        narrow();
        back(AccountNavigation.federationTeam(), getTranslation("accounts.officers.title"));
        add(new InvitePart(team.roles(), getTranslation("accounts.officers.role"), team::invite, AccountNavigation.federationTeam()));
    }
}
