package fr.preau.registrations;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;

/**
 * Persons who asked together and wait for the team's answer, and what a yes would mean now.
 *
 * @param registrations of this party, for the series or for one session
 * @param rank          the place in the list that a yes would give; 0 for a place at once
 * @param olderRequests how many parties asked earlier for the same and have no answer yet
 */
public record PendingRequest(UUID party, Set<UUID> registrations, int rank, int olderRequests) implements Serializable {
}
