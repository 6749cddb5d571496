package fr.preau.registrations.ui.desk;

import com.vaadin.flow.data.value.ValueChangeMode;

/**
 * A line in the staff's own words. What is too long is said beside it and stays, to be made shorter: a browser that cuts says
 * nothing. What is typed reaches the server a second later, so that it is kept.
 */
class ReasonField extends LineField {

    private static final long serialVersionUID = 1L;
    private static final int KEPT_AFTER_MILLISECONDS = 1000;

    private final transient DeskWords words;
    private final int most;

    ReasonField(DeskWords words, String label, String hint, int most) {
        super(label);
        this.words = words;
        this.most = most;
        setHelperText(hint);
        setWidthFull();
        setValueChangeMode(ValueChangeMode.LAZY);
        setValueChangeTimeout(KEPT_AFTER_MILLISECONDS);
    }

    /** Whether it is short enough; says so beside it when it is not. */
    boolean fits() {
        boolean fits = getValue().strip().length() <= most;
        if (!fits) {
            refuse(words.say("reason.long", most));
        }
        return fits;
    }

    /** What is typed so far, as much of it as may be. */
    String soFar() {
        var typed = getValue().strip();
        return typed.substring(0, Math.min(typed.length(), most));
    }

    @Override
    void refuse(String why) {
        super.refuse(why);
        focus();
    }
}
