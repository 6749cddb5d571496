package fr.preau.messaging;

import fr.preau.accounts.SignInLetter;
import fr.preau.accounts.SignInLetters;
import fr.preau.accounts.SignInPost;
import fr.preau.base.EmailAddress;
import fr.preau.base.Moments;
import fr.preau.base.PublicAddress;
import fr.preau.base.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Takes the letters that bring people in, which accounts hands over without knowing the post. They belong to no centre.
 * The link is made anew when the letter leaves, so that the outbox never holds one.
 */
@Component
class SignInLetterWriter implements SignInPost, LetterWriter {

    private static final String KIND = "accounts.";

    private final Outbox outbox;
    private final SignInLetters letters;
    private final PublicAddress addresses;
    private final Texts texts;
    private final Moments moments;

    SignInLetterWriter(Outbox outbox, SignInLetters letters, PublicAddress addresses, Texts texts, Moments moments) {
        this.outbox = outbox;
        this.letters = letters;
        this.addresses = addresses;
        this.texts = texts;
        this.moments = moments;
    }

    @Override
    public void post(Kind kind, UUID subject, UUID occasion, EmailAddress reader, String name) {
        outbox.postAcrossCentres(new Envelope(word(kind) + ":" + occasion, word(kind), subject, new Recipient(reader, name)));
    }

    @Override
    public boolean writes(String kind) {
        return kind.startsWith(KIND);
    }

    @Override
    public Optional<Letter> write(Envelope envelope) {
        var kind = Kind.valueOf(envelope.kind().substring(KIND.length()).toUpperCase(Locale.ROOT));
        return letters.write(kind, envelope.subject()).map(this::letter);
    }

    /** The hour until which all this is good is fact 0 of what follows. */
    private Letter letter(SignInLetter facts) {
        String key = "accounts.letter." + facts.kind() + ".";
        String until = Optional.ofNullable(facts.until()).map(end -> moments.time(end.atZone(Moments.PARIS).toLocalTime())).orElse("");
        return Letter.titled(texts.say(key + "subject"))
                .paragraph(texts.say(key + "text"))
                .button(texts.say(key + "button"), addresses.of(facts.path()))
                .paragraph(texts.say(key + "after", until));
    }

    private static String word(Kind kind) {
        return KIND + kind.name().toLowerCase(Locale.ROOT);
    }
}
