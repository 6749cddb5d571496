package fr.preau.messaging.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.ui.CentreLayout;
import fr.preau.base.AllowedTo;
import fr.preau.base.AppPaths;
import fr.preau.base.Moments;
import fr.preau.base.Picto;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Chips;
import fr.preau.base.ui.Confirm;
import fr.preau.base.ui.DataTable;
import fr.preau.base.ui.EmptyState;
import fr.preau.base.ui.FindLine;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Page;
import fr.preau.centres.CentreService;
import fr.preau.messaging.LetterState;
import fr.preau.messaging.PostedLetterFilter;
import fr.preau.messaging.PostedLetterRecord;
import fr.preau.messaging.PostedLetterService;
import fr.preau.messaging.ui.LettersNavigation.Sought;
import java.util.UUID;

/** What became of the centre's letters: gone, waiting, refused, no longer needed. */
@Route(value = LettersNavigation.PATH, layout = CentreLayout.class)
@AllowedTo({Role.RECEPTION, Role.DIRECTOR})
public class LettersView extends Page implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient PostedLetterService letters;
    private final transient LetterWords words;
    private final String centre;
    private final Div find = new Div();
    private final Div chips = new Div();
    private final Div list = new Div();
    private Sought sought = Sought.EVERYTHING;

    LettersView(PostedLetterService letters, CentreService centres, Moments moments) {
        this.letters = letters;
        var here = centres.current();
        this.centre = here.slug();
        this.words = new LetterWords(moments, here.zone());
        title(getTranslation("messaging.letters.title"));
        lead(getTranslation("messaging.letters.lead"));
        add(chips, find, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        sought = Sought.in(event.getLocation().getQueryParameters());
        find.removeAll();
        find.add(new FindLine(getTranslation("messaging.letters.search"), sought.who(), this::search));
        show();
    }

    /** What one searches is in the address, as the filter is. */
    private void search(String text) {
        var address = new Location(AppPaths.route(address(sought.whose(text))));
        getUI().ifPresent(ui -> ui.navigate(address.getPath(), address.getQueryParameters()));
    }

    private void show() {
        var choices = new Chips(getTranslation("messaging.letters.filters"));
        for (PostedLetterFilter one : PostedLetterFilter.values()) {
            choices.add(getTranslation("messaging.filter." + one.key()), address(sought.with(one)), one == sought.filter());
        }
        chips.removeAll();
        chips.add(choices);
        var shown = sought;
        var table = new DataTable<PostedLetterRecord>(getTranslation("messaging.letters.title"),
                (offset, limit) -> letters.page(shown.filter(), shown.who(), offset / limit, limit), () -> letters.count(shown.filter(), shown.who()))
                .column(getTranslation("messaging.letters.letter"), letter -> name(letter, shown))
                .twoLines(getTranslation("messaging.letters.reader"), words::recipient, letter -> letter.recipient().value())
                .column(getTranslation("messaging.letters.state"), words::state)
                .text(getTranslation("messaging.letters.when"), words::when)
                .acts(getTranslation("messaging.letters.acts"), this::acts)
                .pageLinks(number -> address(shown.at(number)))
                .whenEmpty(nothing());
        list.removeAll();
        list.add(table);
        table.show(shown.page());
    }

    private Component name(PostedLetterRecord letter, Sought shown) {
        return new Link(LettersNavigation.letter(centre, letter.id(), shown), words.title(letter));
    }

    private Component acts(PostedLetterRecord letter) {
        if (!letter.mayBeSentAgain()) {
            return new Span();
        }
        var words = getTranslation("messaging.again");
        return (letter.state() == LetterState.FAILED ? Act.alt(words, click -> sendAgain(letter)) : Act.quiet(words, click -> sendAgain(letter))).small();
    }

    private void sendAgain(PostedLetterRecord letter) {
        if (letter.state() == LetterState.FAILED) {
            sendAgain(letter.id());
        } else {
            Confirm.ask(getTranslation("messaging.again.question"), getTranslation("messaging.again.consequence", words.recipient(letter)),
                    getTranslation("messaging.again"), () -> sendAgain(letter.id()));
        }
    }

    private void sendAgain(UUID letter) {
        LetterWords.answer(letters.sendAgain(letter));
        show();
    }

    private EmptyState nothing() {
        return sought.filter() == PostedLetterFilter.ALL && sought.who().isEmpty()
                ? new EmptyState(Picto.MAIL, getTranslation("messaging.letters.none"), getTranslation("messaging.letters.none-more"))
                : new EmptyState(Picto.SEARCH, getTranslation("messaging.letters.not-found"), getTranslation("messaging.letters.not-found-more"),
                        Link.alt(address(Sought.EVERYTHING), getTranslation("messaging.letters.show-all")));
    }

    private String address(Sought other) {
        return LettersNavigation.list(centre, other);
    }
}
