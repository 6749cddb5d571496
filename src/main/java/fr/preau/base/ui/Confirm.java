package fr.preau.base.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before what cannot be undone. The question is the title; the button says what it does, never "OK". */
public final class Confirm {

    private Confirm() {
    }

    /** Asks, and does it if the answer is yes. */
    public static ConfirmDialog ask(String question, String consequence, String yes, Runnable then) {
        return open(question, consequence, Act.go(yes, click -> then.run()));
    }

    /** The same for what takes something away from somebody. */
    public static ConfirmDialog askBeforeLoss(String question, String consequence, String yes, Runnable then) {
        return open(question, consequence, Act.danger(yes, click -> then.run()));
    }

    private static ConfirmDialog open(String question, String consequence, Act yes) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(question);
        dialog.setText(consequence);
        dialog.setCancelable(true);
        dialog.setCancelButton(Act.alt(dialog.getTranslation("base.confirm.no"), click -> dialog.close()));
        dialog.setConfirmButton(yes);
        dialog.addClassName("ask");
        dialog.open();
        return dialog;
    }
}
