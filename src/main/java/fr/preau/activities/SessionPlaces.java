package fr.preau.activities;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/** A session and its places, read under the group's lock. */
public record SessionPlaces(UUID id, Instant startsAt, Instant endsAt, int places, int taken, int waiting, int overbooked,
                            boolean cancelled) implements Serializable {
}
