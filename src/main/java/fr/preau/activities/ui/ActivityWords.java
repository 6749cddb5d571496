package fr.preau.activities.ui;

import fr.preau.activities.ActivityCard;
import fr.preau.activities.ActivitySheet;
import fr.preau.activities.ActivityStatus;
import fr.preau.activities.Availability;
import fr.preau.activities.GroupSheet;
import fr.preau.activities.Outcome;
import fr.preau.activities.RhythmReader;
import fr.preau.activities.SeriesPlan;
import fr.preau.activities.SessionRecord;
import fr.preau.activities.WeeklySeries;
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
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says to the staff how activities stand, with the words of the public pages where there are some. */
@Component
class ActivityWords {

    private final Texts texts;
    private final CatalogueWords words;
    private final RhythmReader rhythms;
    private final CentreService centres;
    private final Moments moments;

    ActivityWords(Texts texts, CatalogueWords words, RhythmReader rhythms, CentreService centres, Moments moments) {
        this.texts = texts;
        this.words = words;
        this.rhythms = rhythms;
        this.centres = centres;
        this.moments = moments;
    }

    /** "Le mercredi, de 14 h à 16 h 30. Jusqu’au 30 juin 2027"; nothing when a group has no rhythm. */
    String weekly(GroupSheet group) {
        return words.weekly(rhythms.of(group, centres.current()), zone()).stream().map(line -> words.sentences(line.what(), line.more())).reduce("", words::sentences);
    }

    /** The same before there are sessions. */
    List<CatalogueWords.Weekly> weekly(WeeklySeries series, SeriesPlan plan) {
        return words.weekly(rhythms.of(series, plan), zone());
    }

    String say(String key, Object... facts) {
        return texts.say("activities.desk." + key, facts);
    }

    /** "9 personnes ont une place, 2 attendent." over all of these; nothing when there is nobody. */
    String people(List<SessionRecord> sessions) {
        int taken = sessions.stream().mapToInt(SessionRecord::taken).sum();
        int waiting = sessions.stream().mapToInt(SessionRecord::waiting).sum();
        return taken + waiting == 0 ? "" : say("people.many", sessions.size(), taken, waiting);
    }

    /** That there may be people whom no count of places knows: a request that the team has not answered counts nowhere. */
    String asking(ActivitySheet sheet) {
        return sheet.rules().needsApproval() ? say("people.asking") : "";
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
        return new Label(tint, texts.say("activities.status." + Texts.word(status)));
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

    /** The same of an end: "minuit" for 0 h. */
    String end(Instant moment) {
        return moments.end(moment.atZone(zone()).toLocalTime());
    }

    String moment(Instant moment) {
        return words.moment(moment, zone());
    }

    String day(LocalDate day) {
        return words.day(day, zone());
    }

    /** "août 2027". */
    String month(LocalDate day) {
        return moments.month(day);
    }
}
