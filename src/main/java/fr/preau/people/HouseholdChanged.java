package fr.preau.people;

import java.util.UUID;

/** The names, dates or contacts of a household are new. */
public record HouseholdChanged(UUID householdId) {
}
