package fr.preau.centres;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;

/**
 * When somebody can be expected to answer. A centre's own opening hours are free text for people; deadlines need a rule.
 *
 * @param days  the days of the week that count
 * @param opens local time
 */
public record OpeningHours(Set<DayOfWeek> days, LocalTime opens, LocalTime closes) {

    /** Monday to Saturday, from 9 to 19: neither at night nor on Sunday. */
    public static final OpeningHours USUAL = new OpeningHours(Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY, DayOfWeek.FRIDAY, DayOfWeek.SATURDAY), LocalTime.of(9, 0), LocalTime.of(19, 0));

    public OpeningHours {
        if (days.isEmpty() || !opens.isBefore(closes)) {
            throw new IllegalArgumentException("Never open");
        }
        days = Set.copyOf(days);
    }
}
