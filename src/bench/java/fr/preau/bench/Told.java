package fr.preau.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What families were told, against what is written: the question after every fault. */
final class Told {

    /** One answer that was read on a screen; rank zero is a place. */
    private record Answer(UUID household, UUID group, int rank) {
    }

    private final List<Answer> answers = new ArrayList<>();
    private final List<HotActivity> activities = new ArrayList<>();

    void about(HotActivity hot) {
        activities.add(hot);
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
        return List.of(
                Figure.info("confirmations that somebody read", answers.size(), "families", activities.size() + " activities"),
                Figure.exactly(0, "read and not written", lost, "families", "answers on screens against registrations"),
                Figure.exactly(0, "written twice", twice, "families", "registrations of one household in one group"),
                Figure.exactly(0, "told a place and not confirmed", worse, "families", "answers on screens against registrations"),
                Figure.exactly(0, "half a request", half(database), "requests", "requests without registration, or registrations without seat"),
                Figure.exactly(0, "sessions whose counter is wrong", wrong(database), "sessions", "counters against the seats"));
    }

    private static String key(Answer answer) {
        return answer.household.toString() + answer.group;
    }

    String groups() {
        return activities.stream().map(hot -> "'" + hot.group() + "'").reduce((a, b) -> a + ", " + b).orElse("''");
    }

    private long half(Database database) throws SQLException {
        return database.number("SELECT count(*) FROM registration_request q WHERE q.group_id IN (" + groups()
                + ") AND NOT EXISTS (SELECT 1 FROM registration r WHERE r.request_id = q.id)")
                + database.number("SELECT count(*) FROM registration r WHERE r.group_id IN (" + groups()
                + ") AND NOT EXISTS (SELECT 1 FROM seat s WHERE s.registration_id = r.id)");
    }

    private long wrong(Database database) throws SQLException {
        return database.number("""
                SELECT count(*) FROM activity_session s WHERE s.group_id IN (%s) AND (
                  s.taken <> (SELECT count(*) FROM seat t WHERE t.session_id = s.id AND t.standing = 'TAKEN') OR
                  s.waiting <> (SELECT count(*) FROM seat t WHERE t.session_id = s.id AND t.standing = 'WAITING') OR
                  s.taken > s.places)""".formatted(groups()));
    }
}
