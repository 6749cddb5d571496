package fr.preau.registrations;

import java.time.Instant;
import java.util.UUID;

/**
 * The end of a list: how many parties wait there and the last instant given out. One per session, or one per series.
 *
 * @param id         the session's, or the group's when its series is taken as a whole
 * @param unanswered how many parties have asked for the same and have no answer yet: a yes counts from their request, so that they
 *                   stand before whoever comes now
 */
record WaitingLine(UUID id, int parties, int unanswered, Instant lastQueued) {
}
