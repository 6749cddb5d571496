package fr.preau.activities;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The hours of a session as people say them: an evening that ends at midnight ends when the next day begins. */
final class WallHours {

    private WallHours() {
    }

    static boolean areInOrder(LocalTime starts, LocalTime ends) {
        return starts.isBefore(ends) || ends.equals(LocalTime.MIDNIGHT) && !starts.equals(LocalTime.MIDNIGHT);
    }

    /** @param day the one on which the session begins */
    static Instant end(LocalDate day, LocalTime ends, ZoneId zone) {
        var last = ends.equals(LocalTime.MIDNIGHT) ? day.plusDays(1) : day;
        return last.atTime(ends).atZone(zone).toInstant();
    }
}
