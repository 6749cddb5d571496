package fr.preau.activities;

import java.util.UUID;

/** A session of this group offers more places than before; heard in the same transaction, under the group's lock. */
public record PlacesAdded(UUID groupId) {
}
