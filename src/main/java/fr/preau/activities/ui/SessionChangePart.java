package fr.preau.activities.ui;

import com.vaadin.flow.component.textfield.IntegerField;
import fr.preau.activities.Problem;
import fr.preau.activities.SessionChange;
import fr.preau.activities.SessionChange.Reach;
import fr.preau.activities.SessionRecord;
import fr.preau.base.ui.FormSection;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The day, the hours and the places of a session. What stays as it is in this one stays as it is in the others too; each keeps its day. */
final class SessionChangePart extends FormSection {

    private static final long serialVersionUID = 1L;

    private final DayField date;
    private final HourField starts;
    private final HourField ends;
    private final IntegerField places;
    private Reach reach = Reach.ONE;
    private @Nullable LocalDate dayNow;
    private @Nullable LocalTime startsNow;
    private @Nullable LocalTime endsNow;
    private @Nullable Integer placesNow;

    SessionChangePart(String question, FieldErrors errors) {
        super(question);
        date = errors.at(Problem.Field.DATE, new DayField(say("date")));
        starts = errors.at(Problem.Field.HOURS, new HourField(getTranslation("activities.desk.when.starts")));
        ends = errors.at(Problem.Field.HOURS, new HourField(getTranslation("activities.desk.when.ends")));
        ends.endsAnEvening();
        places = errors.at(Problem.Field.PLACES, Fields.number(say("places")));
        places.setStepButtonsVisible(true);
        places.setHelperText(say("places-hint"));
        add(Fields.beside(date), Fields.beside(starts, ends), Fields.beside(places));
    }

    void read(SessionRecord session, ZoneId zone) {
        var start = session.startsAt().atZone(zone);
        dayNow = start.toLocalDate();
        startsNow = start.toLocalTime();
        endsNow = session.endsAt().atZone(zone).toLocalTime();
        placesNow = session.places();
        date.setValue(dayNow);
        starts.setValue(startsNow);
        ends.setValue(endsNow);
        places.setValue(placesNow);
    }

    /** It is for so many sessions: a day is asked for one only. */
    void reach(Reach sessions) {
        reach = sessions;
        date.setVisible(sessions == Reach.ONE);
    }

    /** Whether the people have to come at another moment. */
    boolean moves() {
        return otherHours() || reach == Reach.ONE && !Objects.equals(date.getValue(), dayNow);
    }

    private boolean otherHours() {
        return !Objects.equals(starts.getValue(), startsNow) || !Objects.equals(ends.getValue(), endsNow);
    }

    /**
     * Asks for the day or the hour that was emptied, if one was, beside its field. Nothing there would mean that each session keeps its
     * own; an emptied field does not mean that.
     */
    boolean asksForMissing() {
        if (reach == Reach.ONE && date.isEmpty()) {
            Fields.refuse(date, date.unreadable().orElse(getTranslation("activities.problem.date-missing")));
            return true;
        }
        for (var hour : List.of(starts, ends)) {
            if (hour.isEmpty()) {
                Fields.refuse(hour, hour.unreadable().orElse(getTranslation("activities.problem.hours-missing")));
                return true;
            }
        }
        return false;
    }

    /** What is typed, right or not. */
    SessionChange write() {
        boolean otherPlaces = !Objects.equals(places.getValue(), placesNow);
        return new SessionChange(moves() ? date.getValue() : null, otherHours() ? starts.getValue() : null, otherHours() ? ends.getValue() : null,
                otherPlaces ? places.isEmpty() ? Integer.valueOf(0) : places.getValue() : null);
    }

    private String say(String key) {
        return getTranslation("activities.desk.change." + key);
    }
}
