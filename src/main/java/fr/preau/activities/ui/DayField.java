package fr.preau.activities.ui;

import fr.preau.base.ui.DateField;
import java.util.Optional;

/** A day of the form, which tells a day that does not exist from no day at all. */
final class DayField extends DateField implements FieldErrors.Unreadable {

    private static final long serialVersionUID = 1L;

    DayField(String label) {
        super(label);
    }

    @Override
    public Optional<String> unreadable() {
        return isInputUnparsable() ? Optional.of(getTranslation("base.date.bad")) : Optional.empty();
    }
}
