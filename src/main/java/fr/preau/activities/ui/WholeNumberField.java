package fr.preau.activities.ui;

import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.binder.ValueContext;
import java.util.Optional;

/** A number of the form, which tells words that are no number from no number at all. */
final class WholeNumberField extends IntegerField implements FieldErrors.Unreadable {

    private static final long serialVersionUID = 1L;

    WholeNumberField(String label) {
        super(label);
        setI18n(new IntegerFieldI18n().setBadInputErrorMessage(getTranslation("activities.desk.number-bad")));
    }

    /** The field has no other rule that an empty one could break. */
    @Override
    public Optional<String> unreadable() {
        return isEmpty() && getDefaultValidator().apply(null, new ValueContext(this)).isError()
                ? Optional.of(getTranslation("activities.desk.number-bad")) : Optional.empty();
    }
}
