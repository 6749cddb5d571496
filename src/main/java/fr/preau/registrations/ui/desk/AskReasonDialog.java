package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import fr.preau.base.ui.Act;

/** Asks why, before something that a family will be told about with that reason. */
class AskReasonDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 140;

    AskReasonDialog(DeskWords words, String title, String consequence, String yes, SerializableConsumer<String> then) {
        setHeaderTitle(title);
        var reason = new TextField(words.say("reason"));
        reason.setHelperText(consequence);
        reason.setMaxLength(LONGEST);
        reason.setWidthFull();
        reason.setRequiredIndicatorVisible(true);
        add(reason);
        getFooter().add(Act.alt(words.say("back"), click -> close()), Act.danger(yes, click -> {
            if (reason.getValue().isBlank()) {
                reason.setErrorMessage(words.say("reason.missing"));
                reason.setInvalid(true);
                return;
            }
            if (reason.getValue().length() > LONGEST) {
                reason.setErrorMessage(words.say("reason.long", LONGEST));
                reason.setInvalid(true);
                return;
            }
            close();
            then.accept(reason.getValue());
        }));
        reason.focus();
    }
}
