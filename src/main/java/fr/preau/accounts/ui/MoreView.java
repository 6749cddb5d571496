package fr.preau.accounts.ui;

import com.vaadin.flow.router.Route;
import fr.preau.accounts.MyCentresService;
import fr.preau.base.AllowedTo;
import fr.preau.base.Picto;
import fr.preau.base.Role;
import fr.preau.base.ui.FormSection;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Page;
import fr.preau.base.ui.Section;
import fr.preau.base.ui.Section.Space;
import fr.preau.centres.CentreService;
import com.vaadin.flow.component.html.Div;
import fr.preau.base.AppPaths;
import java.util.List;

/** All sections, for a phone that has no room for them at the thumb. */
@Route(value = AccountNavigation.MORE, layout = CentreLayout.class)
@AllowedTo(Role.SIGNED_IN)
public class MoreView extends Page {

    private static final long serialVersionUID = 1L;

    private final String centre;

    MoreView(Sections sections, CentreService centres, MyCentresService mine) {
        this.centre = centres.current().slug();
        title(getTranslation("accounts.more.title"));
        narrow();
        show(sections.open(), Space.STAFF, "accounts.space.staff");
        show(sections.open(), Space.FAMILY, "accounts.space.family");
        var me = new Div();
        row(me, "accounts.account.title", AccountNavigation.account(centre));
        if (mine.mine().size() != 1) {
            row(me, "accounts.home.change", AccountNavigation.otherCentre());
        }
        add(new FormSection(getTranslation("accounts.more.me"), me), new SignOutForm("alt"));
    }

    private void show(List<Section> all, Space space, String title) {
        var rows = new Div();
        all.stream().filter(section -> section.space() == space)
                .forEach(section -> row(rows, section.label(), AppPaths.in(centre, section.path())));
        if (rows.getComponentCount() > 0) {
            add(new FormSection(getTranslation(title), rows));
        }
    }

    private void row(Div rows, String label, String href) {
        rows.addClassName("flow");
        rows.add(Link.alt(href, getTranslation(label)).endsWith(Picto.NEXT).dressed("wide"));
    }
}
