package fr.preau.activities;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The dates that a series gives, and those that it leaves out, with the reason.
 *
 * @param unknownFrom the first of its days for which no school holidays are published, when the series wanted to skip
 *                    them: those days are kept, and people are told
 * @param knownUntil  the last day for which they are published; nothing when that does not matter
 */
public record SeriesPlan(List<Day> days, @Nullable LocalDate unknownFrom, @Nullable LocalDate knownUntil) implements Serializable {

    /** Why a date is left out. */
    public enum Skip {
        SCHOOL_HOLIDAY, PUBLIC_HOLIDAY, EXCEPTION,
        /** The group meets then already. */
        THERE
    }

    /**
     * One date of the series.
     *
     * @param skip     nothing when there is a session
     * @param skipName the name of the holidays, empty when there is none
     */
    public record Day(LocalDate date, Instant starts, Instant ends, @Nullable Skip skip, String skipName) implements Serializable {
    }

    /** The dates with a session. */
    public List<Day> sessions() {
        return days.stream().filter(day -> day.skip() == null).toList();
    }

    /** The same for a group that meets at these moments already. */
    SeriesPlan beside(Set<Instant> there) {
        return new SeriesPlan(days.stream().map(day -> day.skip() == null && there.contains(day.starts())
                ? new Day(day.date(), day.starts(), day.ends(), Skip.THERE, "") : day).toList(), unknownFrom, knownUntil);
    }

    /** How many of its dates the group has already. */
    int there() {
        return (int) days.stream().filter(day -> day.skip() == Skip.THERE).count();
    }

    /** The dates left out. */
    public List<Day> skipped() {
        return days.stream().filter(day -> day.skip() != null).toList();
    }
}
