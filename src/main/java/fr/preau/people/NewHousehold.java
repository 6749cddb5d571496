package fr.preau.people;

import jakarta.validation.Valid;
import java.io.Serializable;
import java.util.List;

/** A family's first adult, who is enough to begin with, and how she is reached, if at all. */
public record NewHousehold(@Valid PersonDetails adult, List<@Valid ContactDetails> contacts) implements Serializable {

    public NewHousehold {
        contacts = contacts.stream().filter(contact -> !contact.address().isBlank()).toList();
    }

    public static NewHousehold of(PersonDetails adult, ContactDetails... contacts) {
        return new NewHousehold(adult, List.of(contacts));
    }
}
