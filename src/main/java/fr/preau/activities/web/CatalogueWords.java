package fr.preau.activities.web;

import fr.preau.activities.ActivityCard;
import fr.preau.activities.Audience;
import fr.preau.activities.Availability;
import fr.preau.activities.Rhythm;
import fr.preau.activities.SessionRecord;
import fr.preau.activities.WeeklySeries;
import fr.preau.base.Moments;
import fr.preau.base.Texts;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says the catalogue as people say it: when, for whom, and how many places. */
@Component
public class CatalogueWords {

    /** Up to here a number of places is worth telling in a list; above, one need not hurry. */
    private static final int FEW = 5;
    private static final int GROWN_UP = 18;

    private final Texts texts;
    private final Moments moments;

    CatalogueWords(Texts texts, Moments moments) {
        this.texts = texts;
        this.moments = moments;
    }

    /** Free places in words, and the class that gives them their colour. */
    public record Places(String room, String text) {
    }

    String say(String key, Object... facts) {
        return texts.say("activities.page." + key, facts);
    }

    /** In a list: "Il reste des places". */
    public Places brief(Availability availability, ZoneId zone) {
        return availability.kind() == Availability.Kind.FREE && availability.number() > FEW
                ? new Places("ok", say("places.some")) : exact(availability, zone);
    }

    /** On a sheet: "Il reste 9 places". */
    public Places exact(Availability availability, ZoneId zone) {
        int number = availability.number();
        return switch (availability.kind()) {
            case FREE -> new Places(number > FEW ? "ok" : "few", say("places.free", number));
            case FREE_LATER -> new Places("few", say("places.free-later"));
            case FULL -> new Places("full", say("places.full", number));
            case DROP_IN -> new Places("ok", say("places.drop-in"));
            case NOT_YET_OPEN -> new Places("few", say("places.not-yet-open", moment(availability.when(), zone)));
            case CLOSED -> new Places("none", say("places.closed"));
            case SUSPENDED -> new Places("none", say("places.suspended"));
            case CANCELLED -> new Places("full", say("places.cancelled"));
            case OVER, DRAFT -> new Places("none", say("places.over"));
        };
    }

    /** "Mercredi à 14 h, en famille". */
    public String when(ActivityCard card, ZoneId zone) {
        return say("card.when", capital(rhythm(card, zone)), audience(card.audience()));
    }

    /** How its sessions to come repeat; only the next date when that is no simple sentence, or when the next one was moved by itself. */
    private String rhythm(ActivityCard card, ZoneId zone) {
        if (card.next() == null) {
            return withoutDates(card);
        }
        if (!isInRhythm(card, zone)) {
            return moment(card.next().startsAt(), zone);
        }
        if (card.hours().stream().map(Rhythm.Hours::starts).distinct().count() == 1) {
            return weekly(card.hours().stream().flatMap(hours -> hours.days().stream()).toList(), card.hours().getFirst().starts());
        }
        return card.hours().size() == 2 ? twoHours(card.hours().getFirst(), card.hours().getLast(), zone) : moment(card.next().startsAt(), zone);
    }

    /** "mercredi à 14 h, puis à 15 h à partir du mercredi 3 mars", or "mercredi à 14 h et samedi à 10 h". */
    private String twoHours(Rhythm.Hours one, Rhythm.Hours other, ZoneId zone) {
        String first = weekly(one.days(), one.starts());
        if (!one.to().isBefore(other.from())) {
            return say("and", first, weekly(other.days(), other.starts()));
        }
        return one.days().equals(other.days()) ? say("card.weekly-then", first, moments.time(other.starts()), day(other.from(), zone))
                : say("card.weekly-then-days", first, weekly(other.days(), other.starts()), day(other.from(), zone));
    }

    private String weekly(Collection<DayOfWeek> days, LocalTime starts) {
        return say("card.weekly", list(days.stream().distinct().sorted().map(this::day).toList()), moments.time(starts));
    }

    /** What was weekly is told as it was; what has no date yet says so. */
    private String withoutDates(ActivityCard card) {
        var hours = card.series().stream().map(WeeklySeries::starts).distinct().toList();
        return hours.size() == 1 ? weekly(card.series().stream().flatMap(series -> series.days().stream()).toList(), hours.getFirst()) : say("card.no-date");
    }

    /** Whether the next session is one of those that repeat: it may have been moved. */
    private static boolean isInRhythm(ActivityCard card, ZoneId zone) {
        var next = card.next().startsAt().atZone(zone);
        return card.hours().stream().anyMatch(hours -> hours.days().contains(next.getDayOfWeek()) && hours.starts().equals(next.toLocalTime())
                && !next.toLocalDate().isBefore(hours.from()) && !next.toLocalDate().isAfter(hours.to()));
    }

