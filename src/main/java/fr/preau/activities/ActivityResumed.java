package fr.preau.activities;

import java.util.UUID;

/** An activity that was suspended is taken up again; heard in the same transaction, under the locks of its groups. */
public record ActivityResumed(UUID activityId) {
}
