package fr.preau.people;

import java.io.Serializable;
import java.time.Instant;

/**
 * What changed in who answers for a child.
 *
 * @param added whether somebody came, or went
 */
public record GuardianChange(Instant at, boolean added, String name) implements Serializable {
}
