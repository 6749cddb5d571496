package fr.preau.activities.ui;

import fr.preau.activities.Booking;
import fr.preau.activities.GroupSheet;
import fr.preau.activities.SessionChange.Reach;
import fr.preau.activities.SessionRecord;
import java.io.Serializable;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The sessions that a change is for: one, those after it too, or all to come.
 *
 * @param one    the session from which the person came
 * @param toCome all of its group, by time
 */
record ChosenSessions(SessionRecord one, List<SessionRecord> toCome, boolean together) implements Serializable {

    static ChosenSessions around(SessionRecord one, GroupSheet group, SessionRows rows) {
        return new ChosenSessions(one, group.sessions().stream().filter(rows::isToCome).toList(), group.booking() == Booking.WHOLE_SERIES);
    }

    List<SessionRecord> by(Reach reach) {
        return switch (reach) {
            case ONE -> List.of(one);
            case FOLLOWING -> toCome.stream().filter(session -> !session.startsAt().isBefore(one.startsAt())).toList();
            case ALL -> toCome;
        };
    }

    /** "9 personnes ont une place, 2 attendent." over the chosen sessions; nothing when there is nobody. */
    String people(Reach reach, ActivityWords words) {
        var chosen = by(reach);
        if (chosen.size() != 1 && !together) {
            return words.people(chosen);
        }
        // Who has the whole series has a place in each session: the same people, counted once.
        int taken = most(chosen, SessionRecord::taken);
        int waiting = most(chosen, SessionRecord::waiting);
        return taken + waiting == 0 ? "" : words.say("people.one", taken, waiting);
    }

    private static int most(List<SessionRecord> sessions, ToIntFunction<SessionRecord> number) {
        return sessions.stream().mapToInt(number).max().orElse(0);
    }
}
