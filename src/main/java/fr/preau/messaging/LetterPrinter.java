package fr.preau.messaging;

import fr.preau.base.CurrentCentre;
import fr.preau.base.Demonstration;
import fr.preau.base.EmailAddress;
import fr.preau.base.Texts;
import fr.preau.centres.CentreRecord;
import fr.preau.centres.CentreService;
import fr.preau.messaging.smtp.OutgoingMail;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Puts a letter on paper: HTML, plain text and calendar, with the centre's head and foot. */
@Component
class LetterPrinter {

    private static final int TITLE_LENGTH = 180;

    private final ITemplateEngine templates;
    private final Texts texts;
    private final CentreService centres;
    private final CalendarFile calendars;
    private final MailProperties properties;
    private final boolean demo;

    LetterPrinter(ITemplateEngine templates, Texts texts, CentreService centres, CalendarFile calendars,
                  MailProperties properties, Demonstration demonstration) {
        this.templates = templates;
        this.texts = texts;
        this.centres = centres;
        this.calendars = calendars;
        this.properties = properties;
        this.demo = demonstration.on();
    }

    /**
     * A letter ready to leave.
     *
     * @param said what it says without its links, for the centre's staff to read; nothing when it belongs to no centre:
     *             a sign-in code must stay nowhere
     */
    record Printed(OutgoingMail mail, @Nullable String said) {
    }

    /** Prints for the current centre, or for the federation when there is none. */
    Printed print(UUID id, Recipient reader, Letter letter) {
        var centre = CurrentCentre.find().flatMap(centres::find);
        var head = new Head(HeaderText.oneLine(letter.subject(), TITLE_LENGTH), greeting(reader), name(centre), foot(centre));
        var replyTo = centre.flatMap(one -> EmailAddress.parse(one.contact().email())).orElse(null);
        var calendar = letter.invitation().map(invitation -> calendars.write(invitation, reader, head.sender(), replyTo)).orElse(null);
        var mail = new OutgoingMail("<" + id + "@" + properties.domain() + ">", properties.sender(),
                HeaderText.oneLine(head.sender(), TITLE_LENGTH), replyTo, reader.address(), reader.name(),
                reader.language().toLanguageTag(), head.title(), html(reader.language(), head, letter),
                PlainLetter.withLinks(head, letter), calendar == null ? null : calendar.text(), calendar == null ? null : calendar.method());
        return new Printed(mail, centre.isPresent() ? PlainLetter.withoutLinks(head, letter) : null);
    }

    /** What stands around the letter's own words. */
    record Head(String title, String greeting, String sender, List<String> foot) {
    }

    private String greeting(Recipient reader) {
        return reader.name().isBlank() ? texts.say("messaging.letter.greeting-nobody")
                : texts.say("messaging.letter.greeting", reader.name());
    }

    private String name(Optional<CentreRecord> centre) {
        return centre.map(CentreRecord::name).or(centres::federationName).orElseGet(() -> texts.say("messaging.letter.house"));
    }

    private List<String> foot(Optional<CentreRecord> centre) {
        return centre.map(CentreRecord::contact).map(contact -> List.of(
                texts.say("messaging.letter.foot.address", contact.street(), contact.postcode(), contact.city()),
                texts.say("messaging.letter.foot.phone", contact.phone()),
                texts.say("messaging.letter.foot.answer"))).orElseGet(() -> List.of(texts.say("messaging.letter.foot.no-answer")));
    }

    private String html(Locale language, Head head, Letter letter) {
        return templates.process("messaging/letter", new Context(language, Map.of(
                "head", head, "parts", letter.parts(), "demo", demo, "house", texts.say("messaging.letter.house"),
                "demoWords", texts.say("messaging.letter.demo"))));
    }
}
