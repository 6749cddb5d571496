package fr.preau.people;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A family is being forgotten; heard in the same transaction, so that what was written about it elsewhere goes with it.
 *
 * @param accounts  who acted for it
 * @param addresses where its letters went
 */
public record HouseholdForgotten(UUID household, Set<UUID> accounts, List<String> addresses) {
}
