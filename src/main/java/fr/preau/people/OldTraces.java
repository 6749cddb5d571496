package fr.preau.people;

import java.time.Instant;

/**
 * The current centre forgets what is older than this; heard in the same transaction by whoever keeps words about people who
 * are in no family.
 */
public record OldTraces(Instant before) {
}
