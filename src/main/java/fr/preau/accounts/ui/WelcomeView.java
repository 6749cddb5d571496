package fr.preau.accounts.ui;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.CurrentUser;
import fr.preau.base.AllowedTo;
import fr.preau.base.Picto;
import fr.preau.base.Role;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Page;
import fr.preau.centres.CentreService;

/** Where volunteers and young authors arrive: there is nothing for them to do here yet, and it says so kindly. */
@Route(value = AccountNavigation.WELCOME, layout = CentreLayout.class)
@AllowedTo({Role.VOLUNTEER, Role.YOUNG_AUTHOR})
public class WelcomeView extends Page {

    private static final long serialVersionUID = 1L;

    WelcomeView(CentreService centres) {
        var centre = centres.current();
        boolean writes = CurrentUser.isOneOf(Role.YOUNG_AUTHOR);
        title(getTranslation("accounts.welcome.title", CurrentUser.require().displayName()));
        lead(getTranslation(writes ? "accounts.welcome.author" : "accounts.welcome.volunteer", centre.name()));
        narrow();
        add(new Paragraph(getTranslation(writes ? "accounts.welcome.author-soon" : "accounts.welcome.volunteer-soon")),
                new Paragraph(getTranslation("accounts.welcome.meanwhile")),
                Link.go("/centres/" + centre.slug() + "/activites", getTranslation("accounts.welcome.activities")).endsWith(Picto.NEXT));
    }
}
