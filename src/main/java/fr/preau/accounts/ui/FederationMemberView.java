package fr.preau.accounts.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.team.FederationTeamService;
import fr.preau.accounts.team.Member;
import fr.preau.base.AllowedTo;
import fr.preau.base.Ids;
import fr.preau.base.Picto;
import fr.preau.base.Role;
import fr.preau.base.ui.Facts;
import fr.preau.base.ui.Page;

/** Somebody whom the federation helps: of its own team, or of a centre's where nobody else can. */
@Route(value = AccountNavigation.FEDERATION_MEMBER + "/:" + MemberView.WHO, layout = FederationLayout.class)
@AllowedTo(Role.FEDERATION)
public class FederationMemberView extends Page implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient FederationTeamService team;
    private final MemberPart part;

    FederationMemberView(FederationTeamService team) {
        this.team = team;
        narrow();
        back(AccountNavigation.federationTeam(), getTranslation("accounts.officers.title"));
        part = new MemberPart(team, AccountNavigation.federationTeam(), this::changed);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var member = event.getRouteParameters().get(MemberView.WHO).flatMap(Ids::read).flatMap(team::find).orElseThrow(NotFoundException::new);
        name(member);
        var facts = new Facts().add(Picto.MAIL, getTranslation("accounts.officers.mail"),
                member.mail().isEmpty() ? getTranslation("accounts.officers.no-mail") : member.mail());
        team.centresOf(member.account()).forEach(centre -> facts.add(Picto.HOME, getTranslation("accounts.officers.works-in"), centre));
        add(facts, new Paragraph(getTranslation("accounts.officers.who-is-it")), part);
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
