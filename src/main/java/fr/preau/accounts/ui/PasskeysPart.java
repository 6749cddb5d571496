package fr.preau.accounts.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.spring.annotation.SpringComponent;
import fr.preau.accounts.signin.PasskeyRecord;
import fr.preau.accounts.signin.PasskeyService;
import fr.preau.accounts.signin.SignInRefusal;
import fr.preau.base.AppPaths;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Moments;
import fr.preau.base.Picto;
import fr.preau.base.PublicAddress;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Confirm;
import fr.preau.base.ui.FormSection;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.PlainField;
import fr.preau.base.ui.RowList;
import fr.preau.base.ui.Toast;
import fr.preau.centres.CentreService;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Scope;

/** The signed-in person's passkeys: which there are, one more, one less. */
@SpringComponent
@Scope(BeanDefinition.SCOPE_PROTOTYPE)
@JavaScript("context://assets/passkey.js")
class PasskeysPart extends Div {

    private static final long serialVersionUID = 1L;

    private final transient PasskeyService passkeys;
    private final transient Moments moments;
    private final String host;
    private final String here;
    private final Div list = new Div();
    private final Div more = new Div();
    private final PlainField name = new PlainField(getTranslation("accounts.passkey.name")).named("passkey-name").helped("off", "text")
            .hint(getTranslation("accounts.passkey.name-hint"));
    private final Act add = Act.alt(getTranslation("accounts.passkey.add"), click -> add()).with(Picto.KEY).once();

    PasskeysPart(PasskeyService passkeys, PublicAddress address, Moments moments, CentreService centres) {
        this.passkeys = passkeys;
        this.moments = moments;
        this.host = address.host();
        this.here = CurrentCentre.find().isEmpty() ? AppPaths.of(AccountNavigation.ACCOUNT)
                : AccountNavigation.account(centres.current().slug());
        list.addClassName("stack");
        more.addClassName("stack");
        add(new FormSection(getTranslation("accounts.passkey.title"), list, more).hint(getTranslation("accounts.passkey.hint")));
        show();
    }

    /** Only the browser knows whether it can make one. */
    @Override
    protected void onAttach(AttachEvent event) {
        getElement().executeJs("return window.preauPasskey.isUsable($0)", host).then(Boolean.class, usable -> {
            if (!usable) {
                more.removeAll();
                more.add(new Paragraph(getTranslation("accounts.passkey.not-here")));
            }
        });
    }

    private void show() {
        list.removeAll();
        more.removeAll();
        var mine = passkeys.mine();
        if (mine.isEmpty()) {
            list.add(new Paragraph(getTranslation("accounts.passkey.none")));
        } else {
            var rows = new RowList();
            mine.forEach(one -> rows.add(one.name(), used(one), removal(one)));
            list.add(rows);
        }
        if (passkeys.refusalToChange().isPresent()) {
            more.add(Notice.info(getTranslation(SignInRefusal.COME_IN_AGAIN.key())).then(Link.alt("/connexion/equipe?vers="
                    + URLEncoder.encode(here, StandardCharsets.UTF_8), getTranslation("accounts.passkey.come-in-again")).dressed("small")));
        } else {
            more.add(name, add);
        }
    }

    private String used(PasskeyRecord one) {
        return one.usedAt() == null ? getTranslation("accounts.passkey.new", day(one.madeAt())) : getTranslation("accounts.passkey.used", day(one.usedAt()));
    }

    private String day(Instant moment) {
        return moments.date(moment.atZone(Moments.PARIS).toLocalDate());
    }

    private Act removal(PasskeyRecord one) {
        var act = Act.quiet(getTranslation("accounts.passkey.remove"), click -> {
            if (passkeys.refusalToChange().isPresent()) {
                show();
                return;
            }
            Confirm.askBeforeLoss(getTranslation("accounts.passkey.remove.question", one.name()), getTranslation("accounts.passkey.remove.text"),
                    getTranslation("accounts.passkey.remove.yes"), () -> remove(one));
        }).small();
        act.setAriaLabel(getTranslation("accounts.passkey.remove-one", one.name()));
        return act;
    }

    private void remove(PasskeyRecord one) {
        if (passkeys.removeMine(one.id()).isEmpty()) {
            Toast.say(getTranslation("accounts.passkey.removed", one.name()));
        }
        show();
    }

    private void add() {
        name.accept();
        var refused = passkeys.refusalToAdd(name.getValue());
        if (refused.isPresent()) {
            refuse(refused.get());
            return;
        }
        var question = passkeys.askToAdd();
        getElement().executeJs("return window.preauPasskey.make($0)", question.options()).then(String.class,
                answer -> keep(question.step(), answer),
                failed -> refuse(failed.contains("InvalidStateError") ? SignInRefusal.PASSKEY_KNOWN : SignInRefusal.PASSKEY_STOPPED));
    }

    private void keep(UUID step, String answer) {
        String called = name.getValue().strip();
        passkeys.add(step, answer, called).ifPresentOrElse(this::refuse, () -> {
            add.setEnabled(true);
            name.value("");
            show();
            Toast.say(getTranslation("accounts.passkey.added", called));
        });
    }

    private void refuse(SignInRefusal why) {
        add.setEnabled(true);
        if (why == SignInRefusal.COME_IN_AGAIN) {
            show();
        } else {
            name.refuse(getTranslation(why.key()));
        }
    }
}
