package fr.preau.people;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** A household in a list of found ones. */
public record HouseholdLine(UUID id, String name, List<PersonRecord> persons, List<ContactRecord> contacts)
        implements Serializable {
}
