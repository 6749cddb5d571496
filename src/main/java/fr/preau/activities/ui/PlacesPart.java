package fr.preau.activities.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.function.SerializableRunnable;
import fr.preau.activities.ActivityInput;
import fr.preau.activities.Booking;
import fr.preau.activities.Problem;
import fr.preau.base.Texts;
import fr.preau.base.ui.Choice;
import fr.preau.base.ui.FormSection;
import fr.preau.base.ui.OneCard;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** "Combien de places, et quand s’inscrit-on ?": how one registers, places, opening and closing. */
final class PlacesPart extends FormSection {

    private static final long serialVersionUID = 1L;
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime CLOSES = LocalTime.of(18, 0);

    private enum How {
        SESSION, SERIES, DROP_IN
    }

    private final OneCard<How> how;
    private final Checkbox approval;
    private final IntegerField places;
    private final DayField opens;
    private final HourField opensTime;
    private final DayField closes;
    private final HourField closesTime;
    private final IntegerField hold;
    private final Div openingAndClosing;
    private final boolean placesAsked;
    private @Nullable Integer placesThatStand;

    /** @param everything false for an activity that stands: its places and how one books are changed elsewhere */
    PlacesPart(String question, boolean everything, FieldErrors errors, SerializableRunnable changed) {
        super(question);
        placesAsked = everything;
        how = new OneCard<>(say("how"), List.of(How.values()), one -> Choice.of(say(Texts.word(one)), say(Texts.word(one) + "-more")));
        approval = new Checkbox(say("approval"));
        approval.setHelperText(say("approval-hint"));
        places = errors.at(Problem.Field.PLACES, Fields.number(say("places")));
        places.setStepButtonsVisible(true);
        places.addClassName("short");
        // The hour first: what does not go is said beside the last, the day.
        opensTime = errors.at(Problem.Field.OPENING, new HourField(say("opens-time")));
        opensTime.setHelperText(say("time-hint", OPENS.getHour()));
        opens = errors.at(Problem.Field.OPENING, new DayField(say("opens")));
        opens.setHelperText(say("opens-hint"));
        closesTime = errors.at(Problem.Field.CLOSING, new HourField(say("closes-time")));
        closesTime.setHelperText(say("time-hint", CLOSES.getHour()));
        closes = errors.at(Problem.Field.CLOSING, new DayField(say("closes")));
        closes.setHelperText(say("closes-hint"));
        hold = errors.at(Problem.Field.HOLD, Fields.number(say("hold")));
        hold.setHelperText(say("hold-hint"));
        hold.setStepButtonsVisible(true);
        openingAndClosing = Fields.beside(opens, opensTime, closes, closesTime, hold);
        places.setVisible(everything);
        add(how, approval, places, openingAndClosing);
        how.addValueChangeListener(change -> {
            show();
            changed.run();
        });
        approval.addValueChangeListener(change -> changed.run());
        List.of(places, hold).forEach(field -> field.addValueChangeListener(change -> changed.run()));
        List.of(opens, closes).forEach(field -> field.addValueChangeListener(change -> {
            show();
            changed.run();
        }));
        List.of(opensTime, closesTime).forEach(field -> field.addValueChangeListener(change -> changed.run()));
        how.setValue(How.SESSION);
    }

    void read(ActivityInput input) {
        if (!placesAsked) {
            how.setItems(booking(input.booking()), How.DROP_IN);
        }
        how.setValue(input.registrationNeeded() ? booking(input.booking()) : How.DROP_IN);
        places.setValue(input.places());
        placesThatStand = input.places();
        approval.setValue(input.needsApproval());
        hold.setValue(input.holdDays());
        read(input.opensAt(), opens, opensTime);
        read(input.closesAt(), closes, closesTime);
        show();
    }

    private static void read(@Nullable LocalDateTime moment, DayField day, HourField hour) {
        day.setValue(moment == null ? null : moment.toLocalDate());
        hour.setValue(moment == null ? null : moment.toLocalTime());
    }

    /** An hour is asked for a day only; it starts with a likely one. */
    private void show() {
        approval.setVisible(how.getValue() != How.DROP_IN);
        openingAndClosing.setVisible(how.getValue() != How.DROP_IN);
        suggest(opens, opensTime, OPENS);
        suggest(closes, closesTime, CLOSES);
    }

    private static void suggest(DayField day, HourField hour, LocalTime likely) {
        hour.setVisible(!day.isEmpty());
        if (!day.isEmpty() && hour.isEmpty()) {
            hour.setValue(likely);
        }
    }

    private static How booking(Booking booking) {
        return booking == Booking.WHOLE_SERIES ? How.SERIES : How.SESSION;
    }

    boolean registrationNeeded() {
        return how.getValue() != How.DROP_IN;
    }

    boolean needsApproval() {
        return registrationNeeded() && approval.getValue();
    }

    Booking booking() {
        return how.getValue() == How.SERIES ? Booking.WHOLE_SERIES : Booking.BY_SESSION;
    }

    @Nullable Integer places() {
        return placesAsked ? places.getValue() : placesThatStand;
    }

    @Nullable Integer holdDays() {
        return hold.getValue();
    }

    @Nullable LocalDateTime opensAt() {
        return moment(opens, opensTime, OPENS);
    }

    @Nullable LocalDateTime closesAt() {
        return moment(closes, closesTime, CLOSES);
    }

    private static @Nullable LocalDateTime moment(DayField day, HourField hour, LocalTime likely) {
        return day.isEmpty() ? null : day.getValue().atTime(hour.isEmpty() ? likely : hour.getValue());
    }

    private String say(String key, Object... facts) {
        return getTranslation("activities.desk.how-many." + key, facts);
    }
}
