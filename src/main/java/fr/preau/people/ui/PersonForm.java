package fr.preau.people.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableConsumer;
import fr.preau.base.ui.Choice;
import fr.preau.base.ui.OneCard;
import fr.preau.base.ui.PlainDate;
import fr.preau.base.ui.PlainField;
import fr.preau.people.PeopleRefusal;
import fr.preau.people.PersonDetails;
import fr.preau.people.PersonKind;
import fr.preau.people.PersonRecord;
import fr.preau.people.TypedDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The names and birth date of a person. The rules stand on {@link PersonDetails}; what they refuse is said beside its field, and what is
 * refused of the whole above them.
 */
public class PersonForm extends Div {

    private static final long serialVersionUID = 1L;

    private final Refusals refusals = new Refusals();
    private final OneCard<PersonKind> kind;
    private final PlainField firstName = new PlainField(getTranslation("people.form.first-name")).named("first-name");
    private final PlainField lastName = new PlainField(getTranslation("people.form.last-name")).named("last-name")
            .hint(getTranslation("people.form.last-name-hint"));
    private final PlainDate birth = new PlainDate(getTranslation("people.form.birth"), getTranslation("people.form.birth-hint"), "birth");

    /** Adult or child is asked too. */
    public static PersonForm ofAnybody(PersonKind likely) {
        return new PersonForm(likely, true);
    }

    /** The adult who opens a household; her age is not asked. */
    public static PersonForm ofAdult() {
        return new PersonForm(PersonKind.ADULT, false);
    }

    private PersonForm(PersonKind likely, boolean anybody) {
        addClassName("form");
        kind = new OneCard<>(getTranslation("people.form.kind"), List.of(PersonKind.CHILD, PersonKind.ADULT), one ->
                Choice.of(getTranslation("people.kind." + one), getTranslation("people.kind.more." + one)));
        kind.setValue(likely);
        firstName.helped(anybody ? "off" : "given-name", "text");
        lastName.helped(anybody ? "off" : "family-name", "text");
        refusals.setVisible(false);
        add(refusals);
        if (anybody) {
            add(kind);
        }
        add(firstName, lastName);
        if (anybody) {
            add(birth);
        }
    }

    public void read(PersonRecord person) {
        kind.setValue(person.kind());
        firstName.value(person.firstName());
        lastName.value(person.lastName());
        var date = person.birthDate() == null ? TypedDate.NONE : TypedDate.of(person.birthDate());
        birth.value(date.day(), date.month(), date.year());
    }

    /** What was typed before, right or not. */
    public void read(PersonDetails typed) {
        kind.setValue(typed.kind());
        firstName.value(typed.firstName());
        lastName.value(typed.lastName());
        birth.value(typed.birthDate().day(), typed.birthDate().month(), typed.birthDate().year());
    }

    /** Hears what is typed so far, right or not, so that it can be kept. */
    public PersonForm onTyping(SerializableConsumer<PersonDetails> then) {
        kind.addValueChangeListener(change -> then.accept(write()));
        firstName.onTyping(typed -> then.accept(write()));
        lastName.onTyping(typed -> then.accept(write()));
        birth.onTyping(() -> then.accept(write()));
        return this;
    }

    /** A new child mostly bears the name of the family. */
    public void suggestLastName(String name) {
        lastName.value(name);
    }

    /** Puts the cursor at its beginning, where nobody has to look for what has just opened. */
    public void begin() {
        if (kind.getParent().isPresent()) {
            kind.getElement().executeJs("this.querySelector('vaadin-radio-button[checked]')?.focus()");
        } else {
            firstName.focus();
        }
    }

    /** Whether anything is typed that says who this is; a family name alone may have been suggested. */
    public boolean isBegun() {
        return Stream.of(firstName.getValue(), birth.day(), birth.month(), birth.year()).anyMatch(typed -> !typed.isBlank());
    }

    /** What is typed, right or not. */
    public PersonDetails write() {
        return new PersonDetails(kind.getValue(), firstName.getValue(), lastName.getValue(), new TypedDate(birth.day(), birth.month(), birth.year()));
    }

    /** Says each reason beside its field, or above all when it is about none of them; the first field gets the cursor. */
    public void refuse(List<PeopleRefusal> reasons) {
        refusals.say(reasons);
        refusals.setVisible(reasons.stream().anyMatch(reason -> reason.field().isEmpty()));
        firstName.accept();
        lastName.accept();
        birth.accept();
        reasons.forEach(reason -> {
            String words = getTranslation(reason.key(), reason.facts().toArray());
            switch (reason.field()) {
                case "firstName" -> firstName.refuse(words);
                case "lastName" -> lastName.refuse(words);
                case "birthDate" -> birth.refuse(words);
                default -> { }
            }
        });
        focusFirst(reasons.stream().map(PeopleRefusal::field).toList());
    }

    private void focusFirst(List<String> fields) {
        if (fields.contains("firstName")) {
            firstName.focus();
        } else if (fields.contains("lastName")) {
            lastName.focus();
        } else if (fields.contains("birthDate")) {
            birth.focus();
        }
    }
}
