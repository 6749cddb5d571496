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
    /**
     * Inside, Vaadin calls the question a header and the answers a toolbar of a footer: to a screen reader a second head of the page,
     * and a row of tools. Neither is so, and the question comes right below the page's heading, not two levels below. The box is there
     * as soon as it is drawn.
     */
    private static final String NO_SECOND_HEAD = """
            const until = Date.now() + 5000;
            const look = () => {
              const inside = this.shadowRoot?.querySelector('vaadin-confirm-dialog-overlay')?.shadowRoot;
              const head = inside?.querySelector('header');
              if (head) {
                head.setAttribute('role', 'presentation');
                inside.querySelector('footer').setAttribute('role', 'group');
                this.querySelector('[slot=header]')?.setAttribute('aria-level', '2');
              } else if (Date.now() < until) setTimeout(look, 20);
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
        show(dialog);
        return dialog;
    }

    /** Opens a box of this kind, whoever made it. */
    public static void show(ConfirmDialog box) {
        box.getElement().executeJs(NO_SECOND_HEAD);
        box.open();
    }
}
