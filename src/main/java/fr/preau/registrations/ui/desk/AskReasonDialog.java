package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableConsumer;
import fr.preau.base.ui.Act;

/** Asks why, before something that a family will be told about with that reason. */
class AskReasonDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 140;

    AskReasonDialog(DeskWords words, String title, String consequence, String yes, SerializableConsumer<String> then) {
        setHeaderTitle(title);
        var reason = new ReasonField(words, words.say("reason"), consequence, LONGEST);
        reason.setRequiredIndicatorVisible(true);
        add(reason);
        getFooter().add(Act.alt(words.say("back"), click -> close()), Act.danger(yes, click -> {
            if (reason.getValue().isBlank()) {
                reason.refuse(words.say("reason.missing"));
            } else if (reason.fits()) {
                close();
                then.accept(reason.getValue());
            }
        }));
        reason.focus();
    }

    /** Above the question: whom it is about. */
    AskReasonDialog about(String whom) {
        addComponentAsFirst(new Paragraph(whom));
        return this;
    }
}
