package fr.preau.accounts.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import fr.preau.accounts.AccountService;
import fr.preau.accounts.CurrentUser;
import fr.preau.accounts.MyCentresService;
import fr.preau.accounts.signin.NewCodes;
import fr.preau.accounts.signin.PasswordService;
import fr.preau.accounts.signin.RecoveryCodeService;
import fr.preau.accounts.signin.SecondFactorService;
import fr.preau.accounts.signin.SignInRefusal;
import fr.preau.base.AllowedTo;
import fr.preau.base.EmailAddress;
import fr.preau.base.Picto;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Confirm;
import fr.preau.base.ui.Facts;
import fr.preau.base.ui.FormSection;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.Page;
import fr.preau.base.ui.PlainField;
import fr.preau.base.ui.PrintButton;
import fr.preau.base.ui.SecretField;
import fr.preau.base.ui.Toast;
import fr.preau.centres.CentreService;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** "Mon compte": one's name, one's keys, and the ways out. */
@Route(value = AccountNavigation.ACCOUNT, layout = CentreLayout.class)
@RouteAlias(value = AccountNavigation.ACCOUNT, layout = FederationLayout.class)
@AllowedTo(Role.SIGNED_IN)
public class AccountView extends Page {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_NAME = 160;

    private final transient AccountService accounts;
    private final transient PasswordService passwords;
    private final transient SecondFactorService factors;
    private final transient RecoveryCodeService papers;

    AccountView(AccountService accounts, PasswordService passwords, SecondFactorService factors, RecoveryCodeService papers, MyCentresService mine,
                CentreService centres, ObjectProvider<PasskeysPart> passkeys) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.factors = factors;
        this.papers = papers;
        title(getTranslation("accounts.account.title"));
        narrow();
        OnlyHere.notice(this, centres, accounts).ifPresent(this::add);
        add(who());
        if (CurrentUser.require().isStaff()) {
            add(passkeys.getObject(), password(), secondFactor());
        }
        add(waysOut(mine));
    }

    private FormSection who() {
        var me = accounts.mine();
        if (!accounts.mayCallMe()) {
            // whoever knows the address comes by it; a code of one centre's reception does not show it
            var name = new Facts().add(Picto.PERSON, getTranslation("accounts.account.name"), me.displayName());
            return new FormSection(getTranslation("accounts.account.who"), name).hint(getTranslation("accounts.account.name-elsewhere"));
        }
        var facts = new Facts().add(Picto.MAIL, getTranslation("accounts.account.mail"),
                me.mail().map(EmailAddress::value).orElse(getTranslation("accounts.account.no-mail")));
        var name = new PlainField(getTranslation("accounts.account.name")).named("name").helped("name", "text").value(me.displayName());
        var save = Act.alt(getTranslation("accounts.account.save"), click -> rename(name));
        return new FormSection(getTranslation("accounts.account.who"), facts, name, save);
    }

    private void rename(PlainField name) {
        String typed = name.getValue().strip();
        if (typed.isEmpty() || typed.length() > LONGEST_NAME) {
            name.refuse(getTranslation(typed.isEmpty() ? "accounts.account.name-missing" : "accounts.account.name-too-long"));
            return;
        }
        name.accept();
        accounts.callMe(typed);
        NewName.remember(typed);
        UI.getCurrent().refreshCurrentRoute(true);
        Toast.say(getTranslation("accounts.account.saved"));
    }

    private FormSection password() {
        var current = secret("accounts.account.password-now", "password-now", "current-password");
        var next = secret("accounts.account.password-new", "password-new", "new-password");
        var again = secret("accounts.account.password-again", "password-again", "new-password");
        var save = Act.alt(getTranslation("accounts.account.password-save"), click -> {
            var refused = passwords.changeMyPassword(current.getValue(), next.getValue(), again.getValue());
            List.of(current, next, again).forEach(field -> field.setInvalid(false));
            refused.ifPresentOrElse(why -> refuse(fieldOf(why, current, next, again), why), AccountView::comeInAgain);
        });
        return new FormSection(getTranslation("accounts.account.password"), current, next, again, save)
                .hint(getTranslation("accounts.account.password-hint"));
    }

    private SecretField secret(String label, String id, String autocomplete) {
        var field = new SecretField(getTranslation(label));
        field.setId(id);
        field.getElement().setAttribute("autocomplete", autocomplete);
        return field;
    }

    private static SecretField fieldOf(SignInRefusal why, SecretField current, SecretField next, SecretField again) {
        return switch (why) {
            case CURRENT_PASSWORD_WRONG, TOO_OFTEN -> current;
            case PASSWORDS_DIFFER -> again;
            default -> next;
        };
    }

    private void refuse(SecretField field, SignInRefusal why) {
        field.setErrorMessage(getTranslation(why.key()));
        field.setInvalid(true);
        field.focus();
    }

    private FormSection secondFactor() {
        var left = new Paragraph(getTranslation("accounts.account.codes-left", papers.recoveryCodesLeft()));
        var code = new PlainField(getTranslation("accounts.account.code")).named("code").helped("one-time-code", "text").tiny();
        var made = new Div();
        var more = Act.alt(getTranslation("accounts.account.codes-new"), click -> {
            switch (papers.newRecoveryCodes(code.getValue())) {
                case NewCodes.Made(var codes) -> show(codes, code, left, made);
                case NewCodes.Refused(var why) -> code.refuse(getTranslation(why.key()));
            }
        });
        var renew = Act.quiet(getTranslation("accounts.account.factor-renew"), click -> Confirm.ask(
                getTranslation("accounts.account.factor-renew.question"), getTranslation("accounts.account.factor-renew.text"),
                getTranslation("accounts.account.factor-renew.yes"), () -> factors.forgetMySecondFactor(code.getValue())
                        .ifPresentOrElse(why -> code.refuse(getTranslation(why.key())), AccountView::comeInAgain)));
        return new FormSection(getTranslation("accounts.account.factor"), left, code, more, renew, made);
    }

    private void show(List<String> codes, PlainField code, Paragraph left, Div made) {
        code.accept();
        code.value("");
        left.setText(getTranslation("accounts.account.codes-left", codes.size()));
        var list = new UnorderedList();
        codes.stream().map(ListItem::new).forEach(list::add);
        made.removeAll();
        made.add(Notice.done(getTranslation("accounts.account.codes-made")).spoken(), list, new PrintButton());
    }

    private FormSection waysOut(MyCentresService mine) {
        var everywhere = Act.quiet(getTranslation("accounts.account.everywhere"), click -> Confirm.ask(
                getTranslation("accounts.account.everywhere.question"), getTranslation("accounts.account.everywhere.text"),
                getTranslation("accounts.account.everywhere.yes"), () -> {
                    accounts.signMeOutEverywhere();
                    UI.getCurrent().getPage().setLocation("/connexion?au-revoir");
                }));
        var part = new FormSection(getTranslation("accounts.account.leave"), new SignOutForm("alt"), everywhere);
        if (mine.mine().size() != 1) {
            part.add(new Link(AccountNavigation.otherCentre(), getTranslation("accounts.home.change")).dressed("btn", "quiet"));
        }
        return part;
    }

    /** The keys have changed: all sessions are over, and the new keys are tried at once. */
    private static void comeInAgain() {
        UI.getCurrent().getPage().setLocation("/connexion/equipe");
    }
}
