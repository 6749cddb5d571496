package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.textfield.TextField;

/** A line to write in that says beside itself what does not go; what was typed stays, to be mended. */
class LineField extends TextField {

    private static final long serialVersionUID = 1L;

    LineField(String label) {
        super(label);
        setManualValidation(true);
        addValueChangeListener(change -> accept());
    }

    void refuse(String why) {
        setErrorMessage(why);
        setInvalid(true);
    }

    void accept() {
        setInvalid(false);
    }
}
