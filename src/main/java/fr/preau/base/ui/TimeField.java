package fr.preau.base.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.LocalTime;

/** An hour, as people write it in France: 14:30, 14h30, 14 h, or chosen from the day's quarters of an hour. */
public class TimeField extends TimePicker {

    private static final long serialVersionUID = 1L;
    private static final Duration STEP = Duration.ofMinutes(15);
    private static final LocalTime FIRST = LocalTime.of(7, 0);
    private static final LocalTime LAST = LocalTime.of(23, 0);
    /** The picker reads what its language writes (14:30); people write an h. Set again when the picker changes its words. */
    private static final String READ_AN_H = """
            const read = () => {
              const words = this.i18n;
              if (!words || words.readsAnH) return;
              const parse = words.parseTime;
              this.i18n = {...words, readsAnH: true,
                parseTime: text => parse(String(text).trim().replace(/\\s*[h.]\\s*/i, ':').replace(/:$/, ':00'))};
            };
            setTimeout(read);
            """;

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

    /** Whether something is typed that is no hour. */
    public boolean isUnreadable() {
        return isInputUnparsable();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs(READ_AN_H);
    }
}
