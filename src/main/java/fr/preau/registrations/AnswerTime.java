package fr.preau.registrations;

import fr.preau.activities.SessionPlaces;
import fr.preau.centres.CentreService;
import fr.preau.centres.OpeningHours;
import fr.preau.centres.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** How long a family may think about an offer. */
@Component
class AnswerTime {

    /** Less than this is no time to ask at home who comes. */
    private static final Duration SHORTEST = Duration.ofHours(2);

    /**
     * @param answerTime working time, so that a deadline never ends at night, on a Sunday or on a holiday: twenty hours are
     *                   two and a half days of the week for a centre that is open from nine to seven
     */
    @ConfigurationProperties("preau.registrations.offers")
    record Settings(@DefaultValue("20h") Duration answerTime) {
    }

    private final Settings settings;
    private final WorkingTime workingTime;
    private final CentreService centres;

    AnswerTime(Settings settings, WorkingTime workingTime, CentreService centres) {
        this.settings = settings;
        this.workingTime = workingTime;
        this.centres = centres;
    }

    /**
     * The deadline of an offer that is made now, in working hours. It is not later than the last of its sessions: of a series that
     * goes on until June the next date may be in ten minutes, and the others are worth an answer. When that last one begins on a
     * Sunday or in the evening, the offer ends when the desk closes before, so that the place can still go to the next of the list.
     * Only when the family would then have less than {@link #SHORTEST} may it answer until the session begins, whatever the
     * hour: who learns on Saturday at five to seven of a place for Sunday has not lost it at seven.
     */
    Instant deadline(Instant now, List<SessionPlaces> sessions) {
        var zone = centres.current().zone();
        var usual = workingTime.add(now, settings.answerTime(), OpeningHours.USUAL, zone);
        return sessions.stream().map(SessionPlaces::startsAt).max(Comparator.naturalOrder()).filter(start -> start.isBefore(usual))
                .map(start -> before(start, now, zone)).orElse(usual);
    }

    private Instant before(Instant start, Instant now, ZoneId zone) {
        var lastWorking = workingTime.latestUntil(start, OpeningHours.USUAL, zone);
        return lastWorking.isBefore(now.plus(SHORTEST)) ? start : lastWorking;
    }
}
