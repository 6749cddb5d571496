package fr.preau.activities;

import java.util.Collection;
import java.util.UUID;

/** Knows who asked and has no answer of the team yet. A later module answers; no count of places knows them. */
public interface UnansweredRequests {

    /** How many requests for these groups wait for an answer; who asked together counts once. */
    int in(Collection<UUID> groups);
}
