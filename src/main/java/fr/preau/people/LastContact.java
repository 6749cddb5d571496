package fr.preau.people;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Says which families a centre has heard of. People may not know what families come for: whoever keeps traces of it
 * implements this, and a family is forgotten when nobody has heard of it.
 */
public interface LastContact {

    /** Those of these households of the current centre who did something since then, or have something ahead of them. */
    Set<UUID> heardOfSince(Collection<UUID> households, Instant since);

    /** Whether this household of the current centre has something ahead of it: a place, a turn in a list, an offer. */
    boolean hasSomethingAhead(UUID household);
}
