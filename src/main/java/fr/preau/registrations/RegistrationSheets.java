package fr.preau.registrations;

import static fr.preau.base.IdColumns.id;
import static fr.preau.base.IdColumns.idOrNull;
import static fr.preau.base.UtcColumns.instant;
import static fr.preau.base.UtcColumns.instantOrNull;
import static fr.preau.base.UtcColumns.utc;

import fr.preau.base.CurrentCentre;
import fr.preau.base.NotHereException;
import fr.preau.registrations.RegistrationRecord.SeatRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads registrations together with the names and dates that belong to them, in two statements whatever their number.
 * SQL across tables, to read only; every statement names the centre.
 */
@Component
class RegistrationSheets {

    /**
     * The rank is counted over the parties before, as {@link Registrations#COUNT_FOR_RANK} says: priority, then instant (R5). An
     * offer is for those of the party to whom it was made, not for who left before. Those of one gesture stand by date, then by
     * name: their ids are of one millisecond and have no order.
     */
    private static final String SHEET = """
            SELECT r.id, r.request_id, r.household_id, r.person_id, r.party_id, r.group_id, r.session_id, r.state, r.waits_because, r.overbooked,
                   r.missing, r.changed_at, COALESCE(r.calendar_id, r.id) AS calendar_id, q.code, q.party_rule, q.channel, q.asked_at,
                   a.id AS activity_id, a.title, a.slug, a.place, g.name AS group_name,
                   TRIM(CONCAT(p.first_name, ' ', p.last_name)) AS person_name, o.id AS offer_id,
                   COALESCE(o.deadline, r.held_until) AS deadline,
                   IF(r.state <> 'WAITING', 0, 1 + {before}) AS party_rank
            FROM registration r
            JOIN registration_request q ON q.centre_id = r.centre_id AND q.id = r.request_id
            JOIN person p ON p.centre_id = r.centre_id AND p.id = r.person_id
            JOIN activity_group g ON g.centre_id = r.centre_id AND g.id = r.group_id
            JOIN activity a ON a.centre_id = g.centre_id AND a.id = g.activity_id
            LEFT JOIN activity_session d ON d.centre_id = r.centre_id AND d.id = r.session_id
            LEFT JOIN place_offer o ON o.centre_id = r.centre_id AND o.party_id = r.party_id AND o.is_open = 1 AND r.state = 'OFFERED'
            WHERE r.centre_id = :centre AND %s
            ORDER BY q.asked_at DESC, r.queued_at, d.starts_at, person_name, r.id""".replace("{before}", Turn.partiesBefore());

    private static final List<String> ACTIVE = Arrays.stream(RegistrationState.values()).filter(RegistrationState::isActive).map(Enum::name).toList();

    private static final String OF_FAMILY =
            "r.household_id = (SELECT f.household_id FROM registration_request f WHERE f.centre_id = :centre AND f.id = :request)";

    private final JdbcClient database;

    RegistrationSheets(JdbcClient database) {
        this.database = database;
    }

    /** All that a household has asked for, for the copy of its file. */
    List<RegistrationRecord> ofHousehold(UUID household) {
        return withSeats(database.sql(SHEET.formatted("r.household_id = :household"))
                .param("centre", CurrentCentre.require()).param("household", household).query(RegistrationSheets::sheet).list());
    }

    /** What goes on of a household: it is little, and none of it may be missing. */
    List<RegistrationRecord> activeOf(UUID household) {
        return withSeats(database.sql(SHEET.formatted("r.household_id = :household AND r.state IN (:active)"))
                .param("centre", CurrentCentre.require()).param("household", household).param("active", ACTIVE)
                .query(RegistrationSheets::sheet).list());
    }

    /** The requests of a household of which something is over, the newest first. */
    List<UUID> requestsEndedOf(UUID household, int from, int most) {
        return database.sql("""
                SELECT q.id FROM registration_request q
                WHERE q.centre_id = :centre AND q.household_id = :household AND EXISTS (
                  SELECT 1 FROM registration r WHERE r.centre_id = q.centre_id AND r.request_id = q.id AND r.state NOT IN (:active))
                ORDER BY q.asked_at DESC, q.id DESC LIMIT :most OFFSET :from""")
                .param("centre", CurrentCentre.require()).param("household", household).param("active", ACTIVE)
                .param("most", most).param("from", from).query(UUID.class).list();
    }

