package fr.preau.people.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.ui.CentreLayout;
import fr.preau.base.AllowedTo;
import fr.preau.base.Picto;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.FormSection;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Page;
import fr.preau.base.ui.PlainField;
import fr.preau.base.ui.RowList;
import fr.preau.base.ui.Toast;
import fr.preau.centres.CentreRecord;
import fr.preau.centres.CentreService;
import fr.preau.people.ContactDetails;
import fr.preau.people.ContactService;
import fr.preau.people.GuardianCodeService;
import fr.preau.people.HouseholdRecord;
import fr.preau.people.HouseholdService;
import fr.preau.people.NewHousehold;
import java.time.Clock;

/** "Ma famille": who is in it and how one is reached; the first time, a name is enough. */
@Route(value = FamilyNavigation.FAMILY, layout = CentreLayout.class)
@AllowedTo(Role.SIGNED_IN)
public class FamilyView extends Page implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient HouseholdService households;
    private final transient ContactService contacts;
    private final transient GuardianCodeService codes;
    private final PersonWords words;
    private final CentreRecord centre;
    private final Div content = new Div();

    FamilyView(HouseholdService households, ContactService contacts, GuardianCodeService codes, CentreService centres, Clock clock) {
        this.households = households;
        this.contacts = contacts;
        this.codes = codes;
        this.words = new PersonWords(this, clock);
        this.centre = centres.current();
        narrow();
        content.addClassName("stack");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        content.removeAll();
        households.mine().ifPresentOrElse(this::showFamily, this::showWelcome);
    }

    private void showFamily(HouseholdRecord household) {
        title(getTranslation("people.family.title"));
        var rows = new RowList();
        household.persons().forEach(person -> rows.add(person.fullName(), words.more(household, person),
                new Link(FamilyNavigation.person(centre.slug(), person.id()), getTranslation("people.family.change", person.firstName())).dressed("btn", "quiet", "small")));
        content.add(rows, Link.go(FamilyNavigation.newPerson(centre.slug()), getTranslation("people.family.add")).with(Picto.ADD_PERSON));
        if (!household.wards().isEmpty()) {
            content.add(new H2(getTranslation("people.family.wards")), new Paragraph(getTranslation("people.family.wards-more")));
            var elsewhere = new RowList();
            household.wards().forEach(child -> elsewhere.add(child.fullName(), words.age(child), new Span()));
            content.add(elsewhere);
        }
        content.add(new JoinPart(codes, this::show),
                new ContactsPart(getTranslation("people.contacts.title"), () -> households.mine().orElseThrow(NotFoundException::new), contacts),
                new FormSection(getTranslation("people.copy.section"), CopyLink.ofMine(centre.id())).hint(getTranslation("people.copy.hint")));
    }

    private void showWelcome() {
        title(getTranslation("people.welcome.title"));
        var form = PersonForm.ofAdult();
        var phone = new PlainField(getTranslation("people.welcome.phone")).named("phone")
                .hint(getTranslation("people.welcome.phone-hint")).helped("tel", "tel");
        content.add(new Paragraph(getTranslation("people.welcome.lead")), form, phone,
                Act.go(getTranslation("base.continue"), click -> welcome(form, phone)).wide());
    }

    private void welcome(PersonForm form, PlainField phone) {
        var outcome = households.welcome(NewHousehold.of(form.write(), ContactDetails.phone(phone.getValue())));
        if (outcome.value().isPresent()) {
            show();
            beginAgain();
            // A file that she has just opened holds nobody but herself.
            boolean known = households.mine().filter(family -> family.persons().size() > 1).isPresent();
            Toast.say(getTranslation(known ? "people.welcome.known" : "people.welcome.done"));
            return;
        }
        phone.accept();
        outcome.reasons().stream().filter(reason -> reason.field().equals("phone")).forEach(reason -> phone.refuse(getTranslation(reason.key())));
        form.refuse(outcome.reasons());
    }
}
