package fr.preau.activities;

import fr.preau.centres.CentreService;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Works out dates in the current centre's own time, and writes them as sessions. */
@Component
class Timetable {

    private final ActivitySessions sessions;
    private final SeriesPlanner planner;
    private final CentreService centres;
    private final Clock clock;

    Timetable(ActivitySessions sessions, SeriesPlanner planner, CentreService centres, Clock clock) {
        this.sessions = sessions;
        this.planner = planner;
        this.centres = centres;
        this.clock = clock;
    }

    ZoneId zone() {
        return centres.current().zone();
    }

    LocalDate today() {
        return now().toLocalDate();
    }

    LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), zone());
    }

    /** Dates that {@link InputCheck} has let pass. */
    SeriesPlan plan(Dates dates) {
        var centre = centres.current();
        var series = dates.series(centre.zone());
        if (series != null) {
            return planner.plan(series, centre.holidayZone());
        }
        var date = Objects.requireNonNull(dates.date());
        var starts = date.atTime(Objects.requireNonNull(dates.starts())).atZone(centre.zone()).toInstant();
        var ends = WallHours.end(date, Objects.requireNonNull(dates.ends()), centre.zone());
        return new SeriesPlan(List.of(new SeriesPlan.Day(date, starts, ends, null, "")), null, null);
    }

    List<SeriesPlan.Day> toCome(SeriesPlan plan) {
        return plan.sessions().stream().filter(day -> day.starts().isAfter(clock.instant())).toList();
    }

    boolean isToCome(ActivitySession session) {
        return session.isPlanned() && session.startsAt().isAfter(clock.instant());
    }

    void schedule(ActivityGroup group, List<SeriesPlan.Day> days, int places) {
        var zone = zone();
        days.forEach(day -> sessions.save(new ActivitySession(group.id(), day.starts(), day.ends(), zone, places)));
    }
}
