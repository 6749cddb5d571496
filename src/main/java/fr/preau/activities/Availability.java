package fr.preau.activities;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Whether a newcomer could register now, and if not, why. The words are chosen where it is shown.
 *
 * @param number free places for {@link Kind#FREE}, people who wait for {@link Kind#FULL}
 * @param when   when registration opens or has closed
 */
public record Availability(Kind kind, int number, @Nullable Instant when) implements Serializable {

    /** The ways things can stand. */
    public enum Kind {
        /** There are places. */
        FREE,
        /** The next session is full, a later one is not. */
        FREE_LATER,
        FULL,
        /** One comes without registering. */
        DROP_IN,
        NOT_YET_OPEN,
        CLOSED,
        SUSPENDED,
        CANCELLED,
        /** No session is to come. */
        OVER,
        /** Not published: only the staff reads this. */
        DRAFT
    }

    /** What is known of one group's sessions to come. */
    record Room(Booking booking, int sessions, int leastFree, int mostFree, int waiting, int nextFree) {

        Availability availability() {
            if (sessions == 0) {
                return plain(Kind.OVER);
            }
            if (booking == Booking.WHOLE_SERIES) {
                return leastFree > 0 ? new Availability(Kind.FREE, leastFree, null) : new Availability(Kind.FULL, waiting, null);
            }
            if (nextFree > 0) {
                return new Availability(Kind.FREE, nextFree, null);
            }
            return mostFree > 0 ? new Availability(Kind.FREE_LATER, mostFree, null) : new Availability(Kind.FULL, waiting, null);
        }
    }

    static Availability plain(Kind kind) {
        return new Availability(kind, 0, null);
    }

    /** How one session stands by itself. */
    public static Availability ofSession(SessionRecord session) {
        if (!session.isPlanned()) {
            return plain(Kind.CANCELLED);
        }
        return session.free() > 0 ? new Availability(Kind.FREE, session.free(), null) : new Availability(Kind.FULL, session.waiting(), null);
    }

    /** How an activity stands as a whole. */
    static Availability of(ActivityStatus status, AdmissionRules rules, Collection<Availability> groups, Instant now) {
        switch (status) {
            case DRAFT -> {
                return plain(Kind.DRAFT);
            }
            case SUSPENDED -> {
                return plain(Kind.SUSPENDED);
            }
            case CANCELLED -> {
                return plain(Kind.CANCELLED);
            }
            case PUBLISHED -> {
                // goes on below
            }
        }
        if (groups.stream().allMatch(group -> group.kind == Kind.OVER)) {
            return plain(Kind.OVER);
        }
        if (!rules.registrationNeeded()) {
            return plain(Kind.DROP_IN);
        }
        if (rules.opensAt() != null && now.isBefore(rules.opensAt())) {
            return new Availability(Kind.NOT_YET_OPEN, 0, rules.opensAt());
        }
        if (rules.closesAt() != null && !now.isBefore(rules.closesAt())) {
            return new Availability(Kind.CLOSED, 0, rules.closesAt());
        }
        return best(groups);
    }

    private static Availability best(Collection<Availability> groups) {
        for (Kind kind : new Kind[] {Kind.FREE, Kind.FREE_LATER, Kind.FULL}) {
            if (groups.stream().anyMatch(group -> group.kind == kind)) {
                return new Availability(kind, groups.stream().filter(group -> group.kind == kind).mapToInt(Availability::number).sum(), null);
            }
        }
        return plain(Kind.OVER);
    }

    /** Whether one may ask for a place now: to have it, or to wait for it. */
    public boolean isOpen() {
        return kind == Kind.FREE || kind == Kind.FREE_LATER || kind == Kind.FULL;
    }
}
