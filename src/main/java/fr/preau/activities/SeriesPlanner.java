package fr.preau.activities;

import fr.preau.centres.HolidayZone;
import fr.preau.centres.SchoolCalendar;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out the dates of a weekly series: the same hour on the wall all year round, without holidays if asked. */
@Component
class SeriesPlanner {

    /** A season and a half; a longer series is a typing mistake. */
    static final int LONGEST_IN_DAYS = 550;

    private final SchoolCalendar calendar;

    SeriesPlanner(SchoolCalendar calendar) {
        this.calendar = calendar;
    }

    /** @throws IllegalArgumentException when the series is longer than a season and a half */
    SeriesPlan plan(WeeklySeries series, HolidayZone holidays) {
        if (ChronoUnit.DAYS.between(series.firstDay(), series.lastDay()) > LONGEST_IN_DAYS) {
            throw new IllegalArgumentException("Too long a series");
        }
        var days = new ArrayList<SeriesPlan.Day>();
        LocalDate unknownFrom = null;
        for (LocalDate date = series.firstDay(); !date.isAfter(series.lastDay()); date = date.plusDays(1)) {
            if (!series.days().contains(date.getDayOfWeek())) {
                continue;
            }
            days.add(day(series, date, holidays));
            if (unknownFrom == null && series.skipsSchoolHolidays() && !calendar.isPublished(date)) {
                unknownFrom = date;
            }
        }
        return new SeriesPlan(days, unknownFrom, unknownFrom == null ? null : calendar.lastPublishedDay());
    }

    private SeriesPlan.Day day(WeeklySeries series, LocalDate date, HolidayZone holidays) {
        var zone = series.zoneId();
        var starts = date.atTime(series.starts()).atZone(zone).toInstant();
        var ends = WallHours.end(date, series.ends(), zone);
        var school = calendar.schoolHoliday(holidays, date);
        var open = calendar.publicHoliday(date);
        SeriesPlan.@Nullable Skip skip = null;
        String name = "";
        if (series.exceptions().contains(date)) {
            skip = SeriesPlan.Skip.EXCEPTION;
        } else if (series.skipsPublicHolidays() && open.isPresent()) {
            skip = SeriesPlan.Skip.PUBLIC_HOLIDAY;
            name = open.get();
        } else if (series.skipsSchoolHolidays() && school.isPresent()) {
            skip = SeriesPlan.Skip.SCHOOL_HOLIDAY;
            name = school.get();
        }
        return new SeriesPlan.Day(date, starts, ends, skip, name);
    }
}
