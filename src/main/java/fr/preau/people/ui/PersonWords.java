package fr.preau.people.ui;

import com.vaadin.flow.component.Component;
import fr.preau.base.Moments;
import fr.preau.people.HouseholdRecord;
import fr.preau.people.PersonRecord;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;

/** A person in a line: "Léa Benali", "9 ans". */
final class PersonWords implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Component screen;
    private final LocalDate today;

    PersonWords(Component screen, Clock clock) {
        this.screen = screen;
        this.today = LocalDate.ofInstant(clock.instant(), Moments.PARIS);
    }

    /** "vous", "adulte" or "9 ans". */
    String more(HouseholdRecord household, PersonRecord person) {
        if (person.id().equals(household.you())) {
            return screen.getTranslation("people.person.you");
        }
        return age(person);
    }

    String age(PersonRecord person) {
        var age = person.ageOn(today);
        return person.isChild() && age.isPresent() ? screen.getTranslation("people.person.age", age.getAsInt())
                : screen.getTranslation("people.person.adult");
    }
}