    /** What is over of these requests. */
    List<RegistrationRecord> endedOf(Collection<UUID> requests) {
        return requests.isEmpty() ? List.of() : withSeats(database.sql(SHEET.formatted("r.request_id IN (:requests) AND r.state NOT IN (:active)"))
                .param("centre", CurrentCentre.require()).param("requests", requests).param("active", ACTIVE)
                .query(RegistrationSheets::sheet).list());
    }

    /** What other households have asked for persons of this one: a parent who lives elsewhere. */
    List<RegistrationRecord> byOthersFor(UUID household) {
        return withSeats(database.sql(SHEET.formatted("""
                r.household_id <> :household AND r.person_id IN (
                  SELECT m.id FROM person m WHERE m.centre_id = :centre AND m.household_id = :household AND m.removed_at IS NULL)"""))
                .param("centre", CurrentCentre.require()).param("household", household).query(RegistrationSheets::sheet).list());
    }

    List<RegistrationRecord> ofRequest(UUID request) {
        return withSeats(database.sql(SHEET.formatted("r.request_id = :request"))
                .param("centre", CurrentCentre.require()).param("request", request).query(RegistrationSheets::sheet).list());
    }

    List<RegistrationRecord> of(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : withSeats(database.sql(SHEET.formatted("r.id IN (:ids)"))
                .param("centre", CurrentCentre.require()).param("ids", ids).query(RegistrationSheets::sheet).list());
    }

    List<RegistrationRecord> ofParty(UUID party) {
        return withSeats(database.sql(SHEET.formatted("r.party_id = :party"))
                .param("centre", CurrentCentre.require()).param("party", party).query(RegistrationSheets::sheet).list());
    }

    /** Those of these persons who were taken out of their households. */
    Set<UUID> removedOf(Collection<UUID> persons) {
        return persons.isEmpty() ? Set.of() : database.sql("SELECT id FROM person WHERE centre_id = :centre AND id IN (:persons) AND removed_at IS NOT NULL")
                .param("centre", CurrentCentre.require()).param("persons", persons).query(UUID.class).set();
    }

    /** The households of these registrations. */
    Set<UUID> households(Collection<UUID> ids) {
        return new HashSet<>(database.sql("SELECT DISTINCT household_id FROM registration WHERE centre_id = :centre AND id IN (:ids)")
                .param("centre", CurrentCentre.require()).param("ids", ids).query(UUID.class).list());
    }

    /** What the family of this request has, or had, in these sessions. */
    List<RegistrationRecord> ofFamily(UUID request, Collection<UUID> sessions) {
        return sessions.isEmpty() ? List.of() : withSeats(database.sql(SHEET.formatted(OF_FAMILY + """
                \sAND EXISTS (SELECT 1 FROM seat s WHERE s.centre_id = r.centre_id AND s.registration_id = r.id AND s.session_id IN (:sessions))"""))
                .param("centre", CurrentCentre.require()).param("request", request).param("sessions", sessions).query(RegistrationSheets::sheet).list());
    }

    /** What the family of this request has, or had, in this activity. */
    List<RegistrationRecord> ofFamily(UUID request, UUID activity) {
        return withSeats(database.sql(SHEET.formatted(OF_FAMILY + " AND a.id = :activity"))
                .param("centre", CurrentCentre.require()).param("request", request).param("activity", activity).query(RegistrationSheets::sheet).list());
    }

    /**
     * These very ids.
     *
     * @throws NotHereException when one of them is no registration of this centre, or there is none
     */
    Set<UUID> known(Set<UUID> ids) {
        if (ids.isEmpty() || count(ids) != ids.size()) {
            throw new NotHereException("No such registration in this centre");
        }
        return ids;
    }

    int count(Collection<UUID> ids) {
        return database.sql("SELECT COUNT(*) FROM registration WHERE centre_id = :centre AND id IN (:ids)")
                .param("centre", CurrentCentre.require()).param("ids", ids).query(Integer.class).single();
    }

