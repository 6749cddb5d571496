package fr.preau.messaging;

import java.util.Optional;

/**
 * Writes the letters of some kinds. A module that posts letters has one, as a bean.
 * <p>
 * It is asked just before a letter leaves, in the letter's centre, outside any transaction: what it reads is what is
 * true now. It may be asked again for the same letter (after a failure, or when a person sends it again), so what it
 * makes, such as a token, must bear being made again.
 */
public interface LetterWriter {

    /** Whether this writer knows that kind of letter; one writer for a kind. */
    boolean writes(String kind);

    /** The letter as things stand now; nothing when it has become untrue or useless, and then it does not leave. */
    Optional<Letter> write(Envelope envelope);
}
