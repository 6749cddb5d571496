package fr.preau.registrations;

import fr.preau.activities.Booking;
import fr.preau.activities.LockedGroup;
import fr.preau.activities.Occupancy;
import fr.preau.activities.SessionPlaces;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The places of one group while its lock is held: who comes in and goes out is counted here, and written once at the end.
 * Everything is in memory, so that the rules can be tried without a database, and a preview needs no undoing.
 */
final class GroupBook implements SeatLedger {

    private final LockedGroup group;
    private final Instant now;
    private final Map<UUID, Count> counts = new LinkedHashMap<>();
    private final Map<UUID, Line> lines = new HashMap<>();

    /** @param lines the lists as they stand; a list that is not there is empty */
    GroupBook(LockedGroup group, Collection<WaitingLine> lines, Instant now) {
        this.group = group;
        this.now = now;
        lines.forEach(line -> this.lines.put(line.id(), new Line(line.parties(), line.unanswered(), line.lastQueued())));
        group.sessions().forEach(session -> counts.put(session.id(), new Count(session)));
        counts.forEach((session, count) -> {
            if (waitingParties(isWholeSeries() ? null : session) == 0) {
                count.settle(0);
            }
        });
    }

    LockedGroup group() {
        return group;
    }

    UUID id() {
        return group.groupId();
    }

    Instant now() {
        return now;
    }

    boolean isWholeSeries() {
        return group.booking() == Booking.WHOLE_SERIES;
    }

    /** The sessions that one can still come to, by time. */
    List<SessionPlaces> toCome() {
        return group.sessions().stream().filter(session -> !session.cancelled() && session.startsAt().isAfter(now)).toList();
    }

    @Nullable SessionPlaces session(UUID id) {
        var count = counts.get(id);
        return count == null ? null : count.session;
    }

    /** What a registration is for: all sessions to come (R7), or the one that it names. */
    List<UUID> sessionsOf(@Nullable UUID session) {
        if (session != null) {
            var named = session(session);
            return named == null || named.cancelled() || !named.startsAt().isAfter(now) ? List.of() : List.of(session);
        }
        return toCome().stream().map(SessionPlaces::id).toList();
    }

    /**
     * How many more persons fit into every one of these sessions; never below zero, zero for none. Who was let in beyond the places
     * takes none of them from those who wait.
     */
    int free(Collection<UUID> sessions) {
        return sessions.stream().mapToInt(id -> counts.get(id).free()).min().orElse(0);
    }

    /** How many parties wait for this session, or for the series. */
    int waitingParties(@Nullable UUID session) {
        var line = lines.get(lineId(session));
        return line == null ? 0 : line.parties;
    }

    /** The rank of the last who waits in this list, as {@link Registrations#COUNT_FOR_RANK} says. */
    int lastRank(@Nullable UUID session) {
        var line = lines.get(lineId(session));
        return line == null ? 0 : line.parties + line.unanswered;
    }

    /** The next party's turn; later than every other of its list. */
    Turn nextTurn(@Nullable UUID session, UUID party) {
        return new Turn(party, Turn.ORDINARY, line(session).nextInstant(now));
    }

    void partyWaits(@Nullable UUID session) {
        line(session).parties++;
    }

    void partyNoLongerWaits(@Nullable UUID session) {
        line(session).parties--;
    }

    /** Lets persons in beyond the places of these sessions: as far as there are none, and altogether where others wait for those (R4). */
    void overbook(@Nullable UUID list, Collection<UUID> sessions, int persons) {
        boolean othersWait = waitingParties(list) > 0;
        sessions.forEach(id -> counts.get(id).overbooked += othersWait ? persons : Math.max(0, persons - counts.get(id).free()));
    }

    /** Lets one person into a session to which she belongs, also where there is no place. */
    void admit(UUID session) {
        counts.get(session).overbooked += counts.get(session).free() == 0 ? 1 : 0;
    }

