package fr.preau.registrations;

import java.io.Serializable;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of the team's answer to a request.
 *
 * @param placed  have a place now
 * @param waiting were accepted and wait, at the rank of the instant at which they asked
 * @param refused were told no
 * @param passed  had an answer already, were withdrawn, or their session has begun: nothing was done
 * @param undoableUntil until when a yes may be taken back; nothing when there was none
 */
public record ApprovalOutcome(Set<UUID> placed, Set<UUID> waiting, Set<UUID> refused, Set<UUID> passed, @Nullable Instant undoableUntil)
        implements Serializable {

    /** All who were told yes. */
    public Set<UUID> accepted() {
        var all = new HashSet<>(placed);
        all.addAll(waiting);
        return all;
    }

    public boolean nothingDone() {
        return placed.isEmpty() && waiting.isEmpty() && refused.isEmpty();
    }
}
