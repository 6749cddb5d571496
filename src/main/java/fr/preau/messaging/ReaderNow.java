package fr.preau.messaging;

import java.util.Optional;

/**
 * Says where the reader of an old letter is reached now, when somebody sends it again. A module whose readers change
 * their address has one, as a bean; where there is none, the letter goes where it went.
 */
public interface ReaderNow {

    /** Whether this one knows the readers of that kind of letter. */
    boolean knows(String kind);

    /** Nothing when the reader has no address any more. */
    Optional<Recipient> of(Envelope envelope);
}
