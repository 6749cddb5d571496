package fr.preau.activities;

import java.util.UUID;

/** This activity is off for good, all its sessions to come with it; heard in the same transaction, under its groups' locks. */
public record ActivityCancelled(UUID activityId) {
}
