package fr.preau.registrations;

import fr.preau.base.Moments;
import fr.preau.base.Texts;
import fr.preau.centres.CentreService;
import fr.preau.messaging.LetterFate;
import fr.preau.messaging.LetterFates;
import fr.preau.messaging.LetterState;
import fr.preau.people.FileCell;
import fr.preau.people.FileChapter;
import fr.preau.people.FileTable;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The letters to a family, in the copy of its file. Found by what they speak of, not by where they went: an address may be another
 * family's too.
 */
@Component
@Order(4)
class LettersChapter implements FileChapter {

    private final FamilyTraces traces;
    private final LetterFates letters;
    private final CentreService centres;
    private final Texts texts;
    private final Moments moments;

    LettersChapter(FamilyTraces traces, LetterFates letters, CentreService centres, Texts texts, Moments moments) {
        this.traces = traces;
        this.letters = letters;
        this.centres = centres;
        this.texts = texts;
        this.moments = moments;
    }

    @Override
    public List<FileTable> of(UUID household) {
        return List.of(new FileTable(say("letters.title"),
                List.of(say("column.letter"), say("column.asked-for"), say("column.left"), say("column.state")),
                letters.of(traces.toldOf(household)).stream().map(this::row).toList()));
    }

    private List<FileCell> row(LetterFate letter) {
        var zone = centres.current().zone();
        return List.of(FileCell.of(letter.title() == null ? texts.say(letter.kind() + ".letter") : letter.title()),
                FileCell.of(letter.createdAt(), moments, zone), FileCell.of(letter.sentAt(), moments, zone), FileCell.of(state(letter.state())));
    }

    private String state(LetterState state) {
        return say(switch (state) {
            case WAITING, SENDING -> "letter.waiting";
            case SENT -> "letter.sent";
            case WITHDRAWN -> "letter.withdrawn";
            case FAILED -> "letter.failed";
        });
    }

    private String say(String key) {
        return texts.say("registrations.copy." + key);
    }
}
