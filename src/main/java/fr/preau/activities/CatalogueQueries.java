package fr.preau.activities;

import fr.preau.base.SearchKey;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The questions that lists ask: answered page by page, each with the same few statements for ten activities and for a thousand. */
@Component
class CatalogueQueries {

    private static final Set<ActivityStatus> SHOWN = Set.of(ActivityStatus.PUBLISHED, ActivityStatus.SUSPENDED);

    /** The sessions of an activity that one can still go to. */
    private static final String TO_COME = " " + """
            from ActivitySession s join ActivityGroup g on g.id = s.groupId
            where g.activityId = a.id and s.status = SessionStatus.PLANNED and s.startsAt > :now""";

    private static final String FREE_IN_SESSION = "s.taken < s.places and s.waiting = 0";

    private final EntityManager entities;

    CatalogueQueries(EntityManager entities) {
        this.entities = entities;
    }

    /** What the public sees, soonest first. */
    List<UUID> shown(CatalogueFilter filter, Instant now, ZoneId zone, int offset, int limit) {
        var facts = new HashMap<String, Object>();
        String where = where(filter, now, zone, facts);
        return ask("select a.id as id, (select min(s.startsAt)" + TO_COME + ") as next from Activity a" + where
                + " order by next, a.about.title, a.id", Tuple.class, facts)
                .setFirstResult(offset).setMaxResults(limit).getResultList().stream().map(row -> row.get("id", UUID.class)).toList();
    }

    long countShown(CatalogueFilter filter, Instant now, ZoneId zone) {
        var facts = new HashMap<String, Object>();
        String where = where(filter, now, zone, facts);
        return ask("select count(a) from Activity a" + where, Long.class, facts).getSingleResult();
    }

    /** What the staff sees: what was changed last comes first. */
    List<UUID> all(@Nullable ActivityStatus status, String words, int offset, int limit) {
        var facts = new HashMap<String, Object>();
        String where = staffWhere(status, words, facts);
        return ask("select a.id from Activity a" + where + " order by a.changedAt desc, a.id", UUID.class, facts)
                .setFirstResult(offset).setMaxResults(limit).getResultList();
    }

    long countAll(@Nullable ActivityStatus status, String words) {
        var facts = new HashMap<String, Object>();
        String where = staffWhere(status, words, facts);
        return ask("select count(a) from Activity a" + where, Long.class, facts).getSingleResult();
    }

    /** For each of these groups that has sessions to come: the room in them. */
    Map<UUID, Availability.Room> room(Collection<ActivityGroup> groups, Map<UUID, SessionRecord> next, Instant now) {
        if (groups.isEmpty()) {
            return Map.of();
        }
        var rows = entities.createQuery("""
                select s.groupId as id, count(s) as sessions, max(s.waiting) as waiting,
                  min(case when s.waiting > 0 or s.taken >= s.places then 0 else s.places - s.taken end) as least,
                  max(case when s.waiting > 0 or s.taken >= s.places then 0 else s.places - s.taken end) as most
                from ActivitySession s where s.groupId in :groups and s.status = SessionStatus.PLANNED and s.startsAt > :now
                group by s.groupId""", Tuple.class)
                .setParameter("groups", groups.stream().map(ActivityGroup::id).toList()).setParameter("now", now)
                .getResultList().stream().collect(Collectors.toMap(row -> row.get("id", UUID.class), row -> row));
        var room = new HashMap<UUID, Availability.Room>();
        for (var group : groups) {
            var row = rows.get(group.id());
            var first = next.get(group.id());
            if (row != null && first != null) {
                int waiting = group.booking() == Booking.BY_SESSION ? first.waiting() : number(row, "waiting");
                room.put(group.id(), new Availability.Room(group.booking(), number(row, "sessions"), number(row, "least"), number(row, "most"),
                        waiting, first.free()));
            }
        }
        return room;
    }

