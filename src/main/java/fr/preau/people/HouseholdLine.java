package fr.preau.people;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** A household in a list of found ones. */
public record HouseholdLine(UUID id, String name, List<PersonRecord> persons, List<ContactRecord> contacts)
        implements Serializable {

    /** Two of the ways in which it is reached, as people write them; nothing when there is none. */
    public String reached() {
        return contacts.stream().map(ContactRecord::shown).limit(2).collect(Collectors.joining(", "));
    }
}
