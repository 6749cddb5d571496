package fr.preau.registrations;

import java.time.Instant;
import java.util.UUID;

/**
 * The end of a list: how many parties wait there and the last instant given out. One per session, or one per series.
 *
 * @param id the session's, or the group's when its series is taken as a whole
 */
record WaitingLine(UUID id, int parties, Instant lastQueued) {
}
