package fr.preau.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter that is to leave, without its words: those are written when it leaves, from what is true then.
 *
 * @param key     says which letter this is: posting the same key twice is one letter; at most 190 characters
 * @param kind    what it is about, in the words of the module that sends it, for example {@code registrations.offer};
 *                at most 60 characters
 * @param subject what it speaks of: the id of a registration, an offer…
 * @param secret  what only the reader may know and nobody can make again, if there is such a thing
 */
public record Envelope(String key, String kind, UUID subject, Recipient recipient, @Nullable Secret secret) {

    static final int KEY_LENGTH = 190;
    static final int KIND_LENGTH = 60;

    public Envelope {
        if (key.isBlank() || key.length() > KEY_LENGTH || kind.isBlank() || kind.length() > KIND_LENGTH) {
            throw new IllegalArgumentException("A key or kind that cannot be kept: " + kind);
        }
    }

    public Envelope(String key, String kind, UUID subject, Recipient recipient) {
        this(key, kind, subject, recipient, null);
    }

    /** The same letter with a secret, which is erased as soon as the letter has left or can no longer leave. */
    public Envelope carrying(String value, Instant until) {
        return new Envelope(key, kind, subject, recipient, new Secret(value, until));
    }

    /**
     * A sign-in link, for example: kept only while the letter waits, shown on no screen and in no log.
     * After {@code until} it is worth nothing, and the letter does not leave.
     * <p>
     * Better than a secret is none: a {@link LetterWriter} may make its token when it writes, and keep the hash alone.
     */
    public record Secret(String value, Instant until) {

        static final int LENGTH = 1000;

        public Secret {
            if (value.length() > LENGTH) {
                throw new IllegalArgumentException("The secret is too long");
            }
        }

        @Override
        public String toString() {
            return "Secret[until=" + until + "]";
        }
    }
}
