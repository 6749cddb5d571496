package fr.preau.accounts.ui;

import com.vaadin.flow.component.html.Span;
import fr.preau.accounts.CurrentUser;
import fr.preau.base.Demonstration;
import fr.preau.base.Picto;
import fr.preau.base.ui.Frame;
import fr.preau.base.ui.Link;
import org.jspecify.annotations.Nullable;

/** The frame around every screen of the app: who is here, the way out, and whether all this is a demonstration. */
public class AppLayout extends Frame {

    private static final long serialVersionUID = 1L;

    protected AppLayout(Demonstration demonstration) {
        if (demonstration.on()) {
            demonstration();
        }
        showWhoIsHere(null);
    }

    /** @param account where the person's account is; nothing outside of a centre */
    final void showWhoIsHere(@Nullable String account) {
        CurrentUser.find().ifPresent(user -> {
            var leave = new SignOutForm("quiet", "small");
            if (account == null) {
                after(leave);
            } else {
                var name = new Link(account, new Span(NewName.find().orElse(user.displayName()))).with(Picto.PERSON);
                name.getElement().setAttribute("title", getTranslation("accounts.account.title"));
                leave.addClassName("leave");
                after(name, leave);
            }
        });
    }
}
