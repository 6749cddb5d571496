package fr.preau.accounts.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.team.Member;
import fr.preau.accounts.team.TeamService;
import fr.preau.base.AllowedTo;
import fr.preau.base.AppPaths;
import fr.preau.base.Ids;
import fr.preau.base.Role;
import fr.preau.base.ui.Page;
import fr.preau.centres.CentreService;

/** One member of the team: the roles, and whether the account is open. */
@Route(value = AccountNavigation.MEMBER + "/:" + MemberView.WHO, layout = CentreLayout.class)
@AllowedTo(Role.DIRECTOR)
public class MemberView extends Page implements BeforeEnterObserver {

    static final String WHO = "account";

    private static final long serialVersionUID = 1L;

    private final transient TeamService team;
    private final MemberPart part;

    MemberView(TeamService team, CentreService centres) {
        this.team = team;
        String way = AppPaths.in(centres.current().slug(), AccountNavigation.TEAM);
        narrow();
        back(way, getTranslation("accounts.team.title"));
        part = new MemberPart(team, way, this::changed);
        add(part);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var member = event.getRouteParameters().get(WHO).flatMap(Ids::read).flatMap(team::find).orElseThrow(NotFoundException::new);
        name(member);
        part.show(member);
    }

    private void name(Member member) {
        title(member.name());
    }

    /** What had the focus is gone. */
    private void changed(Member member) {
        name(member);
        goOnAtHeading();
    }
}