    /** For each of these groups: its next session, where there is one. */
    Map<UUID, SessionRecord> next(Collection<ActivityGroup> groups, Instant now) {
        if (groups.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery("""
                select s from ActivitySession s where s.groupId in :groups and s.status = SessionStatus.PLANNED and s.startsAt =
                  (select min(x.startsAt) from ActivitySession x
                   where x.groupId = s.groupId and x.status = SessionStatus.PLANNED and x.startsAt > :now)""", ActivitySession.class)
                .setParameter("groups", groups.stream().map(ActivityGroup::id).toList()).setParameter("now", now)
                .getResultStream().map(ActivitySession::toRecord)
                .collect(Collectors.toMap(SessionRecord::groupId, session -> session, (one, other) -> one));
    }

    /** For each of these groups: when its sessions to come are, by time. */
    Map<UUID, List<RhythmReader.Times>> times(Collection<UUID> groups, Instant now) {
        if (groups.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery("""
                select s.groupId as id, s.startsAt as starts, s.endsAt as ends from ActivitySession s
                where s.groupId in :groups and s.status = SessionStatus.PLANNED and s.startsAt > :now order by s.startsAt""", Tuple.class)
                .setParameter("groups", groups).setParameter("now", now).getResultStream()
                .collect(Collectors.groupingBy(row -> row.get("id", UUID.class), Collectors.mapping(
                        row -> new RhythmReader.Times(row.get("starts", Instant.class), row.get("ends", Instant.class)), Collectors.toList())));
    }

    private static String where(CatalogueFilter filter, Instant now, ZoneId zone, Map<String, Object> facts) {
        facts.put("now", now);
        facts.put("shown", SHOWN);
        var where = new StringBuilder(" where a.status in :shown and exists (select 1").append(TO_COME);
        if (filter.day() != null) {
            where.append(" and s.weekday = :day");
            facts.put("day", filter.day().getValue());
        }
        where.append(")");
        int year = now.atZone(zone).getYear();
        if (filter.people() != null) {
            ages(where, filter.people().from(), filter.people().to(), year, "people", facts);
            if (filter.people() == CatalogueFilter.AgeGroup.FAMILIES) {
                where.append(" and a.audience.withAdult = true");
            }
        }
        if (filter.age() != null) {
            ages(where, filter.age(), filter.age(), year, "age", facts);
        }
        if (filter.onlyFree()) {
            where.append(" and (a.registrationNeeded = false or exists (select 1").append(TO_COME)
                    .append(" and g.booking = Booking.BY_SESSION and ").append(FREE_IN_SESSION)
                    .append(") or exists (select 1 from ActivityGroup w where w.activityId = a.id and w.booking = Booking.WHOLE_SERIES")
                    .append(" and exists (select 1 from ActivitySession s where s.groupId = w.id and s.status = SessionStatus.PLANNED and s.startsAt > :now)")
                    .append(" and not exists (select 1 from ActivitySession s where s.groupId = w.id and s.status = SessionStatus.PLANNED")
                    .append(" and s.startsAt > :now and not (").append(FREE_IN_SESSION).append("))))")
                    .append(" and a.status = ActivityStatus.PUBLISHED and (a.opensAt is null or a.opensAt <= :now)")
                    .append(" and (a.closesAt is null or a.closesAt > :now)");
        }
        words(where, filter.words(), facts);
        return where.toString();
    }

    /** Somebody between these ages could come: a birth year stands for the age that it gives this year. */
    private static void ages(StringBuilder where, int from, int to, int year, String name, Map<String, Object> facts) {
        where.append(" and coalesce(a.audience.minAge, :year - a.audience.birthYearTo, 0) <= :").append(name).append("To")
                .append(" and coalesce(a.audience.maxAge, :year - a.audience.birthYearFrom, 999) >= :").append(name).append("From");
        facts.put("year", year);
        facts.put(name + "From", from);
        facts.put(name + "To", to);
    }

    private static String staffWhere(@Nullable ActivityStatus status, String words, Map<String, Object> facts) {
        var where = new StringBuilder(" where 1 = 1");
        if (status != null) {
            where.append(" and a.status = :status");
            facts.put("status", status);
        }
        words(where, words, facts);
        return where.toString();
    }

    private static void words(StringBuilder where, String words, Map<String, Object> facts) {
        int number = 0;
        for (String word : SearchKey.words(words)) {
            where.append(" and a.searchKey like :word").append(number);
            facts.put("word" + number++, "%" + word + "%");
        }
    }

    private <T> TypedQuery<T> ask(String question, Class<T> type, Map<String, Object> facts) {
        var query = entities.createQuery(question, type);
        facts.forEach(query::setParameter);
        return query;
    }

    private static int number(Tuple row, String name) {
        return row.get(name, Number.class).intValue();
    }
}
