package fr.preau.registrations;

import static fr.preau.base.IdColumns.id;
import static fr.preau.base.UtcColumns.instant;

import fr.preau.base.CurrentCentre;
import fr.preau.messaging.LetterFates;
import fr.preau.registrations.RegistrationRecord.SeatRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * At which hours a family believes its sessions to be: those of before the last move. Where one was moved again before the letter about
 * the first move left, that is where it was before both. SQL, to read only; it names the centre, and costs the same for any number of
 * sessions and moves.
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

    /** What a family was told of gestures of the team, in letters about whichever of its requests and on the telephone. */
    private record Told(Map<UUID, List<Instant>> letters, Map<UUID, List<Instant>> calls) {

        /** Whether it learned how a session was between this move and the next one; who calls says all sessions as they are by then. */
        boolean isTold(Move move, @Nullable Instant next, List<Move> ofSession) {
            return letters.getOrDefault(move.gesture(), List.of()).stream().anyMatch(left -> isBefore(left, next))
                    || ofSession.stream().flatMap(one -> calls.getOrDefault(one.gesture(), List.of()).stream())
                            .anyMatch(called -> !called.isBefore(move.at()) && isBefore(called, next));
        }

        private static boolean isBefore(Instant told, @Nullable Instant next) {
            return next == null || told.isBefore(next);
        }
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
     * @param there   the family's registrations with the seats that it hears of: whoever has left knows nothing for those who came later
     */
    Map<UUID, Hours> before(UUID gesture, List<RegistrationRecord> there) {
        var asked = new HashMap<UUID, Instant>();
        there.forEach(one -> one.seats().forEach(seat -> asked.merge(seat.sessionId(), one.askedAt(), KnownHours::later)));
        var moves = asked.isEmpty() ? Map.<UUID, List<Move>>of() : movesOf(asked.keySet());
        boolean isTheOnlyOne = moves.values().stream().flatMap(List::stream).allMatch(move -> move.gesture().equals(gesture));
        var told = isTheOnlyOne ? new Told(Map.of(), Map.of()) : told(there.getFirst().householdId());
        var known = new HashMap<UUID, Hours>();
        moves.forEach((session, some) -> {
            var unknown = unknown(some, gesture, asked.get(session), told);
            if (!unknown.isEmpty()) {
                known.put(session, unknown.getLast().before());
            }
        });
        return known;
    }

    /**
     * The moves of a session of which the family has not heard, the last first.
     *
     * @param asked when it last registered somebody, and read the hour of then
     */
    private static List<Move> unknown(List<Move> moves, UUID gesture, Instant asked, Told told) {
        var unknown = new ArrayList<Move>();
        for (var move : moves) {
            var next = unknown.isEmpty() ? null : unknown.getLast().at();
            if (!move.gesture().equals(gesture) && (asked.isAfter(move.at()) || told.isTold(move, next, moves))) {
                break;
            }
            unknown.add(move);
        }
        return unknown;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** By session, the last first. */
    private Map<UUID, List<Move>> movesOf(Collection<UUID> sessions) {
        return database.sql("""
                SELECT session_id, gesture, started_at, ended_at, moved_at FROM session_move
                WHERE centre_id = :centre AND session_id IN (:sessions) ORDER BY moved_at DESC""")
                .param("centre", CurrentCentre.require()).param("sessions", sessions)
                .query((row, number) -> new Move(id(row, "session_id"), id(row, "gesture"),
                        new Hours(instant(row, "started_at"), instant(row, "ended_at")), instant(row, "moved_at")))
                .list().stream().collect(Collectors.groupingBy(Move::session, LinkedHashMap::new, Collectors.toList()));
    }

    private Told told(UUID household) {
        var requests = database.sql("SELECT id FROM registration_request WHERE centre_id = :centre AND household_id = :household")
                .param("centre", CurrentCentre.require()).param("household", household).query(UUID.class).list();
        var left = new HashMap<UUID, List<Instant>>();
        letters.leftAt(LetterKind.SESSION_MOVED.kind(), requests).forEach((key, at) ->
                LetterKey.read(key).gesture().ifPresent(gesture -> left.computeIfAbsent(gesture, first -> new ArrayList<>()).add(at)));
        return new Told(left, calls(household));
    }

    private Map<UUID, List<Instant>> calls(UUID household) {
        record Called(UUID gesture, Instant at) {
        }
        return database.sql("""
                SELECT gesture, done_at FROM call_task
                WHERE centre_id = :centre AND household_id = :household AND gesture IS NOT NULL AND done_at IS NOT NULL""")
                .param("centre", CurrentCentre.require()).param("household", household)
                .query((row, number) -> new Called(id(row, "gesture"), instant(row, "done_at")))
                .list().stream().collect(Collectors.groupingBy(Called::gesture, Collectors.mapping(Called::at, Collectors.toList())));
    }
}
