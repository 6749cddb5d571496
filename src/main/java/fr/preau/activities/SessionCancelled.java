package fr.preau.activities;

import java.util.UUID;

/** This session does not take place; heard in the same transaction, under the group's lock. */
public record SessionCancelled(UUID sessionId) {
}
