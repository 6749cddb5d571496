package fr.preau.people;

import java.util.UUID;

/**
 * A person was taken out of her household; heard in the same transaction, so that her places are given back with it.
 *
 * @param byFamily whether somebody of the household did it; otherwise it was the staff
 */
public record PersonRemoved(UUID personId, boolean byFamily) {
}
