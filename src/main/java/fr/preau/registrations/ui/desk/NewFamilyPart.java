package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import fr.preau.base.Picto;
import fr.preau.base.Texts;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.FormSection;
import fr.preau.base.ui.Notice;
import fr.preau.people.ContactDetails;
import fr.preau.people.HouseholdService;
import fr.preau.people.NewHousehold;
import fr.preau.people.Outcome;
import fr.preau.people.PersonDetails;
import java.util.UUID;

/** A family on the spot: one adult is enough; mail and phone may be missing. */
class NewFamilyPart extends FormSection {

    private static final long serialVersionUID = 1L;

    private final transient HouseholdService households;
    private final transient Texts texts;
    private final TextField first;
    private final TextField last;
    private final TextField mail;
    private final TextField phone;
    private final Div answer = new Div();

    /** @param then with the new family */
    NewFamilyPart(HouseholdService households, DeskWords words, Texts texts, SerializableConsumer<UUID> then) {
        super(words.say("register.new-family"));
        this.households = households;
        this.texts = texts;
        first = new TextField(words.say("attendance.first-name"));
        last = new TextField(words.say("attendance.last-name"));
        mail = new TextField(words.say("register.mail"));
        phone = new TextField(words.say("register.phone"));
        var fields = new Div(first, last, mail, phone);
        fields.addClassName("fields");
        add(fields, answer, Act.alt(words.say("register.create"), click -> create(then)).with(Picto.ADD_PERSON));
    }

    private void create(SerializableConsumer<UUID> then) {
        answer.removeAll();
        var outcome = households.openAtDesk(NewHousehold.of(PersonDetails.adult(first.getValue(), last.getValue()),
                ContactDetails.mail(mail.getValue()), ContactDetails.phone(phone.getValue())));
        switch (outcome) {
            case Outcome.Done<UUID>(UUID id) -> then.accept(id);
            case Outcome.Refused<UUID>(var reasons) -> reasons.forEach(why -> answer.add(Notice.bad(texts.say(why)).spoken()));
        }
    }
}
