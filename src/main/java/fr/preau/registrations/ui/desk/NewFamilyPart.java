package fr.preau.registrations.ui.desk;

import com.vaadin.flow.function.SerializableConsumer;
import fr.preau.base.Picto;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.FormSection;
import fr.preau.people.ContactDetails;
import fr.preau.people.HouseholdService;
import fr.preau.people.NewHousehold;
import fr.preau.people.PersonDetails;
import java.util.UUID;

/** A family on the spot: one adult is enough; mail and phone may be missing. */
class NewFamilyPart extends FormSection {

    private static final long serialVersionUID = 1L;

    private final transient HouseholdService households;
    private final TypedLines lines = new TypedLines();
    private final LineField first;
    private final LineField last;
    private final LineField mail;
    private final LineField phone;

    /** @param then with the new family */
    NewFamilyPart(HouseholdService households, DeskWords words, SerializableConsumer<UUID> then) {
        super(words.say("register.new-family"));
        this.households = households;
        first = lines.line("firstName", words.say("attendance.first-name"));
        last = lines.line("lastName", words.say("attendance.last-name"));
        mail = lines.line("mail", words.say("register.mail"));
        phone = lines.line("phone", words.say("register.phone"));
        add(lines, lines.whole(), Act.alt(words.say("register.create"), click -> create(then)).with(Picto.ADD_PERSON));
    }

    private void create(SerializableConsumer<UUID> then) {
        var outcome = households.openAtDesk(NewHousehold.of(PersonDetails.adult(first.getValue(), last.getValue()),
                ContactDetails.mail(mail.getValue()), ContactDetails.phone(phone.getValue())));
        lines.refuse(outcome.reasons());
        outcome.value().ifPresent(then);
    }
}
