package fr.preau.base.ui;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.server.Command;

/** Asks before what cannot be undone. The question is the title; the button says what it does, never "OK". */
public final class Confirm {

    /**
     * The dialog puts the focus on "yes" once it is open, on a slow phone much later; a hasty Enter must not take anything
     * away. So this waits until the focus is inside, and moves it once.
     */
    private static final String FOCUS_HERE = """
            const until = Date.now() + 5000;
            const look = () => {
              const focused = document.activeElement;
              if (focused !== this && this.parentElement?.contains(focused)) this.focus();
              else if (focused !== this && Date.now() < until) setTimeout(look, 50);
            };
            look();""";

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
        no.getElement().executeJs(FOCUS_HERE);
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
