package fr.preau.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What families were told, against what is written: the question after every fault. */
final class Told {

    /** One answer that was read on a screen; rank zero is a place. */
    private record Answer(UUID household, UUID group, int rank) {
    }

    private final List<Answer> answers = new ArrayList<>();
    private final List<HotActivity> activities = new ArrayList<>();
    private final Set<String> families = new HashSet<>();

    void about(HotActivity hot) {
        activities.add(hot);
    }

    /** Who wants to come, and presses until it is done. */
    synchronized void wants(List<Seed.Resident> crowd, HotActivity hot) {
        crowd.forEach(family -> families.add(key(family.household(), hot.group())));
    }

    int activities() {
        return activities.size();
    }

    synchronized void add(Seed.Resident family, HotActivity hot, int rank) {
        answers.add(new Answer(family.household(), hot.group(), rank));
    }

    synchronized int count() {
        return answers.size();
    }

    /** The figures that must hold, whatever has happened. */
    List<Figure> against(Database database) throws SQLException {
        Map<String, List<String>> written = new HashMap<>();
        try (var connection = database.connection(); var statement = connection.createStatement();
             var rows = statement.executeQuery("SELECT household_id, group_id, state FROM registration WHERE group_id IN (" + groups() + ")")) {
            while (rows.next()) {
                written.computeIfAbsent(rows.getString(1) + rows.getString(2), key -> new ArrayList<>()).add(rows.getString(3));
            }
        }
        long lost = answers.stream().filter(answer -> !written.containsKey(key(answer))).count();
        long twice = written.values().stream().filter(states -> states.size() > 1).count();
        long worse = answers.stream().filter(answer -> answer.rank == 0 && !written.getOrDefault(key(answer), List.of()).contains("CONFIRMED")).count();
        List<String> ranks = answers.stream().filter(answer -> answer.rank > 0).map(answer -> answer.group + " " + answer.rank).toList();
        List<Figure> figures = new ArrayList<>();
        if (!families.isEmpty()) {
            figures.add(Figure.exactly(families.size(), "registered in the end", families.stream().filter(written::containsKey).count(), "families",
                    "each family of each rush, whether it heard an answer or was cut off"));
        }
        figures.addAll(List.of(
                Figure.info("confirmations that somebody read", answers.size(), "families", activities.size() + " activities"),
                Figure.exactly(0, "read and not written", lost, "families", "answers on screens against registrations"),
                Figure.exactly(0, "written twice", twice, "families", "registrations of one household in one group"),
                Figure.exactly(0, "told a place and not confirmed", worse, "families", "answers on screens against registrations"),
                Figure.exactly(0, "ranks told to two families", ranks.size() - new HashSet<>(ranks).size(), "ranks", "answers on screens, activity by activity"),
                Figure.exactly(0, "half a request", half(database), "requests",
                        "requests without registration or without letter, registrations without seat or without step"),
                Figure.exactly(0, "sessions whose counter is wrong", wrong(database), "sessions", "counters against the seats")));
        return figures;
    }

    /** How many of these families have anything written for this activity. */
    long traces(Database database, List<Seed.Resident> crowd, HotActivity hot) throws SQLException {
        long traces = 0;
        for (var family : crowd) {
            traces += database.number("SELECT (SELECT count(*) FROM registration_request WHERE group_id = '%1$s' AND household_id = '%2$s') + "
                    .formatted(hot.group(), family.household())
                    + "(SELECT count(*) FROM registration WHERE group_id = '%1$s' AND household_id = '%2$s')".formatted(hot.group(), family.household()));
        }
        return traces;
    }

    private static String key(Answer answer) {
        return key(answer.household, answer.group);
    }

    private static String key(UUID household, UUID group) {
        return household.toString() + group;
    }

    String groups() {
        return activities.stream().map(hot -> "'" + hot.group() + "'").reduce((a, b) -> a + ", " + b).orElse("''");
    }

    private long half(Database database) throws SQLException {
        return database.number("SELECT count(*) FROM registration_request q WHERE q.group_id IN (" + groups()
                + ") AND NOT EXISTS (SELECT 1 FROM registration r WHERE r.request_id = q.id)")
                + database.number("SELECT count(*) FROM registration r WHERE r.group_id IN (" + groups()
                + ") AND (NOT EXISTS (SELECT 1 FROM seat s WHERE s.registration_id = r.id)"
                + " OR NOT EXISTS (SELECT 1 FROM registration_step t WHERE t.registration_id = r.id))")
                + database.number("SELECT count(*) FROM registration_request q WHERE q.group_id IN (" + groups()
                + ") AND NOT EXISTS (SELECT 1 FROM outbox_letter l WHERE l.centre_id = q.centre_id AND l.subject_id = q.id)");
    }

    private long wrong(Database database) throws SQLException {
        return database.number("""
                SELECT count(*) FROM activity_session s WHERE s.group_id IN (%s) AND (
                  s.taken <> (SELECT count(*) FROM seat t WHERE t.session_id = s.id AND t.standing = 'TAKEN') OR
                  s.waiting <> (SELECT count(*) FROM seat t WHERE t.session_id = s.id AND t.standing = 'WAITING') OR
                  s.taken > s.places)""".formatted(groups()));
    }
}
