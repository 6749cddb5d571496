package fr.preau.registrations;

import static fr.preau.base.IdColumns.id;
import static fr.preau.base.IdColumns.idOrNull;
import static fr.preau.base.UtcColumns.instant;
import static fr.preau.base.UtcColumns.instantOrNull;

import fr.preau.base.CurrentCentre;
import fr.preau.base.Phone;
import fr.preau.registrations.CallLine.ChangedDate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads whom reception has to call and what there is to say; SQL across tables, to read only, every statement names the centre. */
@Component
class CallQueries {

    private static final String CALLS = """
            SELECT t.id, t.request_id, t.about, t.created_at, t.offer_id, o.deadline, t.gesture, h.name, a.title, a.place, a.status, a.status_reason,
                   (SELECT c.address FROM contact_point c WHERE c.centre_id = t.centre_id AND c.household_id = t.household_id
                      AND c.kind = 'PHONE' AND %1$s ORDER BY c.created_at, c.id LIMIT 1) AS phone
            FROM call_task t
            JOIN registration_request q ON q.centre_id = t.centre_id AND q.id = t.request_id
            JOIN household h ON h.centre_id = t.centre_id AND h.id = t.household_id
            JOIN activity_group g ON g.centre_id = q.centre_id AND g.id = q.group_id
            JOIN activity a ON a.centre_id = g.centre_id AND a.id = g.activity_id
            LEFT JOIN place_offer o ON o.centre_id = t.centre_id AND o.id = t.offer_id
            WHERE t.centre_id = :centre AND t.done_at IS NULL %2$s
            ORDER BY t.created_at, t.id LIMIT :limit""";

    /** Calls are noted for each request; what one act did to several of a family's stands in one line. */
    private static final String FIRST_OF_ITS_ACT = """
            AND NOT EXISTS (
              SELECT 1 FROM call_task e
              WHERE e.centre_id = t.centre_id AND e.household_id = t.household_id AND e.about = t.about AND e.created_at = t.created_at
                AND e.gesture <=> t.gesture AND e.done_at IS NULL AND e.offer_id IS NULL AND t.offer_id IS NULL AND e.id < t.id)""";

    /** Beside each session the hours of before the first move of which nobody has told the family yet. */
    private static final String KNOWN_HOURS = """
            LEFT JOIN session_move m ON m.centre_id = d.centre_id AND m.session_id = d.id AND m.gesture = (
              SELECT x.gesture FROM call_task o JOIN session_move x ON x.centre_id = o.centre_id AND x.gesture = o.gesture
              WHERE o.centre_id = t.centre_id AND o.household_id = t.household_id AND o.done_at IS NULL AND x.session_id = d.id
              ORDER BY x.moved_at LIMIT 1)
            """;

    /** The sessions that were changed in the calls' gestures, as they are now, where the family was in them. */
    private static final String DATES = """
            SELECT t.id AS call_id, d.starts_at, d.ends_at, d.status, d.status_reason, m.started_at, m.ended_at
            FROM (SELECT gesture, session_id FROM session_move WHERE centre_id = :centre AND gesture IN (:gestures)
                  UNION SELECT last_gesture, id FROM activity_session WHERE centre_id = :centre AND last_gesture IN (:gestures)) n
            JOIN call_task t ON t.centre_id = :centre AND t.gesture = n.gesture AND t.id IN (:calls)
            JOIN activity_session d ON d.centre_id = t.centre_id AND d.id = n.session_id
            """ + KNOWN_HOURS + """
            WHERE EXISTS (
              SELECT 1 FROM registration r JOIN seat s ON s.centre_id = r.centre_id AND s.registration_id = r.id
              WHERE r.centre_id = t.centre_id AND r.household_id = t.household_id AND s.session_id = d.id
                AND (s.standing <> 'RELEASED' OR d.status = 'CANCELLED' AND r.state <> 'CANCELLED_BY_FAMILY'))
            ORDER BY d.starts_at, d.id""";

    /**
     * What happened to whom in the instant of the other calls, or who has the offer, with the sessions that it was for: of a series
     * those that were still to come. Nobody who stands in the same request again.
     */
    private static final String STEPS = """
            SELECT t.id AS call_id, h.from_state, h.to_state, IF(h.to_state IN ('CANCELLED_BY_CENTRE', 'REFUSED'), h.reason, NULL) AS status_reason,
                   a.title, p.first_name, d.starts_at, d.ends_at, d.status, m.started_at, m.ended_at
            FROM call_task t
            JOIN call_task e ON e.centre_id = t.centre_id AND e.household_id = t.household_id AND e.about = t.about AND e.created_at = t.created_at
              AND e.offer_id <=> t.offer_id AND e.done_at IS NULL
            JOIN registration r ON r.centre_id = e.centre_id AND r.request_id = e.request_id
            LEFT JOIN place_offer o ON o.centre_id = t.centre_id AND o.id = t.offer_id
            JOIN registration_step h ON h.centre_id = r.centre_id AND h.registration_id = r.id
              AND IF(o.id IS NULL, h.happened_at = t.created_at, h.to_state = 'OFFERED' AND r.state = 'OFFERED' AND r.party_id = o.party_id)
            JOIN person p ON p.centre_id = r.centre_id AND p.id = r.person_id
            JOIN activity_group g ON g.centre_id = r.centre_id AND g.id = r.group_id
            JOIN activity a ON a.centre_id = g.centre_id AND a.id = g.activity_id
            LEFT JOIN seat s ON s.centre_id = r.centre_id AND s.registration_id = r.id
            LEFT JOIN activity_session d ON d.centre_id = s.centre_id AND d.id = s.session_id
              AND (r.session_id IS NOT NULL OR d.status = 'PLANNED' AND d.starts_at > t.created_at)
            """ + KNOWN_HOURS + """
            WHERE t.centre_id = :centre AND t.id IN (:calls) AND t.gesture IS NULL AND NOT EXISTS (
              SELECT 1 FROM registration b
              WHERE b.centre_id = r.centre_id AND b.request_id = r.request_id AND b.person_id = r.person_id
                AND b.session_id <=> r.session_id AND b.changed_at > r.changed_at)
            ORDER BY d.starts_at, d.id, r.queued_at, p.first_name""";