    /** Whether somebody came in beyond the places of one of its sessions. */
    boolean isOverbooked() {
        return counts.values().stream().anyMatch(count -> count.session.overbooked() > 0 || count.overbooked > 0);
    }

    /** How many are beyond the places of these sessions, where that is most. */
    int overbooked(Collection<UUID> sessions) {
        return sessions.stream().mapToInt(id -> counts.get(id).overbooked).max().orElse(0);
    }

    /** @param beside how many of those who were let in beyond the places are still to be counted beside these */
    void settle(UUID session, int beside) {
        counts.get(session).settle(beside);
    }

    @Override
    public boolean isAhead(UUID session) {
        var known = session(session);
        return known != null && known.startsAt().isAfter(now);
    }

    @Override
    public void moved(UUID session, Standing from, Standing to) {
        counts.get(session).move(from, to);
    }

    /** What changed in the sessions. */
    List<Occupancy> changedCounts() {
        return counts.values().stream().filter(Count::isChanged).map(Count::now).toList();
    }

    /** The lists that changed, as they stand now. */
    List<WaitingLine> changedLines() {
        return lines.entrySet().stream().filter(line -> line.getValue().changed())
                .map(line -> new WaitingLine(line.getKey(), line.getValue().parties, line.getValue().unanswered, line.getValue().last)).toList();
    }

    /** The sessions, or the series, where somebody may be waiting. */
    List<@Nullable UUID> lists() {
        if (isWholeSeries()) {
            var only = new ArrayList<@Nullable UUID>();
            only.add(null);
            return only;
        }
        return new ArrayList<>(toCome().stream().map(SessionPlaces::id).toList());
    }

    UUID lineId(@Nullable UUID session) {
        return session == null ? group.groupId() : session;
    }

    private Line line(@Nullable UUID session) {
        return lines.computeIfAbsent(lineId(session), id -> new Line(0, 0, Instant.EPOCH));
    }

    /** A session's places. */
    static final class Count {

        private final SessionPlaces session;
        private int taken;
        private int waiting;
        private int overbooked;

        private Count(SessionPlaces session) {
            this.session = session;
            this.taken = session.taken();
            this.waiting = session.waiting();
            this.overbooked = session.overbooked();
        }

        private int free() {
            return Math.max(0, session.places() - (taken - overbooked));
        }

        private void move(Standing from, Standing to) {
            taken += (to == Standing.TAKEN ? 1 : 0) - (from == Standing.TAKEN ? 1 : 0);
            waiting += (to == Standing.WAITING ? 1 : 0) - (from == Standing.WAITING ? 1 : 0);
        }

        private boolean isChanged() {
            return taken != session.taken() || waiting != session.waiting() || overbooked != session.overbooked();
        }

        private Occupancy now() {
            return new Occupancy(session.id(), new Occupancy.People(taken, waiting, overbooked));
        }

        /** Beside those, only as many are beyond the places as there are more people than places. */
        private void settle(int beside) {
            overbooked = Math.min(overbooked, beside + Math.max(0, taken - beside - session.places()));
        }
    }

    /** A list: how many parties wait, and the last instant given out. */
    static final class Line {

        private final int partiesBefore;
        private final Instant lastBefore;
        private final int unanswered;
        private int parties;
        private Instant last;

        private Line(int parties, int unanswered, Instant last) {
            this.unanswered = unanswered;
            this.partiesBefore = parties;
            this.parties = parties;
            this.lastBefore = last;
            this.last = last;
        }

        /** Now, and never the same instant or an earlier one than the last, whatever the clock says (R5). */
        private Instant nextInstant(Instant now) {
            var micro = now.truncatedTo(ChronoUnit.MICROS);
            last = micro.isAfter(last) ? micro : last.plus(1, ChronoUnit.MICROS);
            return last;
        }

        private boolean changed() {
            return parties != partiesBefore || !last.equals(lastBefore);
        }
    }
}
