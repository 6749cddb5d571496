package fr.preau.people;

import java.io.Serializable;
import java.util.UUID;

/**
 * Who answers for a child.
 *
 * @param household the family in which this adult lives, which need not be the child's
 */
public record GuardianRecord(UUID person, String name, UUID household) implements Serializable {
}
