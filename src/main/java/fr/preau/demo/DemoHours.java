package fr.preau.demo;

import fr.preau.base.Moments;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;

/**
 * When people come to the desk in the story: while it is open, from a Monday on. Always a Monday, since what becomes of an offer
 * depends on how far the next session is: the story is the same on whatever day it is told.
 */
final class DemoHours {

    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final Duration BETWEEN_TWO = Duration.ofMinutes(37);
    /** The last of a day comes at a quarter past five. */
    private static final int A_DAY = 14;

    private DemoHours() {
    }

    /** The opening of the desk on the Monday of this day's week. */
    static Instant opening(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).atTime(OPENS).atZone(Moments.PARIS).toInstant();
    }

    /** When the one with this number comes, the first at this moment and as many a day as there is time for. */
    static Instant of(int number, Instant first) {
        return first.atZone(Moments.PARIS).plusDays(number / A_DAY).toInstant().plus(BETWEEN_TWO.multipliedBy(number % A_DAY));
    }
}
