package fr.preau.base.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.data.binder.ValidationResult;
import com.vaadin.flow.data.binder.Validator;
import java.time.Duration;
import java.time.LocalTime;

/** An hour, as people write it in France: 14:30, 14h30, 14 h, minuit, or chosen from the day's quarters of an hour. */
public class TimeField extends TimePicker {

    private static final long serialVersionUID = 1L;
    private static final Duration STEP = Duration.ofMinutes(15);
    private static final LocalTime FIRST = LocalTime.of(7, 0);
    private static final LocalTime LAST = LocalTime.of(23, 0);
    private static final LocalTime LAST_OF_AN_EVENING = LocalTime.of(23, 59);
    /** The picker reads what its language writes (14:30); people write an h, and midnight in words. Set again when the picker changes its words. */
    private static final String READ_AN_H = """
            const read = () => {
              const words = this.i18n;
              if (!words || words.readsAnH) return;
              const {parseTime, formatTime} = words;
              this.i18n = {...words, readsAnH: true,
                formatTime: time => time && !Number(time.hours) && !Number(time.minutes) ? $0 : formatTime(time),
                parseTime: text => {
                  const typed = String(text).trim().toLowerCase();
                  const hour = typed.replace(/\\s*[h.]\\s*/, ':').replace(/:$/, ':00');
                  return parseTime(typed === $0 || hour === '24' || hour === '24:00' ? '00:00' : hour);
                }};
            };
            setTimeout(read);
            """;

    private boolean midnightFits;

    public TimeField(String label) {
        super(label);
        setStep(STEP);
        setMin(FIRST);
        setMax(LAST);
        setAutoOpen(false);
        setPlaceholder(getTranslation("base.time.placeholder"));
        setI18n(new TimePickerI18n()
                .setBadInputErrorMessage(getTranslation("base.time.bad"))
                .setMinErrorMessage(getTranslation("base.time.too-early"))
                .setMaxErrorMessage(getTranslation("base.time.too-late"))
                .setRequiredErrorMessage(getTranslation("base.required")));
    }

    /** Midnight is the end of an evening, too; it is typed, the list goes on offering the hours of the day. */
    public final void endsAnEvening() {
        setMax(LAST_OF_AN_EVENING);
        midnightFits = true;
    }

    @Override
    public Validator<LocalTime> getDefaultValidator() {
        var usual = super.getDefaultValidator();
        return (value, context) -> midnightFits && LocalTime.MIDNIGHT.equals(value) ? ValidationResult.ok() : usual.apply(value, context);
    }

    /** Whether something is typed that is no hour. */
    public boolean isUnreadable() {
        return isInputUnparsable();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs(READ_AN_H, getTranslation("base.time.midnight"));
    }
}
