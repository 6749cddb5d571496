package fr.preau.accounts.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import fr.preau.base.Texts;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Confirm;
import org.springframework.stereotype.Component;

/**
 * Gives words to what the app's engine says by itself: no connection, a click that failed, a session that is over. The
 * last says nothing at all: the page is loaded again, and the door tells what happened and leads back.
 */
@Component
class KindWords implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;

    KindWords(Texts texts) {
        this.texts = texts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(asked -> systemMessages());
        event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(KindWords::tell));
        event.getSource().addUIInitListener(init -> {
            var connection = init.getUI().getReconnectDialogConfiguration();
            connection.setDialogText(texts.say("base.connection.trying"));
            connection.setDialogTextGaveUp(texts.say("base.connection.lost"));
        });
    }

    private SystemMessages systemMessages() {
        var says = new CustomizedSystemMessages();
        says.setSessionExpiredNotificationEnabled(false);
        says.setSessionExpiredURL(null);
        says.setSyncErrorCaption(texts.say("accounts.oops.stale.title"));
        says.setSyncErrorMessage(texts.say("accounts.oops.stale.text"));
        says.setInternalErrorCaption(texts.say("accounts.oops.failed.title"));
        says.setInternalErrorMessage(texts.say("accounts.oops.failed.text"));
        says.setCookiesDisabledCaption(texts.say("accounts.oops.cookies.title"));
        says.setCookiesDisabledMessage(texts.say("accounts.oops.cookies.text"));
        return says;
    }

    /** A click that failed: what stands on the screen stays there. */
    static void tell(ErrorEvent event) {
        var mishap = Mishap.of(event.getThrowable());
        var ui = UI.getCurrent();
        if (ui == null || mishap instanceof Mishap.Gone) {
            return;
        }
        var dialog = new ConfirmDialog();
        dialog.setHeader(ui.getTranslation("accounts.oops." + mishap.kind() + ".title"));
        dialog.setText(ui.getTranslation("accounts.oops." + mishap.kind() + ".click")
                + mishap.reference().map(number -> " " + ui.getTranslation("base.error.reference", number)).orElse(""));
        dialog.setConfirmButton(Act.go(ui.getTranslation("accounts.oops.understood"), click -> dialog.close()));
        Confirm.show(dialog);
    }
}
