package fr.preau.accounts.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import fr.preau.accounts.team.TeamRefusal;
import fr.preau.base.AppPaths;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Choice;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.OneCard;
import fr.preau.base.ui.PlainField;
import fr.preau.base.ui.Toast;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/** Who is to come into a team, and as what. */
class InvitePart extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Inviting inviting;
    private final String way;
    private final PlainField mail;
    private final PlainField name;
    private final OneCard<Role> role;
    private final Div said = new Div();
    private final Act send;

    /** What a service does with it. */
    @FunctionalInterface
    interface Inviting extends Serializable {
        Optional<TeamRefusal> invite(String mail, String name, Role role);
    }

    /** @param way to the team, when the person is in it */
    InvitePart(List<Role> roles, String question, Inviting inviting, String way) {
        this.inviting = inviting;
        this.way = way;
        addClassName("stack");
        mail = new PlainField(getTranslation("accounts.team.mail")).named("mail").helped("off", "email");
        name = new PlainField(getTranslation("accounts.team.name")).named("name").helped("off", "text");
        role = new OneCard<>(question, roles, one -> Choice.of(getTranslation(RoleWords.name(one)), getTranslation(RoleWords.more(one))));
        send = Act.go(getTranslation("accounts.team.send"), click -> invite()).once();
        add(mail, name, role, said, send);
    }

    private void invite() {
        send.setEnabled(true);
        mail.accept();
        name.accept();
        said.removeAll();
        var refused = role.getValue() == null ? Optional.of(TeamRefusal.ROLE_MISSING)
                : inviting.invite(mail.getValue(), name.getValue(), role.getValue());
        refused.ifPresentOrElse(this::refuse, () -> {
            // who comes in by a link is written nothing
            Toast.say(getTranslation(role.getValue().isStaff() ? "accounts.team.invited" : "accounts.team.invited-quiet", name.getValue()));
            UI.getCurrent().navigate(AppPaths.route(way));
        });
    }

    private void refuse(TeamRefusal why) {
        String words = getTranslation(why.key());
        switch (why) {
            case NOT_AN_ADDRESS, ALREADY_IN_THE_TEAM, ACCOUNT_SHUT -> mail.refuse(words);
            case NAME_MISSING, NAME_TOO_LONG -> name.refuse(words);
            default -> said.add(Notice.bad(words).spoken());
        }
    }
}
