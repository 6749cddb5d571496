package fr.preau.people;

import java.util.UUID;

/**
 * A person is about to be taken out of her household: said first in the transaction, before anything is read, so that who
 * has to lock something (her places) does so while every later read is still fresh. {@link PersonRemoved} follows, or a refusal.
 */
public record PersonLeaving(UUID personId) {
}
