package fr.preau.base.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.util.List;

/** A day, as people write it in France: 3/2/2026, 03/02/2026, 3.2.26, or chosen in the calendar. */
public class DateField extends DatePicker {

    private static final long serialVersionUID = 1L;
    private static final int MONDAY = 1;

    public DateField(String label) {
        super(label);
        setI18n(words());
        setPlaceholder(getTranslation("base.date.placeholder"));
        setAutoOpen(false);
    }

    /** Whether something is typed that is no day. */
    public boolean isUnreadable() {
        return isInputUnparsable();
    }

    private DatePickerI18n words() {
        return new DatePickerI18n()
                .setDateFormats("dd/MM/yyyy", "d/M/yyyy", "d/M/yy", "dd.MM.yyyy", "d.M.yy", "dd-MM-yyyy", "d-M-yy", "ddMMyyyy")
                .setFirstDayOfWeek(MONDAY)
                .setMonthNames(list("base.date.months"))
                .setWeekdays(list("base.date.weekdays"))
                .setWeekdaysShort(list("base.date.weekdays-short"))
                .setToday(getTranslation("base.date.today"))
                .setCancel(getTranslation("base.cancel"))
                .setBadInputErrorMessage(getTranslation("base.date.bad"))
                .setRequiredErrorMessage(getTranslation("base.required"));
    }

    private List<String> list(String key) {
        return List.of(getTranslation(key).split(","));
    }
}
