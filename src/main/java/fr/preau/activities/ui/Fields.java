package fr.preau.activities.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;

/** The fields of the animators' forms: what is typed reaches the server a second later, so that it is kept. */
final class Fields {

    private static final int KEPT_AFTER_MILLISECONDS = 1000;

    private Fields() {
    }

    static TextField line(String label, String hint) {
        var field = new TextField(label);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(KEPT_AFTER_MILLISECONDS);
        if (!hint.isEmpty()) {
            field.setHelperText(hint);
        }
        return field;
    }

    static TextArea text(String label, String hint) {
        var field = new TextArea(label);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(KEPT_AFTER_MILLISECONDS);
        field.setHelperText(hint);
        return field;
    }

    static WholeNumberField number(String label) {
        var field = new WholeNumberField(label);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(KEPT_AFTER_MILLISECONDS);
        return field;
    }

    /** Short fields beside each other, where there is room. */
    static Div beside(Component... fields) {
        var line = new Div(fields);
        line.addClassName("fields");
        return line;
    }

    /** Says beside the field why this does not go, and leads there. */
    static <F extends HasValidationProperties & Focusable<?>> void refuse(F field, String why) {
        field.setErrorMessage(why);
        field.setInvalid(true);
        field.focus();
    }
}
