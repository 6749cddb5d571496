package fr.preau.people;

import fr.preau.base.Moments;
import fr.preau.base.Texts;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Prints the copy of a family's file as one page of HTML, because an old phone opens it without any other program, a machine reads its
 * tables, and nobody has to trust a spreadsheet. It loads nothing and runs nothing; the template escapes whatever people have typed.
 */
@Component
class FileCopyPrinter {

    private final ITemplateEngine templates;
    private final Texts texts;
    private final Moments moments;
    private final Clock clock;

    FileCopyPrinter(ITemplateEngine templates, Texts texts, Moments moments, Clock clock) {
        this.templates = templates;
        this.texts = texts;
        this.moments = moments;
        this.clock = clock;
    }

    /** What one centre keeps. */
    record Part(String title, List<FileTable> tables) {
    }

    String print(List<Part> parts) {
        return templates.process("people/copy", new Context(texts.language(), Map.of(
                "title", texts.say("people.copy.title"),
                "made", texts.say("people.copy.made", moments.full(clock.instant(), Moments.PARIS)),
                "rights", texts.say("people.copy.rights"),
                "nothing", texts.say("people.copy.nothing"),
                "parts", parts)));
    }
}
