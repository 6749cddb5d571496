package fr.preau.messaging;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a letter.
 *
 * @param title  its subject line, once it was written
 * @param sentAt when it left, if it did
 */
public record LetterFate(String kind, @Nullable String title, LetterState state, Instant createdAt, @Nullable Instant sentAt) {
}
