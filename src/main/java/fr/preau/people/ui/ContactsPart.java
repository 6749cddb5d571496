package fr.preau.people.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableSupplier;
import fr.preau.base.Picto;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.PlainField;
import fr.preau.base.ui.RowList;
import fr.preau.base.ui.Toast;
import fr.preau.people.ContactDetails;
import fr.preau.people.ContactKind;
import fr.preau.people.ContactRecord;
import fr.preau.people.ContactService;
import fr.preau.people.HouseholdRecord;
import fr.preau.people.Outcome;
import fr.preau.people.PeopleRefusal;
import java.util.List;
import java.util.UUID;

/** How a family is reached: what is known, and one line to add a phone or a mail address. */
class ContactsPart extends Div {

    private static final long serialVersionUID = 1L;

    private final SerializableSupplier<HouseholdRecord> now;
    private final transient ContactService contacts;
    private final Refusals refusals = new Refusals();
    private final Div known = new Div();

    /** @param now the household as it is whenever it is asked */
    ContactsPart(String title, SerializableSupplier<HouseholdRecord> now, ContactService contacts) {
        this.now = now;
        this.contacts = contacts;
        addClassName("stack");
        add(new H2(title), refusals, known, line(ContactKind.PHONE, "tel"), line(ContactKind.MAIL, "email"));
        show();
    }

    /** Only what is known: what somebody is typing below stays. */
    private void show() {
        var household = now.get();
        known.removeAll();
        known.add(household.contacts().isEmpty() ? new Paragraph(getTranslation("people.contacts.none")) : rows(household));
    }

    private RowList rows(HouseholdRecord household) {
        var rows = new RowList();
        household.contacts().forEach(contact -> rows.add(contact.shown(), whose(household, contact), forget(household.id(), contact)));
        return rows;
    }

    private String whose(HouseholdRecord household, ContactRecord contact) {
        var person = contact.personId();
        return person == null ? getTranslation("people.contacts.of-all")
                : household.person(person).map(found -> found.fullName()).orElse(getTranslation("people.contacts.of-all"));
    }

    private Act forget(UUID household, ContactRecord contact) {
        var act = Act.quiet(getTranslation("people.contacts.remove"), click -> {
            if (settled(contacts.removeContact(household, contact.id()))) {
                Toast.sayWithUndo(getTranslation("people.contacts.removed", contact.shown()), () -> bringBack(household, contact));
            }
        }).small();
        act.setAriaLabel(getTranslation("people.contacts.remove-this", contact.shown()));
        return act;
    }

    /** The undo follows people to another screen; there it says itself why not. */
    private void bringBack(UUID household, ContactRecord contact) {
        var outcome = contacts.addContact(household, contact.personId(), new ContactDetails(contact.kind(), contact.address()));
        if (!settled(outcome) && !isAttached()) {
            Toast.say(words(outcome.reasons()));
        }
    }

    /** Shows how it is now, or says why it is as it was. */
    private boolean settled(Outcome<UUID> outcome) {
        refusals.say(outcome.reasons());
        boolean done = outcome.value().isPresent();
        if (done) {
            show();
        }
        return done;
    }

    private Div line(ContactKind kind, String html) {
        var field = new PlainField(getTranslation("people.contacts.add." + kind)).named("contact-" + html).helped(html, html);
        var add = Act.alt(getTranslation("people.contacts.add"), click -> add(kind, field, click.getSource())).with(Picto.PLUS).once();
        var line = new Div(field, add);
        line.addClassName("find");
        return line;
    }

    /** A second tap on the same number is none: it would be said of the empty line that it is not complete. */
    private void add(ContactKind kind, PlainField field, Button button) {
        button.setEnabled(true);
        button.focus();
        var outcome = contacts.addContact(now.get().id(), null, new ContactDetails(kind, field.getValue()));
        if (outcome.value().isPresent()) {
            field.value("").accept();
            show();
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