    private final JdbcClient database;

    CallQueries(JdbcClient database) {
        this.database = database;
    }

    private record Call(UUID id, UUID request, CallReason about, String householdName, @Nullable String phone, String title, String place,
                        boolean over, @Nullable String reason, Instant since, @Nullable UUID offer, @Nullable Instant until,
                        @Nullable UUID gesture) {

        CallLine with(List<Told> told) {
            var here = told.stream().filter(one -> one.isFor(about)).toList();
            var titles = here.stream().map(Told::title).filter(Objects::nonNull).distinct().collect(Collectors.joining(", "));
            var names = here.stream().map(Told::name).filter(Objects::nonNull).distinct().toList();
            var dates = here.stream().map(Told::date).filter(Objects::nonNull).distinct().toList();
            return new CallLine(id, request, about, householdName, phone, titles.isEmpty() ? title : titles, names, place, over, why(here), dates,
                    since, offer, until);
        }

        private @Nullable String why(List<Told> told) {
            boolean ofTheActivity = gesture == null && (about == CallReason.PAUSED || about == CallReason.DATE_CHANGED && over);
            return told.stream().map(Told::reason).filter(Objects::nonNull).findFirst().orElse(ofTheActivity ? reason : null);
        }
    }

    /**
     * @param from  the step that somebody took, if it is about one
     * @param title of the activity in which it was taken
     * @param name  whose it was
     */
    private record Told(UUID call, @Nullable ChangedDate date, @Nullable String reason, @Nullable RegistrationState from,
                        @Nullable RegistrationState to, @Nullable String title, @Nullable String name) {

        boolean isFor(CallReason about) {
            return from == null || to == null || about.tellsOf(from, to);
        }
    }

    /** Those that nobody has noted as done, the oldest first. */
    List<CallLine> toDo(int limit) {
        return withDates(database.sql(CALLS.formatted(ContactsNow.OF_NOBODY_WHO_LEFT, FIRST_OF_ITS_ACT))
                .param("centre", CurrentCentre.require()).param("limit", limit).query(CallQueries::call).list());
    }

    /** The same of one request. */
    List<CallLine> toDoAbout(UUID request, int limit) {
        return withDates(database.sql(CALLS.formatted(ContactsNow.OF_NOBODY_WHO_LEFT, "AND t.request_id = :request"))
                .param("centre", CurrentCentre.require()).param("request", request).param("limit", limit).query(CallQueries::call).list());
    }

    private List<CallLine> withDates(List<Call> calls) {
        var told = Stream.concat(changed(calls), happened(calls)).collect(Collectors.groupingBy(Told::call));
        return calls.stream().map(call -> call.with(told.getOrDefault(call.id(), List.of()))).toList();
    }

    private Stream<Told> changed(List<Call> calls) {
        var gestures = calls.stream().map(Call::gesture).filter(Objects::nonNull).collect(Collectors.toSet());
        return gestures.isEmpty() ? Stream.empty() : database.sql(DATES).param("centre", CurrentCentre.require())
                .param("gestures", gestures).param("calls", ids(calls)).query(CallQueries::ofGesture).list().stream();
    }

    private Stream<Told> happened(List<Call> calls) {
        return calls.isEmpty() ? Stream.empty() : database.sql(STEPS).param("centre", CurrentCentre.require())
                .param("calls", ids(calls)).query(CallQueries::ofStep).list().stream();
    }

    private static List<UUID> ids(List<Call> calls) {
        return calls.stream().map(Call::id).toList();
    }

    private static Call call(ResultSet row, int number) throws SQLException {
        var phone = row.getString("phone");
        return new Call(id(row, "id"), id(row, "request_id"), CallReason.valueOf(row.getString("about")), row.getString("name"),
                phone == null ? null : new Phone(phone).shown(), row.getString("title"), row.getString("place"),
                row.getString("status").equals("CANCELLED"), row.getString("status_reason"), instant(row, "created_at"),
                idOrNull(row, "offer_id"), instantOrNull(row, "deadline"), idOrNull(row, "gesture"));
    }

    private static Told ofGesture(ResultSet row, int number) throws SQLException {
        return new Told(id(row, "call_id"), date(row), row.getString("status_reason"), null, null, null, null);
    }

    private static Told ofStep(ResultSet row, int number) throws SQLException {
        return new Told(id(row, "call_id"), date(row), row.getString("status_reason"), RegistrationState.valueOf(row.getString("from_state")),
                RegistrationState.valueOf(row.getString("to_state")), row.getString("title"), row.getString("first_name"));
    }

    private static @Nullable ChangedDate date(ResultSet row) throws SQLException {
        return row.getString("status") == null ? null : new ChangedDate(instant(row, "starts_at"), instant(row, "ends_at"),
                row.getString("status").equals("CANCELLED"), instantOrNull(row, "started_at"), instantOrNull(row, "ended_at"));
    }
}
