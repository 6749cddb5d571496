package fr.preau.accounts.ui;

import fr.preau.base.AppPaths;
import fr.preau.base.Picto;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.Page;

/** Says in kind words that something does not go, and what to do next. Nothing technical stands on it. */
class OopsPage extends Page {

    private static final long serialVersionUID = 1L;

    OopsPage() {
        narrow();
    }

    /** @param kind the words' part of the keys below {@code accounts.oops} */
    final void say(String kind, Object... facts) {
        title(getTranslation("accounts.oops." + kind + ".title"));
        lead(getTranslation("accounts.oops." + kind + ".text", facts));
        add(Link.go(AppPaths.HOME, getTranslation("accounts.oops.home")).endsWith(Picto.NEXT));
    }

    /** What the person can tell reception, and what stands in our log. */
    final void reference(String reference) {
        add(Notice.info(getTranslation("base.error.reference", reference)));
    }
}
