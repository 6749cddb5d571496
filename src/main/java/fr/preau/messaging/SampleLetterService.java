package fr.preau.messaging;

import fr.preau.base.AllowedTo;
import fr.preau.base.EmailAddress;
import fr.preau.base.PublicAddress;
import fr.preau.base.Role;
import fr.preau.base.Texts;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** A letter to nobody, for who judges how letters look: it holds nobody’s data. */
@Service
@AllowedTo(Role.ANYONE)
public class SampleLetterService {

    private static final UUID NONE = new UUID(0, 0);
    private static final String READER = "nobody@example.org";

    private final LetterPrinter printer;
    private final Texts texts;
    private final PublicAddress address;

    SampleLetterService(LetterPrinter printer, Texts texts, PublicAddress address) {
        this.printer = printer;
        this.texts = texts;
        this.address = address;
    }

    /** As it would arrive: HTML with its own styles. */
    public String html() {
        var letter = Letter.titled(say("subject")).paragraph(say("text")).fact(say("when"), say("when-value")).fact(say("where"), say("where-value"))
                .button(say("see"), address.of("/")).link(say("cancel"), address.of("/"));
        return printer.print(NONE, new Recipient(EmailAddress.parse(READER).orElseThrow(), say("reader"), Locale.FRENCH), letter).mail().html();
    }

    private String say(String key) {
        return texts.say("messaging.sample." + key);
    }
}
