package fr.preau.activities;

import java.util.UUID;

/** Knows which families hope for a place. A later module answers, before an activity is suspended or lets everybody in. */
public interface WaitingFamilies {

    /** How many families of this activity wait for a place, or for the team's answer. */
    int of(UUID activity);

    /** How many of its families wait so, or have a place that is offered or held and not theirs yet. Under the locks of its groups. */
    int undecided(UUID activity);
}
