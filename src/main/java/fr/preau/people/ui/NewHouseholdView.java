package fr.preau.people.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.ui.CentreLayout;
import fr.preau.base.AllowedTo;
import fr.preau.base.AppPaths;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.PlainField;
import fr.preau.base.ui.TaskPage;
import fr.preau.base.ui.Toast;
import fr.preau.centres.CentreService;
import fr.preau.people.ContactDetails;
import fr.preau.people.HouseholdService;
import fr.preau.people.NewHousehold;

/** A family's file opened at the desk, in under a minute: a name is enough, a phone and a mail address help. */
@Route(value = FamilyNavigation.HOUSEHOLDS + "/" + FamilyNavigation.NEW, layout = CentreLayout.class)
@AllowedTo({Role.RECEPTION, Role.ANIMATOR, Role.DIRECTOR})
public class NewHouseholdView extends TaskPage {

    private static final long serialVersionUID = 1L;

    private final transient HouseholdService households;
    private final String centre;
    private final PersonForm form = PersonForm.ofAdult();
    private final PlainField phone = new PlainField(getTranslation("people.contacts.add.PHONE")).named("phone").helped("off", "tel")
            .hint(getTranslation("people.optional"));
    private final PlainField mail = new PlainField(getTranslation("people.contacts.add.MAIL")).named("mail").helped("off", "email")
            .hint(getTranslation("people.optional"));

    NewHouseholdView(HouseholdService households, CentreService centres) {
        super();
        this.households = households;
        this.centre = centres.current().slug();
        title(getTranslation("people.households.new-title"));
        lead(getTranslation("people.households.new-lead"));
        add(form, phone, mail);
        bar(Link.alt(FamilyNavigation.households(centre), getTranslation("base.back")),
                Act.go(getTranslation("people.households.open"), click -> open()));
    }

    private void open() {
        var outcome = households.openAtDesk(NewHousehold.of(form.write(), ContactDetails.phone(phone.getValue()), ContactDetails.mail(mail.getValue())));
        outcome.value().ifPresent(id -> {
            UI.getCurrent().navigate(AppPaths.route(FamilyNavigation.household(centre, id)));
            Toast.say(getTranslation("people.households.opened"));
        });
        phone.accept();
        mail.accept();
        outcome.reasons().forEach(reason -> {
            switch (reason.field()) {
                case "phone" -> phone.refuse(getTranslation(reason.key()));
                case "mail" -> mail.refuse(getTranslation(reason.key()));
                default -> { }
            }
        });
        form.refuse(outcome.reasons());
    }
}
