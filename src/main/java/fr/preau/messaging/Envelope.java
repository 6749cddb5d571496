package fr.preau.messaging;

import java.util.UUID;

/**
 * A letter that is to leave, without its words: those are written when it leaves, from what is true then. It holds no
 * secret: what only the reader may know, its {@link LetterWriter} makes when it writes.
 *
 * @param key     says which letter this is: posting the same key twice is one letter; at most 190 characters
 * @param kind    what it is about, in the words of the module that sends it, for example {@code registrations.offer};
 *                at most 60 characters
 * @param subject what it speaks of: the id of a registration, an offer…
 */
public record Envelope(String key, String kind, UUID subject, Recipient recipient) {

    static final int KEY_LENGTH = 190;
    static final int KIND_LENGTH = 60;

    public Envelope {
        if (key.isBlank() || key.length() > KEY_LENGTH || kind.isBlank() || kind.length() > KIND_LENGTH) {
            throw new IllegalArgumentException("A key or kind that cannot be kept: " + kind);
        }
    }

    /** The same letter to another address. */
    Envelope to(Recipient other) {
        return new Envelope(key, kind, subject, other);
    }
}
