package fr.preau.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/** What must be so after a rush: three stories compared, the database's, what each family was told, and what the mail server got. */
final class RushTruth {

    private static final Pattern RANK_IN_LETTER = Pattern.compile("numéro\\h(\\d[\\d\\h]*)\\hsur la liste d’attente");

    private RushTruth() {
    }

    /**
     * What one family was told.
     *
     * @param rank  zero for a place
     * @param nanos from the moment when its click was due to the answer
     */
    record Heard(UUID household, int rank, long nanos) {
    }

    static List<Figure> of(Database database, CountingMail mail, HotActivity hot, int asked, List<Heard> told) throws SQLException {
        var ranks = new TreeSet<Integer>();
        told.stream().filter(one -> one.rank > 0).forEach(one -> ranks.add(one.rank));
        int waiting = asked - Math.min(hot.places(), asked);
        List<Figure> truth = new ArrayList<>(List.of(
                Figure.exactly(asked, "answers", told.size(), "families", "each family has read an answer"),
                Figure.exactly(Math.min(hot.places(), asked), "told that they have a place", told.stream().filter(one -> one.rank == 0).count(),
                        "families", "read from the screen"),
                Figure.exactly(waiting, "different ranks told", ranks.size(), "ranks", "read from the screen"),
                Figure.exactly(waiting, "highest rank told", ranks.isEmpty() ? 0 : ranks.last(), "", "no gap: as many as there are ranks"),
                Figure.exactly(0, "families told otherwise than written", otherwise(database, hot, told), "families",
                        "place or rank on the screen against the database"),
                Figure.exactly(0, "letters that say otherwise", lettersThatSayOtherwise(database, hot), "letters",
                        "place or rank in the letter against the database")));
        truth.addAll(hot.truth(database, asked));
        truth.addAll(mail.against(database, "'" + hot.group() + "'").figures(0));
        return truth;
    }

    private static long otherwise(Database database, HotActivity hot, List<Heard> told) throws SQLException {
        var written = new HashMap<UUID, Integer>();
        try (var connection = database.connection(); var statement = connection.createStatement(); var rows = statement.executeQuery("""
                SELECT household_id, IF(state = 'CONFIRMED', 0, row_number() OVER (PARTITION BY state ORDER BY priority, queued_at))
                FROM registration WHERE group_id = '%s'""".formatted(hot.group()))) {
            while (rows.next()) {
                written.put(UUID.fromString(rows.getString(1)), rows.getInt(2));
            }
        }
        return told.stream().filter(one -> !Integer.valueOf(one.rank).equals(written.get(one.household))).count();
    }

    /** The letter to each family against its registration: the place, or the rank in the list. */
    private static long lettersThatSayOtherwise(Database database, HotActivity hot) throws SQLException {
        long otherwise = 0;
        try (var connection = database.connection(); var statement = connection.createStatement(); var rows = statement.executeQuery("""
                SELECT l.kind, l.body, IF(r.state = 'CONFIRMED', 0, row_number() OVER (PARTITION BY r.state ORDER BY r.priority, r.queued_at))
                FROM registration r JOIN outbox_letter l ON l.centre_id = r.centre_id AND l.subject_id = r.request_id
                WHERE r.group_id = '%s'""".formatted(hot.group()))) {
            while (rows.next()) {
                var rank = RANK_IN_LETTER.matcher(String.valueOf(rows.getString(2)));
                int said = rows.getString(1).endsWith(".registration-confirmed") ? 0
                        : rank.find() ? Integer.parseInt(rank.group(1).replaceAll("\\D", "")) : -1;
                otherwise += said == rows.getInt(3) ? 0 : 1;
            }
        }
        return otherwise;
    }
}
