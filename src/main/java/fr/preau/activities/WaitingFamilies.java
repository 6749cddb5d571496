package fr.preau.activities;

import java.util.UUID;

/** Knows which families hope for a place. A later module answers, before an activity is suspended. */
public interface WaitingFamilies {

    /** How many families of this activity wait for a place, or for the team's answer. */
    int of(UUID activity);
}
