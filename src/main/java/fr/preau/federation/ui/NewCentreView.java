package fr.preau.federation.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.ui.FederationLayout;
import fr.preau.base.AllowedTo;
import fr.preau.base.AppPaths;
import fr.preau.base.PublicAddress;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.FormSection;
import fr.preau.base.ui.Page;
import fr.preau.base.ui.PlainField;
import fr.preau.base.ui.Toast;
import fr.preau.federation.CentreSheet.Line;
import fr.preau.federation.NewCentre;
import fr.preau.federation.OpeningOutcome;
import fr.preau.federation.OpeningService;
import java.util.ArrayList;
import java.util.List;

/** Opens a centre: its sheet, what it is called in addresses, and who directs it first. */
@Route(value = FederationNavigation.NEW_CENTRE, layout = FederationLayout.class)
@AllowedTo(Role.FEDERATION)
public class NewCentreView extends Page {

    private static final long serialVersionUID = 1L;

    private final transient OpeningService opening;
    private final SheetPart sheet;
    private final PlainField address;
    private final PlainField federation;
    private final PlainField mail;
    private final PlainField name;
    private final Act open;
    /** What the address was proposed as last; one that the officer has written herself is left alone. */
    private String proposed = "";

    NewCentreView(OpeningService opening, PublicAddress home) {
        this.opening = opening;
        title(getTranslation("federation.new.title"));
        lead(getTranslation("federation.new.lead"));
        narrow();
        back(FederationNavigation.overview(), getTranslation("federation.overview.title"));
        federation = new PlainField(getTranslation("federation.new.federation")).named("federation").helped("off", "text");
        sheet = new SheetPart(getTranslation("federation.sheet.title"));
        sheet.hint(getTranslation("federation.sheet.hint"));
        address = new PlainField(getTranslation("federation.new.address")).named("address").helped("off", "url")
                .hint(getTranslation("federation.new.address.hint", home.of("/centres/")));
        mail = new PlainField(getTranslation("federation.director.mail")).named("director-mail").helped("off", "email");
        name = new PlainField(getTranslation("federation.director.name")).named("director-name").helped("off", "text");
        open = Act.go(getTranslation("federation.new.open"), click -> open()).once();
        sheet.field(Line.NAME).onChange(this::propose);
        if (opening.isTheFirst()) {
            add(new FormSection(getTranslation("federation.new.first"), federation));
        }
        add(sheet, new FormSection(getTranslation("federation.new.web"), address),
                new FormSection(getTranslation("federation.director.title"), mail, name).hint(getTranslation("federation.new.director-hint")), open);
    }

    private void propose(String typed) {
        if (address.getValue().isBlank() || address.getValue().equals(proposed)) {
            proposed = opening.proposeAddress(typed);
            address.value(proposed);
        }
    }

    private void open() {
        open.setEnabled(true);
        sheet.accept();
        List.of(federation, address, mail, name).forEach(PlainField::accept);
        var wanted = new NewCentre(sheet.typed(), address.getValue(), federation.getValue(), mail.getValue(), name.getValue());
        switch (opening.open(wanted)) {
            case OpeningOutcome.Opened(var slug) -> {
                Toast.say(getTranslation("federation.new.done", wanted.sheet().name()));
                UI.getCurrent().navigate(AppPaths.route(FederationNavigation.centre(slug)));
            }
            case OpeningOutcome.Refused refused -> refuse(refused);
        }
    }

    /** Beside each field; the reading goes on at the first of them. */
    private void refuse(OpeningOutcome.Refused refused) {
        var wrong = new ArrayList<PlainField>();
        if (refused.federationMissing()) {
            federation.refuse(getTranslation("federation.new.federation-missing"));
            wrong.add(federation);
        }
        sheet.refuse(refused.lines());
        refused.lines().forEach(line -> wrong.add(sheet.field(line)));
        refused.address().ifPresent(why -> {
            address.refuse(getTranslation(why.key()));
            wrong.add(address);
        });
        refused.director().ifPresent(why -> {
            var field = why.isAboutTheName() ? name : mail;
            field.refuse(getTranslation(why.key()));
            wrong.add(field);
        });
        wrong.getFirst().focus();
    }
}
