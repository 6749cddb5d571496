package fr.preau.activities;

import fr.preau.centres.CentreRecord;
import fr.preau.centres.HolidayZone;
import fr.preau.centres.SchoolCalendar;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads from the sessions of a group how they repeat, so that what is told about them stays true whatever was changed. */
@Component
public class RhythmReader {

    private final SchoolCalendar calendar;
    private final Clock clock;

    RhythmReader(SchoolCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    private record Slot(DayOfWeek day, LocalTime starts, LocalTime ends) {

        static Slot of(SessionRecord session, ZoneId zone) {
            var starts = session.startsAt().atZone(zone);
            return new Slot(starts.getDayOfWeek(), starts.toLocalTime(), session.endsAt().atZone(zone).toLocalTime());
        }

        boolean follows(WeeklySeries series) {
            return series.days().contains(day) && series.starts().equals(starts) && series.ends().equals(ends);
        }
    }

    /** How the sessions to come of a group repeat; no hours when it was not made as a weekly series. */
    public Rhythm of(GroupSheet group, CentreRecord centre) {
        var series = group.series();
        if (series == null) {
            return new Rhythm(List.of(), Rhythm.Holidays.NOT_ASKED);
        }
        var toCome = group.toCome(clock.instant());
        var days = toCome.stream().map(session -> day(session, centre.zone())).toList();
        return new Rhythm(hours(series, toCome, centre.zone()),
                series.skipsSchoolHolidays() ? holidays(days, centre.holidayZone()) : Rhythm.Holidays.NOT_ASKED);
    }

    /** How the dates of a plan will repeat, before there are sessions. */
    public Rhythm of(WeeklySeries series, SeriesPlan plan) {
        var days = plan.sessions().stream().map(SeriesPlan.Day::date).toList();
        if (days.isEmpty()) {
            return new Rhythm(List.of(), Rhythm.Holidays.NOT_ASKED);
        }
        var holidays = !series.skipsSchoolHolidays() ? Rhythm.Holidays.NOT_ASKED
                : plan.unknownFrom() == null ? Rhythm.Holidays.LEFT_OUT : Rhythm.Holidays.UNKNOWN;
        return new Rhythm(List.of(new Rhythm.Hours(series.days(), series.starts(), series.ends(), days.getFirst(), days.getLast(), false)), holidays);
    }

    /** The sessions of the series first; then others that come back at least once. One that was moved by itself is no rhythm. */
    List<Rhythm.Hours> hours(WeeklySeries series, List<SessionRecord> toCome, ZoneId zone) {
        Map<Boolean, List<SessionRecord>> following = toCome.stream().collect(Collectors.partitioningBy(session -> Slot.of(session, zone).follows(series)));
        boolean begun = series.firstDay().isBefore(LocalDate.ofInstant(clock.instant(), zone));
        var all = new ArrayList<Rhythm.Hours>();
        if (!following.get(true).isEmpty()) {
            all.add(hours(following.get(true), begun, zone));
        }
        following.get(false).stream().collect(Collectors.groupingBy(session -> Slot.of(session, zone))).values().stream()
                .filter(same -> same.size() > 1).map(same -> hours(same, false, zone)).sorted(Comparator.comparing(Rhythm.Hours::from))
                .forEach(next -> join(all, next));
        all.sort(Comparator.comparing(Rhythm.Hours::from));
        return List.copyOf(all);
    }

    /** The same hours on several days of the week, in the same weeks, are one rhythm. */
    private static void join(List<Rhythm.Hours> all, Rhythm.Hours next) {
        for (int place = 0; place < all.size(); place++) {
            var one = all.get(place);
            if (one.starts().equals(next.starts()) && one.ends().equals(next.ends()) && !next.from().isAfter(one.to()) && !one.from().isAfter(next.to())) {
                var days = new TreeSet<>(one.days());
                days.addAll(next.days());
                all.set(place, new Rhythm.Hours(days, one.starts(), one.ends(), earlier(one.from(), next.from()), later(one.to(), next.to()), one.begun()));
                return;
            }
        }
        all.add(next);
    }

    private static Rhythm.Hours hours(List<SessionRecord> sessions, boolean begun, ZoneId zone) {
        var slot = Slot.of(sessions.getFirst(), zone);
        var days = sessions.stream().map(session -> day(session, zone)).sorted().toList();
        return new Rhythm.Hours(days.stream().map(LocalDate::getDayOfWeek).collect(Collectors.toCollection(TreeSet::new)), slot.starts(), slot.ends(),
                days.getFirst(), days.getLast(), begun);
    }

    private Rhythm.Holidays holidays(Collection<LocalDate> days, HolidayZone zone) {
        if (days.stream().anyMatch(day -> calendar.schoolHoliday(zone, day).isPresent())) {
            return Rhythm.Holidays.MET;
        }
        return days.stream().allMatch(calendar::isPublished) ? Rhythm.Holidays.LEFT_OUT : Rhythm.Holidays.UNKNOWN;
    }

    private static LocalDate day(SessionRecord session, ZoneId zone) {
        return session.startsAt().atZone(zone).toLocalDate();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
