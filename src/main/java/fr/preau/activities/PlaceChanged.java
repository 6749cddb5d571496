package fr.preau.activities;

import java.util.UUID;

/** This activity is somewhere else from now on; heard in the same transaction, under the locks of its groups. */
public record PlaceChanged(UUID activityId) {
}
