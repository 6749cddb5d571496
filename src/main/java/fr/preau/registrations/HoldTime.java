package fr.preau.registrations;

import fr.preau.centres.CentreService;
import fr.preau.centres.OpeningHours;
import fr.preau.centres.WorkingTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How long a place is usually held while something is missing. */
@Component
class HoldTime {

    /** Three working days, as several centres write in their rules (parisanim18.fr). */
    private static final int USUAL_DAYS = 3;
    private static final Duration WORKING_DAY = Duration.ofHours(10);
    private static final Duration STEP = Duration.ofMinutes(15);

    private final WorkingTime workingTime;
    private final CentreService centres;
    private final Clock clock;

    HoldTime(WorkingTime workingTime, CentreService centres, Clock clock) {
        this.workingTime = workingTime;
        this.centres = centres;
        this.clock = clock;
    }

    /**
     * The moment to propose: a quarter of an hour that people can say.
     *
     * @param days how many working days the activity gives; nothing for the usual ones
     */
    Instant proposed(@Nullable Integer days) {
        var time = WORKING_DAY.multipliedBy(days == null ? USUAL_DAYS : days);
        var exact = workingTime.add(clock.instant(), time, OpeningHours.USUAL, centres.current().zone());
        long beyond = exact.getEpochSecond() % STEP.toSeconds();
        return exact.truncatedTo(ChronoUnit.SECONDS).minusSeconds(beyond);
    }

    /** Whether somebody is likely to be at the desk then, to take what was missing. */
    boolean isAtTheDesk(Instant moment) {
        return workingTime.isWorking(moment, OpeningHours.USUAL, centres.current().zone());
    }
}
