package fr.preau.messaging;

import fr.preau.base.EmailAddress;
import fr.preau.messaging.smtp.SendingFailure;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter as staff may see it.
 *
 * @param title   its subject line, once it was written
 * @param said    what it told the reader, without its links; once it was written
 * @param failure what went wrong last, if anything did
 * @param nextAt  when the next attempt is, if there is one
 */
public record PostedLetterRecord(UUID id, EmailAddress recipient, String recipientName, LetterState state, int attempts,
                                 @Nullable String title, @Nullable String said, @Nullable SendingFailure failure,
                                 Instant createdAt, @Nullable Instant sentAt, @Nullable Instant nextAt,
                                 boolean mayBeSentAgain) implements Serializable {
}