    /** "de 8 à 12 ans". */
    public String audience(Audience audience) {
        String ages = ages(audience);
        if (!audience.withAdult()) {
            return ages.isEmpty() ? say("audience.all") : ages;
        }
        return ages.isEmpty() ? say("audience.family") : say("audience.family-ages", ages);
    }

    private String ages(Audience audience) {
        if (audience.isByBirthYear()) {
            return range("audience.born", text(audience.birthYearFrom()), text(audience.birthYearTo()));
        }
        if (audience.isOpenToAll()) {
            return "";
        }
        return audience.maxAge() == null && audience.minAge() != null && audience.minAge() == GROWN_UP
                ? say("audience.adults") : range("audience.aged", audience.minAge(), audience.maxAge());
    }

    /** @param from years of age as numbers, years of birth as text: these have no thousands */
    private String range(String key, @Nullable Object from, @Nullable Object to) {
        if (from == null) {
            return say(key + ".to", Objects.requireNonNull(to));
        }
        if (to == null) {
            return say(key + ".from", from);
        }
        return from.equals(to) ? say(key + ".only", from) : say(key + ".between", from, to);
    }

    private static @Nullable String text(@Nullable Integer year) {
        return year == null ? null : year.toString();
    }

    /** How often a group meets, and from when to when: "Le mercredi, de 14 h à 16 h 30" and its period. */
    public record Weekly(String what, String more) {
    }

    /** A line for each of its hours; what is to be known about the school holidays stands in the last. */
    public List<Weekly> weekly(Rhythm rhythm, ZoneId zone) {
        var all = new ArrayList<Weekly>();
        for (var hours : rhythm.hours()) {
            String period = hours.isOnce() ? "" : period(hours, rhythm.holidays() == Rhythm.Holidays.LEFT_OUT);
            boolean last = hours.equals(rhythm.hours().getLast());
            all.add(new Weekly(weekly(hours, zone), last ? sentences(period, holidays(rhythm.holidays())) : period));
        }
        return all;
    }

    private String weekly(Rhythm.Hours hours, ZoneId zone) {
        String days = list(hours.days().stream().map(day -> say("fact.each-day", day(day))).toList());
        return capital(say("fact.weekly", hours.isOnce() ? day(hours.from(), zone) : days, moments.time(hours.starts()), moments.end(hours.ends())));
    }

    /** "Du 2 décembre 2026 au 30 juin 2027, sauf pendant les vacances scolaires". */
    private String period(Rhythm.Hours hours, boolean withoutHolidays) {
        String period = hours.begun() ? say("fact.until", moments.date(hours.to())) : say("fact.period", moments.date(hours.from()), moments.date(hours.to()));
        return withoutHolidays ? say("fact.without-holidays", period) : period;
    }

    private String holidays(Rhythm.Holidays holidays) {
        return switch (holidays) {
            case NOT_ASKED, LEFT_OUT -> "";
            case UNKNOWN -> say("fact.holidays-unknown");
            case MET -> say("fact.holidays-met");
        };
    }

    /** Two sentences, the second with its full stop. */
    public String sentences(String one, String other) {
        return one.isEmpty() ? other : other.isEmpty() ? one : say("fact.sentences", one, other);
    }

    /** "Samedi 12 décembre, de 8 h à 19 h". */
    public String session(SessionRecord session, ZoneId zone) {
        var starts = session.startsAt().atZone(zone);
        var ends = session.endsAt().atZone(zone);
        return say("fact.session", capital(day(starts.toLocalDate(), zone)), moments.time(starts.toLocalTime()), moments.end(ends.toLocalTime()));
    }

    /** "mercredi 2 décembre", with the year when it is not this one. */
    public String day(LocalDate date, ZoneId zone) {
        return moments.day(date, zone);
    }

    /** "lundi 30 novembre à 9 h". */
    public String moment(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? "" : moments.brief(instant, zone);
    }

    public String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, texts.language());
    }

    /** "lundi, mardi et jeudi". */
    private String list(Collection<String> things) {
        var all = List.copyOf(things);
        if (all.size() < 2) {
            return String.join("", all);
        }
        return say("and", String.join(", ", all.subList(0, all.size() - 1)), all.getLast());
    }

    public String capital(String sentence) {
        return firstLetter(sentence, first -> first.toUpperCase(texts.language()));
    }

    private static String firstLetter(String sentence, UnaryOperator<String> change) {
        if (sentence.isEmpty()) {
            return sentence;
        }
        int end = sentence.offsetByCodePoints(0, 1);
        return change.apply(sentence.substring(0, end)) + sentence.substring(end);
    }
}
