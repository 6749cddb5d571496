package fr.preau.activities;

import java.util.UUID;

/**
 * Knows who hopes for a place in an activity; no count of places knows them all. A later module answers, before an activity is
 * suspended, lets everybody in, or no longer answers each request.
 */
public interface WaitingFamilies {

    /** How many families of this activity wait for a place, or for the team's answer. */
    int of(UUID activity);

    /** How many of its families wait so, or have a place that is offered or held and not theirs yet; certain under the locks of its groups. */
    int undecided(UUID activity);

    /** How many requests for it have no answer of the team yet; who asked together counts once. */
    int unanswered(UUID activity);
}
