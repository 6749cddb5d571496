package fr.preau.activities;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes different in one or several sessions.
 *
 * @param date   for one session only: another day; several sessions keep their days
 * @param starts the new hour on the wall; each session keeps its own when this and the end are absent
 * @param places each session keeps its own when absent
 */
public record SessionChange(@Nullable LocalDate date, @Nullable LocalTime starts, @Nullable LocalTime ends, @Nullable Integer places)
        implements Serializable {

    /** Which sessions a change is for; those that have begun are never changed. */
    public enum Reach {
        ONE,
        /** This one and those after it. */
        FOLLOWING,
        /** All sessions to come of the group. */
        ALL
    }

    /** The same for so many sessions: a day is for one alone. */
    SessionChange reaching(Reach reach) {
        return reach == Reach.ONE ? this : new SessionChange(null, starts, ends, places);
    }

    /** What does not go in it, whatever the sessions. */
    List<Problem> problems(LocalDate today) {
        var problems = new ArrayList<Problem>();
        if (places != null) {
            problems.addAll(InputCheck.ofPlaces(places));
        }
        if (starts == null || ends == null) {
            if (starts != ends) {
                problems.add(Problem.at(Problem.Field.HOURS, "hours-missing"));
            }
        } else if (!WallHours.areInOrder(starts, ends)) {
            problems.add(Problem.at(Problem.Field.HOURS, "hours-order"));
        }
        if (date != null) {
            problems.addAll(InputCheck.ofDate(date, today));
        }
        return problems;
    }

    Instant startOf(ActivitySession session, ZoneId zone) {
        return day(session, zone).atTime(starts == null ? session.startsAt().atZone(zone).toLocalTime() : starts).atZone(zone).toInstant();
    }

    Instant endOf(ActivitySession session, ZoneId zone) {
        return WallHours.end(day(session, zone), ends == null ? session.endsAt().atZone(zone).toLocalTime() : ends, zone);
    }

    private LocalDate day(ActivitySession session, ZoneId zone) {
        return date == null ? session.startsAt().atZone(zone).toLocalDate() : date;
    }

    boolean moves(ActivitySession session, ZoneId zone) {
        return !startOf(session, zone).equals(session.startsAt()) || !endOf(session, zone).equals(session.endsAt());
    }

    /** An hour of today may be over. What stays at its hour is no change. */
    boolean isIntoThePast(ActivitySession session, ZoneId zone, Instant now) {
        var start = startOf(session, zone);
        return !start.equals(session.startsAt()) && !start.isAfter(now);
    }

    /** What holds for all sessions to come is the group's rule. */
    void becomeRuleOf(ActivityGroup group) {
        if (starts != null && ends != null) {
            group.meetAt(starts, ends);
        }
        if (places != null) {
            group.change(places, group.series());
        }
    }
}
