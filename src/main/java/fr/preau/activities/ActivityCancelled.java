package fr.preau.activities;

import java.util.UUID;

/**
 * This activity is off for good, all its sessions to come with it; heard in the same transaction, under its groups' locks.
 *
 * @param reason what the people concerned are told, as one line
 */
public record ActivityCancelled(UUID activityId, String reason) {
}
