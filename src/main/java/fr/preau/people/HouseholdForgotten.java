package fr.preau.people;

import java.util.Set;
import java.util.UUID;

/**
 * A family is being forgotten; heard in the same transaction and before anything of it is gone, so that what was written about it
 * elsewhere is still found, and goes with it.
 *
 * @param accounts who acted for it
 */
public record HouseholdForgotten(UUID household, Set<UUID> accounts) {
}
