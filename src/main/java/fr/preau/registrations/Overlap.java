package fr.preau.registrations;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** A person would be at two places at once: said, not forbidden (R8). */
public record Overlap(UUID person, UUID session, String otherTitle, Instant otherStartsAt) implements Serializable {
}
