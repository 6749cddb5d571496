package fr.preau.activities;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * What becomes different in one or several sessions.
 *
 * @param date   for one session only: another day; several sessions keep their days
 * @param starts the new hour on the wall; each session keeps its own when this and the end are absent
 * @param places each session keeps its own when absent
 */
public record SessionChange(@Nullable LocalDate date, @Nullable LocalTime starts, @Nullable LocalTime ends, @Nullable Integer places)
        implements Serializable {

    /** Which sessions a change is for; those that have begun are never changed. */
    public enum Reach {
        ONE,
        /** This one and those after it. */
        FOLLOWING,
        /** All sessions to come of the group. */
        ALL
    }
}
