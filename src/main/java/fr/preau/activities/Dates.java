package fr.preau.activities;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When a group meets, as somebody typed it: one date, or every week. In the centre's own time; parts may be missing. */
public record Dates(Rhythm rhythm, @Nullable LocalDate date, @Nullable LocalTime starts, @Nullable LocalTime ends, Set<DayOfWeek> days,
                    @Nullable LocalDate firstDay, @Nullable LocalDate lastDay, boolean skipsSchoolHolidays, boolean skipsPublicHolidays,
                    List<LocalDate> exceptions) implements Serializable {

    /** How often. */
    public enum Rhythm {
        ONCE, WEEKLY
    }

    public Dates {
        days = Set.copyOf(days);
        exceptions = List.copyOf(exceptions);
    }

    /** Nothing typed yet: most activities come back every week, without holidays. */
    public static Dates blank() {
        return new Dates(Rhythm.WEEKLY, null, null, null, Set.of(), null, null, true, true, List.of());
    }

    /** One date. */
    public static Dates once(LocalDate date, LocalTime starts, LocalTime ends) {
        return new Dates(Rhythm.ONCE, date, starts, ends, Set.of(), null, null, false, false, List.of());
    }

    /** Every week on these days, without school holidays and public holidays. */
    public static Dates weekly(Set<DayOfWeek> days, LocalTime starts, LocalTime ends, LocalDate firstDay, LocalDate lastDay) {
        return new Dates(Rhythm.WEEKLY, null, starts, ends, days, firstDay, lastDay, true, true, List.of());
    }

    /** The same, but not on these days. */
    public Dates without(List<LocalDate> exceptionDays) {
        return new Dates(rhythm, date, starts, ends, days, firstDay, lastDay, skipsSchoolHolidays, skipsPublicHolidays, exceptionDays);
    }

    /** The same, during the holidays too. */
    public Dates duringHolidays() {
        return new Dates(rhythm, date, starts, ends, days, firstDay, lastDay, false, false, exceptions);
    }

    public boolean isWeekly() {
        return rhythm == Rhythm.WEEKLY;
    }

    /** The weekly series; nothing for one date, or while something is missing. */
    public @Nullable WeeklySeries series(ZoneId zone) {
        return !isWeekly() || starts == null || ends == null || firstDay == null || lastDay == null ? null
                : WeeklySeries.on(days, starts, ends, firstDay, lastDay, zone, skipsSchoolHolidays, skipsPublicHolidays, exceptions);
    }
}
