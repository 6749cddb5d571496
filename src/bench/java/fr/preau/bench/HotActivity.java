package fr.preau.bench;

import fr.preau.base.Ids;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** An activity that everybody wants at once. */
record HotActivity(UUID centre, UUID id, UUID group, String slug, int sessions, int places) {

    /** Opens one in this centre: a whole series of so many sessions, from next week on. */
    static HotActivity open(Database database, String centreSlug, int sessions, int places) throws SQLException {
        UUID activity = Ids.next();
        UUID group = Ids.next();
        String slug = "tous-la-veulent-" + activity.toString().substring(24);
        Instant now = Instant.now();
        try (Connection connection = database.connection()) {
            UUID centre = centre(connection, centreSlug);
            try (var rows = new Rows(connection, "activity", """
                    id, centre_id, title, slug, summary, description, category, with_adult, place, access_note, bring, price, registration_needed, \
                    status, published_at, changed_at, search_key, version""")) {
                rows.add(activity, centre, "Sortie à la mer", slug, "Un car, une journée.", "Une journée à la mer.", "OUTING", false, "Devant le centre", "", "",
                        "Gratuit", true, "PUBLISHED", now, now, "sortie a la mer", 0);
            }
            try (var rows = new Rows(connection, "activity_group", "id, centre_id, activity_id, name, booking, default_places, version")) {
                rows.add(group, centre, activity, "", "WHOLE_SERIES", places, 0);
            }
            try (var rows = new Rows(connection, "activity_session", """
                    id, centre_id, group_id, starts_at, ends_at, weekday, places, taken, waiting, overbooked, kept, status, sequence, version""")) {
                for (int week = 1; week <= sessions; week++) {
                    var starts = now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(7L * week)).plus(Duration.ofHours(8));
                    rows.add(Ids.next(), centre, group, starts, starts.plus(Duration.ofHours(8)), 3, places, 0, 0, 0, 0, "PLANNED", 0, 0);
                }
            }
            return new HotActivity(centre, activity, group, slug, sessions, places);
        }
    }

    private static UUID centre(Connection connection, String slug) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery("SELECT id FROM centre WHERE slug = '" + slug + "'")) {
            rows.next();
            return UUID.fromString(rows.getString(1));
        }
    }

    /** What the database says afterwards, rule by rule; each must be as it is named. */
    List<Figure> truth(Database database, int asked) throws SQLException {
        String of = " FROM registration WHERE group_id = '" + group + "'";
        int confirmed = Math.min(places, asked);
        List<Figure> truth = new ArrayList<>();
        truth.add(Figure.exactly(confirmed, "places given", database.number("SELECT count(*)" + of + " AND state = 'CONFIRMED'"), "places", "registrations CONFIRMED in the database"));
        truth.add(Figure.exactly(asked - confirmed, "waiting", database.number("SELECT count(*)" + of + " AND state = 'WAITING'"), "parties", "registrations WAITING in the database"));
        truth.add(Figure.exactly(asked - confirmed, "turns, all different", database.number("SELECT count(DISTINCT queued_at)" + of + " AND state = 'WAITING'"),
                "turns", "different instants of the list: no two have one rank"));
        truth.add(Figure.exactly(0, "sessions whose counter is wrong", database.number("""
                SELECT count(*) FROM activity_session s WHERE s.group_id = '%s' AND (
                  s.taken <> (SELECT count(*) FROM seat t WHERE t.session_id = s.id AND t.standing = 'TAKEN') OR
                  s.waiting <> (SELECT count(*) FROM seat t WHERE t.session_id = s.id AND t.standing = 'WAITING'))""".formatted(group)),
                "sessions", "counters against the seats"));
        return truth;
    }
}
