package fr.preau.accounts.ui;

import com.vaadin.flow.component.Component;
import fr.preau.accounts.AccountService;
import fr.preau.accounts.CurrentUser;
import fr.preau.accounts.SignedIn;
import fr.preau.base.ui.Notice;
import fr.preau.centres.CentreRecord;
import fr.preau.centres.CentreService;
import java.util.Optional;

/** Tells who came by a code of reception that it opens this one centre, and how to see the others: by a link for who has an address. */
final class OnlyHere {

    private OnlyHere() {
    }

    /** Nothing for who came by another door. */
    static Optional<Notice> notice(Component screen, CentreService centres, AccountService accounts) {
        return CurrentUser.find().map(SignedIn::onlyIn).flatMap(centres::find).map(CentreRecord::name)
                .map(name -> Notice.info(screen.getTranslation(accounts.mine().mail().isPresent() ? "accounts.only-here" : "accounts.only-here.no-mail", name)));
    }
}
