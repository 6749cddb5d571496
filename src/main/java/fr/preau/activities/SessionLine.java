package fr.preau.activities;

import java.io.Serializable;
import java.util.UUID;

/** A session with what it is a session of, for the day's programme, messages and calendars. */
public record SessionLine(SessionRecord session, UUID activityId, String slug, String title, String groupName, Category category,
                          String place, Booking booking) implements Serializable {
}
