package fr.preau.activities.ui;

import fr.preau.base.ui.TimeField;
import java.util.Optional;

/** An hour of the form, which tells an hour that does not exist from no hour at all. */
final class HourField extends TimeField implements FieldErrors.Unreadable {

    private static final long serialVersionUID = 1L;

    HourField(String label) {
        super(label);
    }

    @Override
    public Optional<String> unreadable() {
        return isInputUnparsable() ? Optional.of(getTranslation("base.time.bad")) : Optional.empty();
    }
}
