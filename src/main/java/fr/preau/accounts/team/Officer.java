package fr.preau.accounts.team;

import java.io.Serializable;

/**
 * Somebody who works for the federation.
 *
 * @param arrived whether this person has signed in at least once
 */
public record Officer(Member member, boolean arrived) implements Serializable {
}
