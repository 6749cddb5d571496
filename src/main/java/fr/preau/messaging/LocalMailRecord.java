package fr.preau.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message in the demonstration's mailbox. */
public record LocalMailRecord(UUID id, String sender, String recipient, String recipientName, String title, String html,
                              String plain, @Nullable String calendar, Instant receivedAt) {
}
