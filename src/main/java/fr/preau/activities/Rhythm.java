package fr.preau.activities;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.SortedSet;

/**
 * How the sessions to come of a weekly group repeat, read from the sessions themselves: some may have been moved, added or
 * cancelled since the series was made.
 *
 * @param hours empty when they repeat in no way that a sentence could say
 */
public record Rhythm(List<Hours> hours, Holidays holidays) implements Serializable {

    /**
     * Sessions on the same days of the week at the same hours.
     *
     * @param from  the day of the first one to come
     * @param to    the day of the last one
     * @param begun whether there were such sessions before
     */
    public record Hours(SortedSet<DayOfWeek> days, LocalTime starts, LocalTime ends, LocalDate from, LocalDate to, boolean begun)
            implements Serializable {

        /** Whether it is one session only. */
        public boolean isOnce() {
            return from.equals(to);
        }
    }

    /** What can be said about the school holidays. */
    public enum Holidays {
        /** The series does not care. */
        NOT_ASKED,
        /** The series leaves them out, and so do the sessions. */
        LEFT_OUT,
        /** The series leaves them out, but for some sessions they are not published: these may change. */
        UNKNOWN,
        /** The series leaves them out, and yet some sessions are in them: they were not known at the time, or somebody wants it so. */
        MET
    }
}
