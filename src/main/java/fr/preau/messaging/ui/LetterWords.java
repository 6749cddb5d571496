package fr.preau.messaging.ui;

import com.vaadin.flow.component.UI;
import fr.preau.base.Moments;
import fr.preau.base.Tint;
import fr.preau.base.ui.Label;
import fr.preau.base.ui.Toast;
import fr.preau.messaging.LetterState;
import fr.preau.messaging.PostedLetterRecord;
import fr.preau.messaging.SendAgain;
import java.time.ZoneId;
import java.util.Locale;

/** Says where a letter is, in words. */
record LetterWords(Moments moments, ZoneId zone) {

    Label state(PostedLetterRecord letter) {
        return new Label(tint(letter), stateText(letter));
    }

    String title(PostedLetterRecord letter) {
        return letter.title() == null ? say("messaging.letters." + unwritten(letter)) : letter.title();
    }

    /** What is told in the place of words that there are not: they will come, or they were not needed any more. */
    static String unwritten(PostedLetterRecord letter) {
        return letter.state() == LetterState.WITHDRAWN ? "never-written" : "not-written";
    }

    /** When it left, or when the next attempt is, or when it was asked for. */
    String when(PostedLetterRecord letter) {
        if (letter.sentAt() != null) {
            return say("messaging.letters.left", moments.brief(letter.sentAt(), zone));
        }
        if (letter.nextAt() != null && letter.attempts() > 0) {
            return say("messaging.letters.next", moments.brief(letter.nextAt(), zone));
        }
        return say("messaging.letters.asked", moments.brief(letter.createdAt(), zone));
    }

    String recipient(PostedLetterRecord letter) {
        return letter.recipientName().isBlank() ? letter.recipient().value() : letter.recipientName();
    }

    static void answer(SendAgain outcome) {
        Toast.say(say("messaging.again." + outcome.key()));
    }

    private static String stateText(PostedLetterRecord letter) {
        return switch (letter.state()) {
            case WAITING, SENDING -> say("messaging.state.waiting");
            case SENT -> say("messaging.state.sent");
            case WITHDRAWN -> say("messaging.state.withdrawn");
            case FAILED -> say("messaging.state.failed." + (letter.failure() == null ? "not_written" : letter.failure().name().toLowerCase(Locale.ROOT)));
        };
    }

    private static Tint tint(PostedLetterRecord letter) {
        return switch (letter.state()) {
            case WAITING, SENDING -> Tint.SUN;
            case SENT -> Tint.LIME;
            case WITHDRAWN -> Tint.PLAIN;
            case FAILED -> Tint.BRICK;
        };
    }

    private static String say(String key, Object... facts) {
        return UI.getCurrent().getTranslation(key, facts);
    }
}
