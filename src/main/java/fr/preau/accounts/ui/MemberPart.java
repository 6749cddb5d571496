package fr.preau.accounts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import fr.preau.accounts.team.Member;
import fr.preau.accounts.team.MemberCare;
import fr.preau.accounts.team.TeamRefusal;
import fr.preau.accounts.team.Why;
import fr.preau.base.AppPaths;
import fr.preau.base.Picto;
import fr.preau.base.Role;
import fr.preau.base.Texts;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Choice;
import fr.preau.base.ui.Confirm;
import fr.preau.base.ui.FormSection;
import fr.preau.base.ui.ManyCards;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.OneCard;
import fr.preau.base.ui.RowList;
import fr.preau.base.ui.Toast;
import java.util.HashSet;
import java.util.Optional;

/** What can be done for a member of a team: the roles, whether the account is open, the keys. */
class MemberPart extends Div {

    private static final long serialVersionUID = 1L;

    private final transient MemberCare team;
    private final String way;
    private final SerializableConsumer<Member> changed;
    private final Div said = new Div();
    private final Div parts = new Div();

    /**
     * @param way     where one goes on when the person has left the team
     * @param changed hears how the member stands after each change
     */
    MemberPart(MemberCare team, String way, SerializableConsumer<Member> changed) {
        this.team = team;
        this.way = way;
        this.changed = changed;
        add(said, parts);
    }

    void show(Member member) {
        parts.removeAll();
        if (member.me()) {
            parts.add(Notice.info(getTranslation("accounts.team.refusal.not-yourself")));
            return;
        }
        if (!member.roles().isEmpty()) {
            parts.add(roles(member));
        }
        if (member.staff()) {
            parts.add(keys(member));
            passkeys(member).ifPresent(parts::add);
        }
        parts.add(member.disabled() ? opening(member) : shutting(member));
    }

    private Component roles(Member member) {
        var roles = new ManyCards<>(getTranslation("accounts.team.roles-of", member.name()), team.roles(),
                role -> Choice.of(getTranslation(RoleWords.name(role)), getTranslation(RoleWords.more(role))));
        roles.asked();
        roles.setValue(new HashSet<>(member.roles()));
        var save = Act.go(getTranslation("accounts.team.roles-save"), click -> {
            if (roles.getValue().isEmpty()) {
                Confirm.askBeforeLoss(getTranslation("accounts.team.leave.question", member.name()), getTranslation("accounts.team.leave.text"),
                        getTranslation("accounts.team.leave.yes"), () -> changeRoles(member, roles));
            } else {
                changeRoles(member, roles);
            }
        });
        return new FormSection(getTranslation("accounts.team.roles"), roles, save).hint(getTranslation("accounts.team.roles-hint"));
    }

    private void changeRoles(Member member, ManyCards<Role> roles) {
        boolean leaves = roles.getValue().isEmpty();
        then(team.changeRoles(member.account(), roles.getValue()), "accounts.team.saved", member, leaves);
    }

    private Component shutting(Member member) {
        var why = reasons(true);
        var act = Act.danger(getTranslation("accounts.team.shut.act"), click -> withReason(why, reason -> Confirm.askBeforeLoss(
                getTranslation("accounts.team.shut.question", member.name()), getTranslation("accounts.team.shut.text"),
                getTranslation("accounts.team.shut.yes"), () -> then(team.shut(member.account(), reason), "accounts.team.shut.done", member, false))));
        return new FormSection(getTranslation("accounts.team.shut.title"), why, act);
    }

    private Component opening(Member member) {
        var why = reasons(false);
        var act = Act.alt(getTranslation("accounts.team.open.act"), click -> withReason(why,
                reason -> then(team.open(member.account(), reason), "accounts.team.open.done", member, false)));
        return new FormSection(getTranslation("accounts.team.open.title"), why, act);
    }

    private Optional<Component> passkeys(Member member) {
        var known = team.passkeysOf(member.account());
        if (known.isEmpty()) {
            return Optional.empty();
        }
        var rows = new RowList();
        known.forEach(one -> {
            var act = Act.quiet(getTranslation("accounts.passkey.remove"), click -> Confirm.askBeforeLoss(
                    getTranslation("accounts.passkey.remove.question", one.name()), getTranslation("accounts.team.passkeys-hint"),
                    getTranslation("accounts.passkey.remove.yes"), () -> then(team.removePasskey(member.account(), one.id()), "accounts.team.saved", member, false))).small();
            act.setAriaLabel(getTranslation("accounts.passkey.remove-one", one.name()));
            rows.row(new Span(one.name()), act);
        });
        return Optional.of(new FormSection(getTranslation("accounts.team.passkeys"), rows).hint(getTranslation("accounts.team.passkeys-hint")));
    }

    private Component keys(Member member) {
        var write = Act.alt(getTranslation("accounts.team.write.act"), click -> then(team.writeAgain(member.account()), "accounts.team.write.done", member, false))
                .with(Picto.MAIL);
        var reset = Act.quiet(getTranslation("accounts.team.keys.act"), click -> Confirm.ask(
                getTranslation("accounts.team.keys.question", member.name()), getTranslation("accounts.team.keys.text"),
                getTranslation("accounts.team.keys.yes"), () -> then(team.forgetSecondFactor(member.account()), "accounts.team.keys.done", member, false)));
        return new FormSection(getTranslation("accounts.team.keys"), write, reset).hint(getTranslation("accounts.team.keys.hint"));
    }

    private OneCard<Why> reasons(boolean shut) {
        return new OneCard<>(getTranslation("accounts.team.why"), Why.thatShut(shut),
                why -> Choice.of(getTranslation("accounts.team.why." + Texts.word(why)), ""));
    }

    private void withReason(OneCard<Why> why, SerializableConsumer<Why> then) {
        said.removeAll();
        Optional.ofNullable(why.getValue()).ifPresentOrElse(then::accept, () -> {
            why.setErrorMessage(getTranslation("base.required"));
            why.setInvalid(true);
        });
    }

    private void then(Optional<TeamRefusal> refused, String done, Member member, boolean leaves) {
        said.removeAll();
        if (refused.isPresent()) {
            said.add(Notice.bad(getTranslation(refused.get().key())).spoken());
            return;
        }
        Toast.say(getTranslation(done, member.name()));
        if (leaves) {
            UI.getCurrent().navigate(AppPaths.route(way));
        } else {
            team.find(member.account()).ifPresent(now -> {
                show(now);
                changed.accept(now);
            });
        }
    }
}
