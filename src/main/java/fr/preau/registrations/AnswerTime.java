package fr.preau.registrations;

import fr.preau.activities.SessionPlaces;
import fr.preau.centres.CentreService;
import fr.preau.centres.OpeningHours;
import fr.preau.centres.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** How long a family may think about an offer. */
@Component
class AnswerTime {

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

    /** The deadline of an offer that is made now; never after the first of its sessions has begun. */
    Instant deadline(Instant now, List<SessionPlaces> sessions) {
        var deadline = workingTime.add(now, settings.answerTime(), OpeningHours.USUAL, centres.current().zone());
        return sessions.stream().map(SessionPlaces::startsAt).min(Comparator.naturalOrder())
                .filter(start -> start.isBefore(deadline)).orElse(deadline);
    }
}
