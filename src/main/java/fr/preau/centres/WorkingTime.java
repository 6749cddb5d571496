package fr.preau.centres;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;

/** Counts hours that one can ask of people: a deadline never ends at night, on a Sunday or on a public holiday. */
@Component
public class WorkingTime {

    private final SchoolCalendar calendar;

    WorkingTime(SchoolCalendar calendar) {
        this.calendar = calendar;
    }

    /** So many working hours later, in the usual opening hours of Paris. */
    public Instant add(Instant from, int workingHours) {
        return add(from, Duration.ofHours(workingHours), OpeningHours.USUAL, ZoneId.of("Europe/Paris"));
    }

    /** So much working time later; nothing added gives the next moment when one is at work. */
    public Instant add(Instant from, Duration working, OpeningHours hours, ZoneId zone) {
        if (working.isNegative()) {
            throw new IllegalArgumentException("Time goes forwards");
        }
        var left = working;
        LocalDate day = from.atZone(zone).toLocalDate();
        for (;; day = day.plusDays(1)) {
            if (!counts(day, hours)) {
                continue;
            }
            var opens = ZonedDateTime.of(day, hours.opens(), zone).toInstant();
            var closes = ZonedDateTime.of(day, hours.closes(), zone).toInstant();
            var begins = from.isAfter(opens) ? from : opens;
            if (begins.isBefore(closes)) {
                var rest = Duration.between(begins, closes);
                if (left.compareTo(rest) <= 0) {
                    return begins.plus(left);
                }
                left = left.minus(rest);
            }
        }
    }

    /** The last moment until this one, itself included, when an answer can be expected. */
    public Instant latestUntil(Instant moment, OpeningHours hours, ZoneId zone) {
        for (LocalDate day = moment.atZone(zone).toLocalDate();; day = day.minusDays(1)) {
            var opens = ZonedDateTime.of(day, hours.opens(), zone).toInstant();
            var closes = ZonedDateTime.of(day, hours.closes(), zone).toInstant();
            if (counts(day, hours) && !moment.isBefore(opens)) {
                return moment.isBefore(closes) ? moment : closes;
            }
        }
    }

    /** Whether this is a moment when an answer can be expected. */
    public boolean isWorking(Instant moment, OpeningHours hours, ZoneId zone) {
        var local = moment.atZone(zone);
        return counts(local.toLocalDate(), hours) && !local.toLocalTime().isBefore(hours.opens()) && !local.toLocalTime().isAfter(hours.closes());
    }

    private boolean counts(LocalDate day, OpeningHours hours) {
        return hours.days().contains(day.getDayOfWeek()) && calendar.publicHoliday(day).isEmpty();
    }
}
