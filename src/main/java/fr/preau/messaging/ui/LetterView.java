package fr.preau.messaging.ui;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.ui.CentreLayout;
import fr.preau.base.AllowedTo;
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
import java.util.Optional;
import java.util.UUID;

/** One letter: to whom, where it is, and what it said; its links are the reader's own and are not shown. */
@Route(value = LettersNavigation.PATH + "/:" + LettersNavigation.LETTER, layout = CentreLayout.class)
@AllowedTo({Role.RECEPTION, Role.DIRECTOR})
public class LetterView extends Page implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient PostedLetterService letters;
    private final transient LetterWords words;
    private final String centre;

    LetterView(PostedLetterService letters, CentreService centres, Moments moments) {
        this.letters = letters;
        var here = centres.current();
        this.centre = here.slug();
        this.words = new LetterWords(moments, here.zone());
        narrow();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var letter = event.getRouteParameters().get(LettersNavigation.LETTER).flatMap(LetterView::id).flatMap(letters::find)
                .orElseThrow(NotFoundException::new);
        back(LettersNavigation.list(centre, Sought.in(event.getLocation().getQueryParameters())), getTranslation("messaging.letters.all"));
        show(letter);
    }

    private void show(PostedLetterRecord letter) {
        title(words.title(letter));
        add(words.state(letter));
        if (letter.state() == LetterState.FAILED) {
            add(Notice.warn(getTranslation("messaging.letter.failed")));
        }
        add(new Facts()
                .add(Picto.PERSON, words.recipient(letter), letter.recipient().value())
                .add(Picto.CLOCK, words.when(letter), getTranslation("messaging.letter.attempts", letter.attempts())));
        add(content(letter));
        if (letter.mayBeSentAgain()) {
            add(Act.alt(getTranslation("messaging.again"), click -> ask(letter)));
        }
    }

    private static Article content(PostedLetterRecord letter) {
        var content = new Article();
        content.addClassNames("panel", "letter-said");
        if (letter.said() == null) {
            content.add(new Paragraph(content.getTranslation("messaging.letter." + LetterWords.unwritten(letter))));
        } else {
            for (String piece : letter.said().strip().split("\n\n")) {
                content.add(new Paragraph(piece));
            }
        }
        return content;
    }

    private void ask(PostedLetterRecord letter) {
        Confirm.ask(getTranslation("messaging.again.question"), getTranslation("messaging.again.consequence", words.recipient(letter)),
                getTranslation("messaging.again"), () -> LetterWords.answer(letters.sendAgain(letter.id())));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