    /** Where these persons are expected or wait, from now on. */
    List<Plan.Sitting> sittings(Collection<UUID> persons, Instant now) {
        return database.sql("""
                SELECT s.person_id, s.session_id, s.standing, d.group_id, a.title, d.starts_at, d.ends_at
                FROM seat s
                JOIN activity_session d ON d.centre_id = s.centre_id AND d.id = s.session_id
                JOIN activity_group g ON g.centre_id = d.centre_id AND g.id = d.group_id
                JOIN activity a ON a.centre_id = g.centre_id AND a.id = g.activity_id
                WHERE s.centre_id = :centre AND s.person_id IN (:persons) AND s.active = 1 AND d.ends_at > :now AND d.status = 'PLANNED'
                ORDER BY s.standing""")
                .param("centre", CurrentCentre.require()).param("persons", persons).param("now", utc(now))
                .query((row, number) -> new Plan.Sitting(id(row, "person_id"), id(row, "session_id"), Standing.valueOf(row.getString("standing")),
                        id(row, "group_id"), row.getString("title"), instant(row, "starts_at"), instant(row, "ends_at")))
                .list();
    }

    /** A session that the team moved or cancelled, and what it said when it cancelled. */
    record ChangedSession(UUID id, @Nullable String reason) {
    }

    /** The sessions that were last moved or cancelled in this gesture. Letters of before name a session. */
    List<ChangedSession> changedIn(UUID gestureOrSession) {
        return database.sql("""
                SELECT id, status_reason FROM activity_session WHERE centre_id = :centre AND last_gesture = :changed
                UNION SELECT id, status_reason FROM activity_session WHERE centre_id = :centre AND id = :changed""")
                .param("centre", CurrentCentre.require()).param("changed", gestureOrSession)
                .query((row, number) -> new ChangedSession(id(row, "id"), row.getString("status_reason"))).list();
    }

    private List<RegistrationRecord> withSeats(List<RegistrationRecord> sheets) {
        if (sheets.isEmpty()) {
            return sheets;
        }
        record Found(UUID registration, SeatRecord seat) {
        }
        var seats = database.sql("""
                SELECT s.registration_id, s.session_id, s.standing, s.sequence, d.starts_at, d.ends_at, d.status, d.sequence AS moves
                FROM seat s JOIN activity_session d ON d.centre_id = s.centre_id AND d.id = s.session_id
                WHERE s.centre_id = :centre AND s.registration_id IN (:ids)
                ORDER BY d.starts_at""")
                .param("centre", CurrentCentre.require()).param("ids", sheets.stream().map(RegistrationRecord::id).toList())
                .query((row, number) -> new Found(id(row, "registration_id"), new SeatRecord(id(row, "session_id"),
                        instant(row, "starts_at"), instant(row, "ends_at"), row.getString("standing").equals("RELEASED"),
                        row.getString("status").equals("CANCELLED"), row.getInt("sequence") + row.getInt("moves"))))
                .list().stream().collect(Collectors.groupingBy(Found::registration, Collectors.mapping(Found::seat, Collectors.toList())));
        return sheets.stream().map(sheet -> sheet.with(seats.getOrDefault(sheet.id(), List.of()))).toList();
    }

    private static RegistrationRecord sheet(ResultSet row, int number) throws SQLException {
        return new RegistrationRecord(id(row, "id"), id(row, "request_id"), row.getString("code"), id(row, "household_id"), id(row, "person_id"),
                row.getString("person_name"), id(row, "party_id"), id(row, "activity_id"), id(row, "group_id"), row.getString("title"),
                row.getString("slug"), row.getString("group_name"), row.getString("place"), idOrNull(row, "session_id"),
                RegistrationState.valueOf(row.getString("state")), waits(row.getString("waits_because")), row.getInt("party_rank"), idOrNull(row, "offer_id"),
                instantOrNull(row, "deadline"), row.getString("missing"), row.getBoolean("overbooked"), PartyRule.valueOf(row.getString("party_rule")),
                Channel.valueOf(row.getString("channel")), instant(row, "asked_at"), instant(row, "changed_at"), id(row, "calendar_id"), List.of());
    }

    private static @Nullable WaitReason waits(@Nullable String word) {
        return word == null ? null : WaitReason.valueOf(word);
    }
}
