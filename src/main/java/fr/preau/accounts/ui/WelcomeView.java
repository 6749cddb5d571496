package fr.preau.accounts.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.CurrentUser;
import fr.preau.base.AllowedTo;
import fr.preau.base.Picto;
import fr.preau.base.Role;
import fr.preau.base.ui.Call;
import fr.preau.base.ui.Facts;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Page;
import fr.preau.centres.CentreRecord;
import fr.preau.centres.CentreService;

/**
 * Where volunteers and young authors arrive. They have no right beyond signing in; so it says what their role is for, what they may do
 * like everybody, and whom to ask, with the ways to that person.
 */
@Route(value = AccountNavigation.WELCOME, layout = CentreLayout.class)
@AllowedTo({Role.VOLUNTEER, Role.YOUNG_AUTHOR})
public class WelcomeView extends Page {

    private static final long serialVersionUID = 1L;

    WelcomeView(CentreService centres) {
        var centre = centres.current();
        boolean writes = CurrentUser.isOneOf(Role.YOUNG_AUTHOR);
        boolean helps = CurrentUser.isOneOf(Role.VOLUNTEER);
        title(getTranslation("accounts.welcome.title", CurrentUser.require().displayName()));
        lead(getTranslation(writes ? "accounts.welcome.author" : "accounts.welcome.volunteer", centre.name()));
        narrow();
        var can = new Facts();
        if (writes) {
            can.add(Picto.PENCIL, getTranslation("accounts.welcome.author.role"), getTranslation("accounts.welcome.author.role-more"));
        }
        if (helps) {
            can.add(Picto.HEART, getTranslation("accounts.welcome.volunteer.role"), getTranslation("accounts.welcome.volunteer.role-more"));
        }
        can.add(Picto.CALENDAR, getTranslation("accounts.welcome.meanwhile"), getTranslation("accounts.welcome.meanwhile-more"));
        add(new H2(getTranslation("accounts.welcome.what")), can,
                Link.go("/centres/" + centre.slug() + "/activites", getTranslation("accounts.welcome.activities")).endsWith(Picto.NEXT),
                new H2(getTranslation("accounts.welcome.whom")), new Paragraph(getTranslation("accounts.welcome.whom-more")), reception(centre));
    }

    private Facts reception(CentreRecord centre) {
        var contact = centre.contact();
        return new Facts().add(Picto.CALL, getTranslation("accounts.welcome.call"), Call.to(contact.phone()))
                .add(Picto.MAIL, getTranslation("accounts.welcome.write"), new Anchor("mailto:" + contact.email(), contact.email()))
                .add(Picto.PIN, getTranslation("accounts.welcome.come"), contact.openingHours());
    }
}
