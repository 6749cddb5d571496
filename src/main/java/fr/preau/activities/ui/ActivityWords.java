package fr.preau.activities.ui;

import fr.preau.activities.ActivityCard;
import fr.preau.activities.ActivityStatus;
import fr.preau.activities.Availability;
import fr.preau.activities.Outcome;
import fr.preau.activities.SessionRecord;
import fr.preau.activities.web.CatalogueWords;
import fr.preau.base.Moments;
import fr.preau.base.Texts;
import fr.preau.base.Tint;
import fr.preau.base.ui.Label;
import fr.preau.base.ui.PlacesLabel;
import fr.preau.centres.CentreService;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says to the staff how activities stand, with the words of the public pages where there are some. */
@Component
class ActivityWords {

    private final Texts texts;
    private final CatalogueWords words;
    private final CentreService centres;
    private final Moments moments;

    ActivityWords(Texts texts, CatalogueWords words, CentreService centres, Moments moments) {
        this.texts = texts;
        this.words = words;
        this.centres = centres;
        this.moments = moments;
    }

    String say(String key, Object... facts) {
        return texts.say("activities.desk." + key, facts);
    }

    CatalogueWords open() {
        return words;
    }

    String centre() {
        return centres.current().slug();
    }

    ZoneId zone() {
        return centres.current().zone();
    }

    String refusal(Outcome.Refused refused) {
        return texts.say(refused.reason());
    }

    /** "Publiée". */
    Label status(ActivityStatus status) {
        var tint = switch (status) {
            case DRAFT -> Tint.SUN;
            case PUBLISHED -> Tint.LIME;
            case SUSPENDED -> Tint.ROOF;
            case CANCELLED -> Tint.PLAIN;
        };
        return new Label(tint, texts.say("activities.status." + status.name().toLowerCase(Locale.ROOT)));
    }

    /** "Il reste 3 places"; a draft has none to tell. */
    PlacesLabel places(Availability availability) {
        var places = words.exact(availability, zone());
        return new PlacesLabel(PlacesLabel.Room.valueOf(places.room().toUpperCase(Locale.ROOT)), places.text());
    }

    String next(ActivityCard card) {
        return card.next() == null ? say("list.no-next") : say("list.next", words.moment(card.next().startsAt(), zone()));
    }

    /** "Mercredi 2 décembre, de 14 h à 16 h 30". */
    String session(SessionRecord session) {
        return words.session(session, zone());
    }

    /** "14 h 30". */
    String hour(Instant moment) {
        return moments.time(moment.atZone(zone()).toLocalTime());
    }

    String moment(Instant moment) {
        return words.moment(moment, zone());
    }

    String day(LocalDate day) {
        return words.day(day, zone());
    }
}
