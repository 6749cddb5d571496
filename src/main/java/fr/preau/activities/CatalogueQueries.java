package fr.preau.activities;

import static fr.preau.base.UtcColumns.instant;
import static fr.preau.base.UtcColumns.utc;

import fr.preau.base.CurrentCentre;
import fr.preau.base.PendingChanges;
import fr.preau.base.SearchKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The questions that lists ask: answered page by page, each with the same few statements for ten activities and for a thousand.
 * SQL, because everybody who looks asks them (see {@link PlacesQueries}); every statement names the centre.
 */
@Component
class CatalogueQueries {

    /**
     * For each activity that one can still go to: its next session, and what a filter asks of its sessions to come. Grouped twice, since
     * a group that is booked as a whole has room only where each of its sessions has.
     */
    private static final String TO_COME = """
            JOIN (SELECT g.activity_id, MIN(p.next) AS next, MAX(p.on_day) AS on_day,
                         MAX(CASE g.booking WHEN 'WHOLE_SERIES' THEN p.free = p.sessions ELSE p.free > 0 END) AS has_room
                  FROM (SELECT s.group_id, MIN(s.starts_at) AS next, %s
                        FROM activity_session s
                        WHERE s.centre_id = :centre AND s.status = 'PLANNED' AND s.starts_at > :now GROUP BY s.group_id) p
                  JOIN activity_group g ON g.centre_id = :centre AND g.id = p.group_id
                  GROUP BY g.activity_id) n ON n.activity_id = a.id
            """;
    /** Nothing but the key of the sessions is read. */
    private static final String UNASKED = "NULL AS on_day, 0 AS free, 0 AS sessions";
    private static final String ASKED = "MAX(s.weekday = :day) AS on_day, SUM(s.taken < s.places AND s.waiting = 0) AS free, COUNT(*) AS sessions";

    private final JdbcClient database;
    private final PendingChanges changes;

    CatalogueQueries(JdbcClient database, PendingChanges changes) {
        this.database = database;
        this.changes = changes;
    }

    /** Some of those that a list shows. */
    record Found(List<UUID> ids, long total) {
    }

    /** What the public sees, soonest first; nothing is counted when there is none from this one on. */
    Found shown(CatalogueFilter filter, Instant now, ZoneId zone, int offset, int limit) {
        var facts = new HashMap<String, Object>();
        facts.put("centre", CurrentCentre.require());
        facts.put("now", utc(now));
        boolean asks = filter.day() != null || filter.onlyFree();
        var sql = new StringBuilder("SELECT a.id, COUNT(*) OVER () AS total FROM activity a\n").append(TO_COME.formatted(asks ? ASKED : UNASKED))
                .append("WHERE a.centre_id = :centre AND a.status IN ('PUBLISHED', 'SUSPENDED')");
        if (asks) {
            facts.put("day", filter.day() == null ? 0 : filter.day().getValue());
        }
        narrow(sql, filter, now.atZone(zone).getYear(), facts);
        facts.put("limit", limit);
        facts.put("offset", offset);
        changes.write();
        var rows = database.sql(sql.append(" ORDER BY n.next, a.title, a.id LIMIT :limit OFFSET :offset").toString()).params(facts)
                .query((row, number) -> Map.entry(row.getObject("id", UUID.class), row.getLong("total"))).list();
        return new Found(rows.stream().map(Map.Entry::getKey).toList(), rows.isEmpty() ? 0 : rows.getFirst().getValue());
    }

    /** What the staff sees: what was changed last comes first. */
    List<UUID> all(@Nullable ActivityStatus status, String words, int offset, int limit) {
        changes.write();
        var facts = new HashMap<String, Object>(Map.of("centre", CurrentCentre.require(), "limit", limit, "offset", offset));
        return database.sql("SELECT a.id FROM activity a WHERE a.centre_id = :centre" + narrowed(status, words, facts)
                + " ORDER BY a.changed_at DESC, a.id LIMIT :limit OFFSET :offset").params(facts).query(UUID.class).list();
    }

    long countAll(@Nullable ActivityStatus status, String words) {
        changes.write();
        var facts = new HashMap<String, Object>(Map.of("centre", CurrentCentre.require()));
        return database.sql("SELECT COUNT(*) FROM activity a WHERE a.centre_id = :centre" + narrowed(status, words, facts)).params(facts)
                .query(Long.class).single();
    }

    private static String narrowed(@Nullable ActivityStatus status, String words, Map<String, Object> facts) {
        var where = new StringBuilder();
        if (status != null) {
            where.append(" AND a.status = :status");
            facts.put("status", status.name());
        }
        words(where, words, facts);
        return where.toString();
    }

    /** The sessions of these groups that are not over then, cancelled ones included, by time. */
    List<SessionRecord> sessions(Collection<UUID> groups, Instant notOverAt) {
        if (groups.isEmpty()) {
            return List.of();
        }
        changes.write();
        return database.sql("""
                SELECT id, group_id, starts_at, ends_at, places, taken, waiting, overbooked, status, status_reason, sequence, version
                FROM activity_session WHERE centre_id = :centre AND group_id IN (:groups) AND ends_at > :time ORDER BY starts_at, id""")
                .param("centre", CurrentCentre.require()).param("groups", groups).param("time", utc(notOverAt))
                .query((row, number) -> session(row)).list();
    }

    private static SessionRecord session(ResultSet row) throws SQLException {
        return new SessionRecord(row.getObject("id", UUID.class), row.getObject("group_id", UUID.class), instant(row, "starts_at"),
                instant(row, "ends_at"), row.getInt("places"), row.getInt("taken"), row.getInt("waiting"), row.getInt("overbooked"),
                SessionStatus.valueOf(row.getString("status")), row.getString("status_reason"), row.getInt("sequence"), row.getInt("version"));
    }

    private static void narrow(StringBuilder sql, CatalogueFilter filter, int year, Map<String, Object> facts) {
        if (filter.day() != null) {
            sql.append(" AND n.on_day = 1");
        }
        if (filter.people() != null) {
            ages(sql, filter.people().from(), filter.people().to(), year, "people", facts);
            if (filter.people() == CatalogueFilter.AgeGroup.FAMILIES) {
                sql.append(" AND a.with_adult");
            }
        }
        if (filter.age() != null) {
            ages(sql, filter.age(), filter.age(), year, "age", facts);
        }
        if (filter.onlyFree()) {
            sql.append("""
                     AND (NOT a.registration_needed OR n.has_room) AND a.status = 'PUBLISHED'
                    AND (a.opens_at IS NULL OR a.opens_at <= :now) AND (a.closes_at IS NULL OR a.closes_at > :now)""");
        }
        words(sql, filter.words(), facts);
    }

    /** Somebody between these ages could come: a birth year stands for the age that it gives this year. */
    private static void ages(StringBuilder sql, int from, int to, int year, String name, Map<String, Object> facts) {
        sql.append(" AND COALESCE(a.min_age, :year - a.birth_year_to, 0) <= :").append(name).append("To")
                .append(" AND COALESCE(a.max_age, :year - a.birth_year_from, 999) >= :").append(name).append("From");
        facts.put("year", year);
        facts.put(name + "From", from);
        facts.put(name + "To", to);
    }

    private static void words(StringBuilder sql, String words, Map<String, Object> facts) {
        int number = 0;
        for (String word : SearchKey.words(words)) {
            sql.append(" AND a.search_key LIKE :word").append(number);
            facts.put("word" + number++, "%" + word + "%");
        }
    }
}
