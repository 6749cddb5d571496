package fr.preau.people.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import fr.preau.base.Picto;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.PlainField;
import fr.preau.base.ui.RowList;
import fr.preau.base.ui.Toast;
import fr.preau.people.ContactDetails;
import fr.preau.people.ContactKind;
import fr.preau.people.ContactRecord;
import fr.preau.people.FamilyService;
import fr.preau.people.HouseholdRecord;
import fr.preau.people.PeopleRefusal;
import java.util.List;
import java.util.UUID;

/** How a family is reached: what is known, and one line to add a phone or a mail address. */
class ContactsPart extends Div {

    private static final long serialVersionUID = 1L;

    private final UUID household;
    private final transient FamilyService family;
    private final Runnable whenChanged;

    ContactsPart(String title, HouseholdRecord household, FamilyService family, Runnable whenChanged) {
        this.household = household.id();
        this.family = family;
        this.whenChanged = whenChanged;
        addClassName("stack");
        add(new H2(title));
        if (household.contacts().isEmpty()) {
            add(new Paragraph(getTranslation("people.contacts.none")));
        } else {
            add(rows(household));
        }
        add(line(ContactKind.PHONE, "tel"), line(ContactKind.MAIL, "email"));
    }

    private RowList rows(HouseholdRecord household) {
        var rows = new RowList();
        household.contacts().forEach(contact -> rows.add(contact.shown(), whose(household, contact), forget(contact)));
        return rows;
    }

    private String whose(HouseholdRecord household, ContactRecord contact) {
        var person = contact.personId();
        return person == null ? getTranslation("people.contacts.of-all")
                : household.person(person).map(found -> found.fullName()).orElse(getTranslation("people.contacts.of-all"));
    }

    private Act forget(ContactRecord contact) {
        var act = Act.quiet(getTranslation("people.contacts.remove"), click -> {
            family.removeContact(household, contact.id());
            whenChanged.run();
            Toast.sayWithUndo(getTranslation("people.contacts.removed", contact.shown()), () -> {
                family.addContact(household, contact.personId(), new ContactDetails(contact.kind(), contact.address()));
                whenChanged.run();
            });
        }).small();
        act.setAriaLabel(getTranslation("people.contacts.remove-this", contact.shown()));
        return act;
    }

    private Div line(ContactKind kind, String html) {
        var field = new PlainField(getTranslation("people.contacts.add." + kind)).named("contact-" + html).helped(html, html);
        var line = new Div(field, Act.alt(getTranslation("people.contacts.add"), click -> add(kind, field)).with(Picto.PLUS));
        line.addClassName("find");
        return line;
    }

    private void add(ContactKind kind, PlainField field) {
        var outcome = family.addContact(household, null, new ContactDetails(kind, field.getValue()));
        if (outcome.value().isPresent()) {
            whenChanged.run();
            Toast.say(getTranslation("people.contacts.added"));
        } else {
            field.refuse(words(outcome.reasons()));
        }
    }

    private String words(List<PeopleRefusal> reasons) {
        var first = reasons.getFirst();
        return getTranslation(first.key(), first.facts().toArray());
    }
}
