package fr.preau.activities;

import java.util.UUID;

/** Registration for an activity is suspended, its sessions take place; heard in the same transaction, under the locks of its groups. */
public record ActivitySuspended(UUID activityId) {
}
