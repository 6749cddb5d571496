package fr.preau.people;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * What is written about a person, and its rules.
 *
 * @param lastName empty for those who have one name only
 */
@BirthDateFits
public record PersonDetails(PersonKind kind, @PersonName String firstName, @PersonName(optional = true) String lastName,
                            TypedDate birthDate) implements Serializable {

    public PersonDetails {
        firstName = PersonNameValidator.tidy(firstName);
        lastName = PersonNameValidator.tidy(lastName);
    }

    /** An adult who keeps her age to herself. */
    public static PersonDetails adult(String firstName, String lastName) {
        return new PersonDetails(PersonKind.ADULT, firstName, lastName, TypedDate.NONE);
    }

    public static PersonDetails adult(String firstName, String lastName, LocalDate birthDate) {
        return new PersonDetails(PersonKind.ADULT, firstName, lastName, TypedDate.of(birthDate));
    }

    public static PersonDetails child(String firstName, String lastName, LocalDate birthDate) {
        return new PersonDetails(PersonKind.CHILD, firstName, lastName, TypedDate.of(birthDate));
    }
}
