package fr.preau.accounts.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.team.TeamRefusal;
import fr.preau.accounts.team.TeamService;
import fr.preau.base.AllowedTo;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Choice;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.OneCard;
import fr.preau.base.ui.Page;
import fr.preau.base.ui.PlainField;
import fr.preau.base.ui.Toast;
import fr.preau.centres.CentreService;
import java.util.Optional;

/** Brings somebody into the team, by mail. */
@Route(value = AccountNavigation.INVITE, layout = CentreLayout.class)
@AllowedTo(Role.DIRECTOR)
public class InviteView extends Page {

    private static final long serialVersionUID = 1L;

    private final transient TeamService team;
    private final String way;
    private final PlainField mail;
    private final PlainField name;
    private final OneCard<Role> role;
    private final Div said = new Div();
    private final Act send;

    InviteView(TeamService team, CentreService centres) {
        this.team = team;
        this.way = AccountNavigation.in(centres.current().slug(), AccountNavigation.TEAM);
        title(getTranslation("accounts.team.invite"));
        narrow();
        back(way, getTranslation("accounts.team.title"));
        mail = new PlainField(getTranslation("accounts.team.mail")).named("mail").helped("off", "email");
        name = new PlainField(getTranslation("accounts.team.name")).named("name").helped("off", "text");
        role = new OneCard<>(getTranslation("accounts.team.role"), TeamService.ROLES,
                one -> Choice.of(getTranslation(RoleWords.name(one)), getTranslation(RoleWords.more(one))));
        send = Act.go(getTranslation("accounts.team.send"), click -> invite()).once();
        add(mail, name, role, said, send);
    }

    private void invite() {
        send.setEnabled(true);
        mail.accept();
        name.accept();
        said.removeAll();
        var refused = role.getValue() == null ? Optional.of(TeamRefusal.ROLE_MISSING)
                : team.invite(mail.getValue(), name.getValue(), role.getValue());
        refused.ifPresentOrElse(this::refuse, () -> {
            Toast.say(getTranslation("accounts.team.invited", name.getValue()));
            UI.getCurrent().navigate(way.substring("/app/".length()));
        });
    }

    private void refuse(TeamRefusal why) {
        String words = getTranslation(why.key());
        switch (why) {
            case NOT_AN_ADDRESS, ALREADY_IN_THE_TEAM, ACCOUNT_SHUT -> mail.refuse(words);
            case NAME_MISSING -> name.refuse(words);
            default -> said.add(Notice.bad(words).spoken());
        }
    }
}
