package fr.preau.activities;

import java.util.UUID;

/** This session takes place at another time; heard in the same transaction, under the group's lock. */
public record SessionMoved(UUID sessionId) {
}
