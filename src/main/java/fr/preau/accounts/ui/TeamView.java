package fr.preau.accounts.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.team.Member;
import fr.preau.accounts.team.TeamService;
import fr.preau.base.AllowedTo;
import fr.preau.base.AppPaths;
import fr.preau.base.Picto;
import fr.preau.base.Role;
import fr.preau.base.Tint;
import fr.preau.base.ui.DataTable;
import fr.preau.base.ui.Label;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Page;
import fr.preau.base.ui.Pager;
import fr.preau.centres.CentreService;
import java.util.UUID;
import java.util.stream.Collectors;

/** "Équipe": who works here, with which roles. */
@Route(value = AccountNavigation.TEAM, layout = CentreLayout.class)
@AllowedTo(Role.DIRECTOR)
public class TeamView extends Page implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 25;
    private static final String PAGE = "page";

    private final String centre;
    private final DataTable<Member> table;

    TeamView(TeamService team, CentreService centres) {
        this.centre = centres.current().slug();
        title(getTranslation("accounts.team.title"));
        lead(getTranslation("accounts.team.lead"));
        acts(Link.go(AppPaths.in(centre, AccountNavigation.INVITE), getTranslation("accounts.team.invite")).with(Picto.PLUS));
        table = new DataTable<Member>(getTranslation("accounts.team.title"),
                (offset, limit) -> team.page(offset / limit, limit), team::size)
                .twoLines(getTranslation("accounts.team.who"), Member::name, Member::mail)
                .text(getTranslation("accounts.team.roles"), this::roles)
                .column(getTranslation("accounts.team.state"), this::state)
                .acts(getTranslation("accounts.team.acts"), this::open)
                .pagesOf(ROWS)
                .pageLinks(page -> AppPaths.in(centre, AccountNavigation.TEAM) + "?" + PAGE + "=" + page);
        add(table);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        table.show(Pager.page(event.getLocation().getQueryParameters(), PAGE));
    }

    static String member(String centre, UUID account) {
        return AppPaths.in(centre, AccountNavigation.MEMBER) + "/" + account;
    }

    private String roles(Member member) {
        return member.roles().stream().map(role -> getTranslation(RoleWords.name(role))).collect(Collectors.joining(", "));
    }

    private Label state(Member member) {
        return member.disabled() ? new Label(Tint.BRICK, getTranslation("accounts.team.shut"))
                : new Label(Tint.LIME, getTranslation(member.me() ? "accounts.team.me" : "accounts.team.open"));
    }

    private Link open(Member member) {
        if (member.me()) {
            return Link.alt(AccountNavigation.account(centre), getTranslation("accounts.account.title")).dressed("small");
        }
        var link = Link.alt(member(centre, member.account()), getTranslation("accounts.team.see")).dressed("small");
        link.getElement().setAttribute("aria-label", getTranslation("accounts.team.see-member", member.name()));
        return link;
    }
}
