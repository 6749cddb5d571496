package fr.preau.activities;

import java.util.UUID;

/**
 * This session does not take place; heard in the same transaction, under the group's lock.
 *
 * @param reason what the people concerned are told, as one line
 */
public record SessionCancelled(UUID sessionId, String reason) {
}
