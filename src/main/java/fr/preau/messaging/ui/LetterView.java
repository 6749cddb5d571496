package fr.preau.messaging.ui;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.ui.CentreLayout;
import fr.preau.base.AllowedTo;
import fr.preau.base.Ids;
import fr.preau.base.Moments;
import fr.preau.base.Picto;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Confirm;
import fr.preau.base.ui.Facts;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.Page;
import fr.preau.centres.CentreService;
import fr.preau.messaging.LetterState;
import fr.preau.messaging.PostedLetterRecord;
import fr.preau.messaging.PostedLetterService;
import fr.preau.messaging.ui.LettersNavigation.Sought;
import java.util.UUID;

/** One letter: to whom, where it is, and what it said; its links are the reader's own and are not shown. */
@Route(value = LettersNavigation.PATH + "/:" + LettersNavigation.LETTER, layout = CentreLayout.class)
@AllowedTo({Role.RECEPTION, Role.DIRECTOR})
public class LetterView extends Page implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient PostedLetterService letters;
    private final transient LetterWords words;
    private final String centre;
    private final Div content = new Div();

    LetterView(PostedLetterService letters, CentreService centres, Moments moments) {
        this.letters = letters;
        var here = centres.current();
        this.centre = here.slug();
        this.words = new LetterWords(moments, here.zone());
        narrow();
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var letter = event.getRouteParameters().get(LettersNavigation.LETTER).flatMap(Ids::read).flatMap(letters::find)
                .orElseThrow(NotFoundException::new);
        back(LettersNavigation.list(centre, Sought.in(event.getLocation().getQueryParameters())), getTranslation("messaging.letters.all"));
        show(letter);
    }

    private void show(PostedLetterRecord letter) {
        title(words.title(letter));
        content.removeAll();
        content.add(words.state(letter));
        if (letter.state() == LetterState.FAILED) {
            content.add(Notice.warn(getTranslation("messaging.letter.failed")));
        }
        content.add(new Facts()
                .add(Picto.PERSON, words.recipient(letter), letter.recipient().value())
                .add(Picto.CLOCK, words.when(letter), getTranslation("messaging.letter.attempts", letter.attempts())));
        content.add(said(letter));
        if (letter.mayBeSentAgain()) {
            content.add(Act.alt(getTranslation("messaging.again"), click -> ask(letter)));
        }
    }

    private static Article said(PostedLetterRecord letter) {
        var said = new Article();
        said.addClassNames("panel", "letter-said");
        if (letter.said() == null) {
            said.add(new Paragraph(said.getTranslation("messaging.letter." + LetterWords.unwritten(letter))));
        } else {
            for (String piece : letter.said().strip().split("\n\n")) {
                said.add(new Paragraph(piece));
            }
        }
        return said;
    }

    private void ask(PostedLetterRecord letter) {
        Confirm.ask(getTranslation("messaging.again.question"), getTranslation("messaging.again.consequence", words.recipient(letter)),
                getTranslation("messaging.again"), () -> sendAgain(letter.id()));
    }

    private void sendAgain(UUID letter) {
        LetterWords.answer(letters.sendAgain(letter));
        letters.find(letter).ifPresent(this::show);
        goOnAtHeading();
    }
}
