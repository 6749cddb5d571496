package fr.preau.demo;

import fr.preau.activities.Dates;
import fr.preau.base.InTheDemonstration;
import fr.preau.centres.SchoolCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.List;
import org.springframework.stereotype.Component;

/** Sets the dates of an activity for a story that is told today: on whatever day of the year, some are behind and some to come. */
@Component
@InTheDemonstration
class DemoDates {

    /** Two weeks of school. With fewer behind, as from August to the middle of September, weekly ones go on through the holidays. */
    private static final int SCHOOL_DAYS_BEHIND = 10;

    private final SchoolCalendar calendar;

    DemoDates(SchoolCalendar calendar) {
        this.calendar = calendar;
    }

    Dates of(DemoActivity activity, LocalDate today) {
        var days = activity.days();
        if (!activity.isWeekly()) {
            return Dates.once(today.plusWeeks(activity.weeksAhead()).with(TemporalAdjusters.nextOrSame(days.getFirst())), activity.starts(), activity.ends());
        }
        var first = today.minusWeeks(DemoStory.WEEKS_PAST).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        boolean skipsHolidays = first.datesUntil(today).filter(this::hasSchool).count() >= SCHOOL_DAYS_BEHIND;
        return new Dates(Dates.Rhythm.WEEKLY, null, activity.starts(), activity.ends(), EnumSet.copyOf(days), first, endOfHalfYear(today),
                skipsHolidays, true, List.of());
    }

    /** Eight weeks that begin in a week: it is as if such an activity had only just been announced. */
    Dates ahead(DemoActivity activity, LocalDate today) {
        var first = today.plusWeeks(1).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        return new Dates(Dates.Rhythm.WEEKLY, null, activity.starts(), activity.ends(), EnumSet.copyOf(activity.days()), first, first.plusWeeks(8),
                false, true, List.of());
    }

    private boolean hasSchool(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && calendar.schoolHoliday(DemoCentre.ZONE, day).isEmpty();
    }

    /** The end of the half-year that is at least eight weeks away: 31 January or 30 June. */
    private static LocalDate endOfHalfYear(LocalDate today) {
        var soonest = today.plusWeeks(8);
        var january = LocalDate.of(soonest.getYear(), Month.JANUARY, 31);
        var june = LocalDate.of(soonest.getYear(), Month.JUNE, 30);
        if (!january.isBefore(soonest)) {
            return january;
        }
        return june.isBefore(soonest) ? january.plusYears(1) : june;
    }
}
