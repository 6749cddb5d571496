package fr.preau.base.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** A day, as people write it in France: 3/2/2026, 03/02/2026, 3.2.26, or chosen in the calendar. */
public class DateField extends DatePicker {

    private static final long serialVersionUID = 1L;
    private static final int MONDAY = 1;
    /** Two digits mean the year nearest to this one: with 49 years ago, the hundred years that end today. */
    private static final int YEARS_BACK = 49;
    private static final int YEARS_TO_OPEN_AT = 10;
    private static final LocalDate OLDEST = LocalDate.of(1900, 1, 1);

    public DateField(String label) {
        super(label);
        setI18n(words());
        setPlaceholder(getTranslation("base.date.placeholder"));
        setAutoOpen(false);
    }

    /** A birth date: never to come, not before 1900, and "12/5/74" is 1974. */
    public static DateField ofBirth(String label, Clock clock) {
        var field = new DateField(label);
        LocalDate today = LocalDate.now(clock);
        field.setMin(OLDEST);
        field.setMax(today);
        field.setInitialPosition(today.minusYears(YEARS_TO_OPEN_AT));
        var words = field.words();
        words.setReferenceDate(today.minusYears(YEARS_BACK));
        words.setMinErrorMessage(field.getTranslation("base.date.too-old"));
        words.setMaxErrorMessage(field.getTranslation("base.date.to-come"));
        field.setI18n(words);
        field.setHelperText(field.getTranslation("base.date.birth-hint"));
        return field;
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
