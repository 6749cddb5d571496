package fr.preau.base;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;

/** Dates and hours as people say them: "mardi 3 février 2026 à 14 h 30". */
@Component
public class Moments {

    /** The hour of all centres that have not said otherwise. */
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Texts texts;
    private final Clock clock;

    Moments(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /** "mardi 3 février 2026 à 14 h 30". */
    public String full(Instant moment, ZoneId zone) {
        var local = moment.atZone(zone);
        return texts.say("base.moment.full", day(local.toLocalDate()), time(local.toLocalTime()));
    }

    /** "mardi 3 février à 14 h 30", with the year when it is not this one. */
    public String brief(Instant moment, ZoneId zone) {
        var local = moment.atZone(zone);
        return texts.say("base.moment.full", day(local.toLocalDate(), zone), time(local.toLocalTime()));
    }

    /** "mardi 3 février 2026". */
    public String day(LocalDate day) {
        return format(day, "base.format.day");
    }

    /** "mardi 3 février", with the year when it is not this one. */
    public String day(LocalDate day, ZoneId zone) {
        return day.getYear() == clock.instant().atZone(zone).getYear() ? format(day, "base.format.day-without-year") : day(day);
    }

    /** "3 février 2026". */
    public String date(LocalDate day) {
        return format(day, "base.format.date");
    }

    /** "février 2026". */
    public String month(LocalDate day) {
        return format(day, "base.format.month");
    }

    /** "14 h 30", or "14 h" on the hour. */
    public String time(LocalTime time) {
        String pattern = texts.say(time.getMinute() == 0 ? "base.format.hour" : "base.format.time");
        return DateTimeFormatter.ofPattern(pattern, texts.language()).format(time);
    }

    /** The hour at which something ends: "minuit" for 0 h, else as {@link #time}. */
    public String end(LocalTime time) {
        return time.equals(LocalTime.MIDNIGHT) ? texts.say("base.time.midnight") : time(time);
    }

    /** The first of a month is "1er" in French: the bundles say how. */
    private String format(LocalDate day, String key) {
        String pattern = texts.say(day.getDayOfMonth() == 1 ? key + ".first" : key);
        return DateTimeFormatter.ofPattern(pattern, texts.language()).format(day);
    }
}
