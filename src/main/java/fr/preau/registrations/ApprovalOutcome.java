package fr.preau.registrations;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;

/**
 * What came of the team's answer to a request.
 *
 * @param placed  have a place now
 * @param waiting were accepted and wait, at the rank of the instant at which they asked
 * @param refused were told no
 * @param passed  had an answer already, were withdrawn, or their session has begun: nothing was done
 */
public record ApprovalOutcome(Set<UUID> placed, Set<UUID> waiting, Set<UUID> refused, Set<UUID> passed) implements Serializable {

    public boolean nothingDone() {
        return placed.isEmpty() && waiting.isEmpty() && refused.isEmpty();
    }
}
