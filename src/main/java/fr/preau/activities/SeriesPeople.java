package fr.preau.activities;

import java.util.UUID;

/** Knows who is registered for a whole series. A later module answers, before the catalogue adds dates to it. */
public interface SeriesPeople {

    /** Whether somebody has a place in all dates of this group, waits for one, or asked for one. Under the group's lock. */
    boolean areIn(UUID group);
}
