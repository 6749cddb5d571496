package fr.preau.accounts.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.team.FederationTeamService;
import fr.preau.accounts.team.Member;
import fr.preau.accounts.team.Officer;
import fr.preau.accounts.team.TeamRefusal;
import fr.preau.base.AllowedTo;
import fr.preau.base.Picto;
import fr.preau.base.Role;
import fr.preau.base.Tint;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.DataTable;
import fr.preau.base.ui.FormSection;
import fr.preau.base.ui.Label;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.Page;
import fr.preau.base.ui.Pager;
import fr.preau.base.ui.PlainField;
import java.util.stream.Collectors;

/** Who works for the federation, and the way to somebody of a centre who cannot come in any more. */
@Route(value = AccountNavigation.FEDERATION_TEAM, layout = FederationLayout.class)
@AllowedTo(Role.FEDERATION)
public class FederationTeamView extends Page implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 25;
    private static final String PAGE = "page";

    private final transient FederationTeamService team;
    private final DataTable<Officer> table;

    FederationTeamView(FederationTeamService team) {
        this.team = team;
        title(getTranslation("accounts.officers.title"));
        lead(getTranslation("accounts.officers.lead"));
        acts(Link.go(AccountNavigation.federationInvite(), getTranslation("accounts.team.invite")).with(Picto.PLUS));
        if (team.amIAlone()) {
            add(Notice.warn(getTranslation("accounts.officers.alone")).titled(getTranslation("accounts.officers.alone-title")));
        }
        table = new DataTable<Officer>(getTranslation("accounts.officers.title"), (offset, limit) -> team.page(offset / limit, limit), team::size)
                .twoLines(getTranslation("accounts.team.who"), one -> one.member().name(), one -> one.member().mail())
                .text(getTranslation("accounts.team.roles"), this::roles)
                .column(getTranslation("accounts.team.state"), this::state)
                .acts(getTranslation("accounts.team.acts"), this::open)
                .pagesOf(ROWS)
                .pageLinks(page -> AccountNavigation.federationTeam() + "?" + PAGE + "=" + page);
        add(table, lost());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        table.show(Pager.page(event.getLocation().getQueryParameters(), PAGE));
    }

    private FormSection lost() {
        var mail = new PlainField(getTranslation("accounts.team.mail")).named("lost-mail").helped("off", "email");
        return new FormSection(getTranslation("accounts.officers.lost"), mail, Act.alt(getTranslation("accounts.officers.lost.find"), click -> find(mail))
                .with(Picto.SEARCH)).hint(getTranslation("accounts.officers.lost.hint"));
    }

    private void find(PlainField mail) {
        mail.accept();
        team.findByMail(mail.getValue()).map(Member::account).ifPresentOrElse(
                account -> UI.getCurrent().navigate(AccountNavigation.FEDERATION_MEMBER + "/" + account),
                () -> mail.refuse(getTranslation(TeamRefusal.NOBODY_OF_THE_STAFF.key())));
    }

    private String roles(Officer one) {
        return one.member().roles().stream().map(role -> getTranslation(RoleWords.name(role))).collect(Collectors.joining(", "));
    }

    private Label state(Officer one) {
        if (one.member().disabled()) {
            return new Label(Tint.BRICK, getTranslation("accounts.team.shut"));
        }
        return one.arrived() || one.member().me() ? new Label(Tint.LIME, getTranslation(one.member().me() ? "accounts.team.me" : "accounts.team.open"))
                : new Label(Tint.SUN, getTranslation("accounts.officers.not-arrived"));
    }

    private Link open(Officer one) {
        var link = Link.alt(AccountNavigation.federationMember(one.member().account()), getTranslation("accounts.team.see")).dressed("small");
        link.getElement().setAttribute("aria-label", getTranslation("accounts.team.see-member", one.member().name()));
        return link;
    }
}
