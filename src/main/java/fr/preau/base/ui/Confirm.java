package fr.preau.base.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.server.Command;

/** Asks before what cannot be undone. The question is the title; the button says what it does, never "OK". */
public final class Confirm {

    private Confirm() {
    }

    /** Asks, and does it if the answer is yes. */
    public static ConfirmDialog ask(String question, String consequence, String yes, Command then) {
        return open(question, consequence, Act.go(yes, click -> then.execute()), no());
    }

    /** The same for what takes something away from somebody. */
    public static ConfirmDialog askBeforeLoss(String question, String consequence, String yes, Command then) {
        var no = no();
        var dialog = open(question, consequence, Act.danger(yes, click -> then.execute()), no);
        // The dialog puts the focus on "yes" as it opens; a hasty Enter must not take anything away.
        no.getElement().executeJs("setTimeout(() => this.focus(), 150)");
        return dialog;
    }

    private static Act no() {
        return Act.alt("", click -> click.getSource().findAncestor(ConfirmDialog.class).close());
    }

    private static ConfirmDialog open(String question, String consequence, Act yes, Act no) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(question);
        dialog.setText(consequence);
        dialog.setCancelable(true);
        no.setText(dialog.getTranslation("base.confirm.no"));
        dialog.setCancelButton(no);
        dialog.setConfirmButton(yes);
        dialog.addClassName("ask");
        dialog.open();
        return dialog;
    }
}
