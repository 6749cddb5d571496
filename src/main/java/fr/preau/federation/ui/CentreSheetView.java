package fr.preau.federation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.team.DirectorService;
import fr.preau.accounts.team.Member;
import fr.preau.accounts.ui.AccountNavigation;
import fr.preau.accounts.ui.FederationLayout;
import fr.preau.base.AllowedTo;
import fr.preau.base.Picto;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.FormSection;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.Page;
import fr.preau.base.ui.PlainField;
import fr.preau.base.ui.RowList;
import fr.preau.base.ui.Toast;
import fr.preau.centres.CentreService;
import fr.preau.centres.HolidayZone;
import fr.preau.federation.CentreSheet;
import fr.preau.federation.CentreSheetService;
import fr.preau.federation.SheetOutcome;
import java.util.UUID;

/** The sheet of a centre, and who directs it. */
@Route(value = FederationNavigation.CENTRES + "/:" + CentreSheetView.SLUG, layout = FederationLayout.class)
@AllowedTo(Role.FEDERATION)
public class CentreSheetView extends Page implements BeforeEnterObserver {

    static final String SLUG = "slug";

    private static final long serialVersionUID = 1L;

    private final transient CentreService centres;
    private final transient CentreSheetService sheets;
    private final transient DirectorService directors;
    private final SheetPart sheet;
    private final Div said = new Div();
    private final Div team = new Div();
    private UUID centre = new UUID(0, 0);
    private CentreSheet opened = new CentreSheet("", "", "", "", "", "", "", "", HolidayZone.B);

    CentreSheetView(CentreService centres, CentreSheetService sheets, DirectorService directors) {
        this.centres = centres;
        this.sheets = sheets;
        this.directors = directors;
        narrow();
        back(FederationNavigation.overview(), getTranslation("federation.overview.title"));
        team.addClassName("stack");
        sheet = new SheetPart(getTranslation("federation.sheet.title"));
        sheet.hint(getTranslation("federation.sheet.hint"));
        sheet.add(said, Act.go(getTranslation("federation.sheet.save"), click -> save()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var found = event.getRouteParameters().get(SLUG).flatMap(centres::findBySlug).orElseThrow(NotFoundException::new);
        centre = found.id();
        title(found.name());
        acts(Link.alt("/centres/" + found.slug(), getTranslation("federation.sheet.see")).with(Picto.EYE).dressed("small"));
        add(sheet, direction());
        read(sheets.find(centre).orElseThrow());
        showTeam();
    }

    private void read(CentreSheet now) {
        opened = now;
        sheet.read(now);
    }

    private void save() {
        said.removeAll();
        sheet.accept();
        var typed = sheet.typed();
        switch (sheets.change(centre, opened, typed)) {
            case SheetOutcome.Saved saved -> {
                read(typed);
                title(typed.name());
                Toast.say(getTranslation("federation.sheet.saved"));
            }
            case SheetOutcome.Wrong(var lines) -> {
                sheet.refuse(lines);
                sheet.field(lines.iterator().next()).focus();
            }
            case SheetOutcome.ChangedMeanwhile(var now) -> {
                opened = now;
                said.add(Notice.warn(getTranslation("federation.sheet.meanwhile")).spoken());
            }
        }
    }

    private Component direction() {
        var mail = new PlainField(getTranslation("federation.director.mail")).named("director-mail").helped("off", "email");
        var name = new PlainField(getTranslation("federation.director.name")).named("director-name").helped("off", "text");
        var act = Act.alt(getTranslation("federation.director.act"), click -> name(mail, name, click.getSource())).with(Picto.ADD_PERSON).once();
        return new FormSection(getTranslation("federation.director.title"), team, mail, name, act).hint(getTranslation("federation.director.hint"));
    }

    private void showTeam() {
        team.removeAll();
        var known = directors.of(centre);
        if (known.isEmpty()) {
            team.add(new Paragraph(getTranslation("federation.director.none")));
            return;
        }
        var rows = new RowList();
        known.forEach(one -> rows.add(one.name(), one.mail(), look(one)));
        team.add(rows);
    }

    /** To help somebody who cannot come in any more. */
    private Link look(Member one) {
        var link = Link.alt(AccountNavigation.federationMember(one.account()), getTranslation(one.disabled() ? "accounts.team.shut" : "accounts.team.see"))
                .dressed("small");
        link.getElement().setAttribute("aria-label", getTranslation("accounts.team.see-member", one.name()));
        return link;
    }

    /** A second tap on the same address is none: it would be said of the empty line that it is not complete. */
    private void name(PlainField mail, PlainField name, Button button) {
        button.setEnabled(true);
        button.focus();
        mail.accept();
        name.accept();
        var refused = directors.name(centre, mail.getValue(), name.getValue());
        if (refused.isPresent()) {
            (refused.get().isAboutTheName() ? name : mail).refuse(getTranslation(refused.get().key()));
            return;
        }
        Toast.say(getTranslation("federation.director.done", name.getValue().strip()));
        mail.value("");
        name.value("");
        showTeam();
    }
}
