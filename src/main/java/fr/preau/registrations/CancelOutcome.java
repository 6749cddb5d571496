package fr.preau.registrations;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of a cancellation.
 *
 * @param cancelled     those that ended now; who was cancelled before is not among them
 * @param undoableUntil until when it may be taken back; nothing when the places are given away already, or nothing was cancelled
 * @param offered       whether somebody who waited has an offer now; nobody may wait, or more together than there is room for
 */
public record CancelOutcome(Set<UUID> cancelled, @Nullable Instant undoableUntil, boolean offered) implements Serializable {
}
