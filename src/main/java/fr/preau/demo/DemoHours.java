package fr.preau.demo;

import fr.preau.base.Moments;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** When people come to the desk in the story: on working days and while it is open. */
final class DemoHours {

    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final Duration BETWEEN_TWO = Duration.ofMinutes(37);
    /** The last of a day comes at a quarter past five. */
    private static final int A_DAY = 14;

    private DemoHours() {
    }

    /** The opening of the desk on this day, or on the last working day before it. */
    static Instant opening(LocalDate day) {
        var working = day;
        while (isWeekend(working)) {
            working = working.minusDays(1);
        }
        return working.atTime(OPENS).atZone(Moments.PARIS).toInstant();
    }

    /** When the one with this number comes, the first at this moment and as many a day as there is time for. */
    static Instant of(int number, Instant first) {
        var day = first.atZone(Moments.PARIS);
        for (int left = number / A_DAY; left > 0; left--) {
            do {
                day = day.plus(1, ChronoUnit.DAYS);
            } while (isWeekend(day.toLocalDate()));
        }
        return day.toInstant().plus(BETWEEN_TWO.multipliedBy(number % A_DAY));
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
