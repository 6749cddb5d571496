package fr.preau.registrations.ui.family;

import fr.preau.activities.ActivitySheet;
import fr.preau.activities.Booking;
import fr.preau.activities.GroupSheet;
import fr.preau.activities.SessionRecord;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What somebody is registering for: the activity, one of its groups, and the sessions that are still to come. */
record Task(ActivitySheet activity, GroupSheet group, Instant now, ZoneId zone, String centre) implements Serializable {

    private static final int MOST_SESSIONS = 60;

    boolean bySession() {
        return group.booking() == Booking.BY_SESSION;
    }

    String title() {
        return activity.about().title();
    }

    List<SessionRecord> toCome() {
        return group.toCome(now).stream().limit(MOST_SESSIONS).toList();
    }

    Set<UUID> idsToCome() {
        return toCome().stream().map(SessionRecord::id).collect(Collectors.toSet());
    }

    /** The chosen sessions that are still to come; for a series none is chosen. */
    List<SessionRecord> chosen(FamilyDraft draft) {
        return bySession() ? toCome().stream().filter(session -> draft.sessions().contains(session.id())).toList() : toCome();
    }

    /** What the service wants to know of the sessions: for a series nothing. */
    Set<UUID> asked(FamilyDraft draft) {
        return bySession() ? chosen(draft).stream().map(SessionRecord::id).collect(Collectors.toSet()) : Set.of();
    }

    /** The fewest places that any of these sessions has. */
    static int free(List<SessionRecord> sessions) {
        return sessions.stream().mapToInt(SessionRecord::free).min().orElse(0);
    }

    int steps() {
        return bySession() ? 3 : 2;
    }
}
