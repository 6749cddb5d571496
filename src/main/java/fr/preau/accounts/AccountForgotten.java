package fr.preau.accounts;

import java.util.UUID;

/** Nothing is known of the owner of this account any more. Heard in the same transaction. */
public record AccountForgotten(UUID account) {
}
