package fr.preau.registrations;

import static fr.preau.base.UtcColumns.instant;
import static fr.preau.base.UtcColumns.utc;
import static fr.preau.registrations.RegistrationSheets.id;

import fr.preau.base.CurrentCentre;
import fr.preau.messaging.LetterFates;
import fr.preau.registrations.RegistrationRecord.SeatRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * At which hours a family believes its sessions to be: those of before the last move. Where one was moved again before the letter about
 * the first move left, that is where it was before both. SQL, to read only; it names the centre.
 */
@Component
class KnownHours {

    /** When a session takes place, or took place before it was moved. */
    record Hours(Instant startsAt, Instant endsAt) {

        static Hours of(SeatRecord seat) {
            return new Hours(seat.startsAt(), seat.endsAt());
        }
    }

    private record Move(UUID session, UUID gesture, Hours before, Instant at) {
    }

    private final JdbcClient database;
    private final LetterFates letters;

    KnownHours(JdbcClient database, LetterFates letters) {
        this.database = database;
        this.letters = letters;
    }

    /**
     * By session, for those that were moved since the family knows of them.
     *
     * @param gesture the one of which the family hears only now
     * @param there   what the family has, or had, in these sessions
     */
    Map<UUID, Hours> before(UUID gesture, Set<UUID> sessions, List<RegistrationRecord> there) {
        if (sessions.isEmpty() || there.isEmpty()) {
            return Map.of();
        }
        var asked = there.stream().map(RegistrationRecord::askedAt).min(Instant::compareTo).orElseThrow();
        var requests = there.stream().map(RegistrationRecord::requestId).collect(Collectors.toSet());
        var next = new HashMap<UUID, Instant>();
        var known = new HashMap<UUID, Hours>();
        var settled = new HashSet<UUID>();
        for (var move : movesSince(asked, sessions)) {
            if (settled.contains(move.session()) || !move.gesture().equals(gesture) && isHeard(move, requests, next.get(move.session()))) {
                settled.add(move.session());
                continue;
            }
            known.put(move.session(), move.before());
            next.put(move.session(), move.at());
        }
        return known;
    }

    /** Whether a letter about this move left before the session was moved once more. */
    private boolean isHeard(Move move, Set<UUID> requests, @Nullable Instant next) {
        return requests.stream().map(request -> LetterKey.of(LetterKind.SESSION_MOVED, request, move.gesture()).toAnyAddress())
                .flatMap(letter -> letters.leftAt(letter).stream()).anyMatch(left -> next == null || left.isBefore(next));
    }

    /** The last first. */
    private List<Move> movesSince(Instant asked, Set<UUID> sessions) {
        return database.sql("""
                SELECT session_id, gesture, started_at, ended_at, moved_at FROM session_move
                WHERE centre_id = :centre AND session_id IN (:sessions) AND moved_at >= :asked ORDER BY moved_at DESC""")
                .param("centre", CurrentCentre.require()).param("sessions", sessions).param("asked", utc(asked))
                .query((row, number) -> new Move(id(row, "session_id"), id(row, "gesture"),
                        new Hours(instant(row, "started_at"), instant(row, "ended_at")), instant(row, "moved_at"))).list();
    }
}
