package fr.preau.activities;

import java.util.List;
import java.util.UUID;

/** A group whose row this transaction holds, with its activity's rules and all its sessions by time, read after the lock. */
public record LockedGroup(UUID groupId, UUID activityId, String title, String groupName, Booking booking, ActivityStatus status,
                          AdmissionRules rules, List<SessionPlaces> sessions) {
}
