package fr.preau.bench;

import fr.preau.base.Ids;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A centre with ten rows of everything, and one with ten thousand and more. The large one is the first of the seeded base, with more families
 * and more activities; the small one has ten rows of the large one's as its own, so that both have rows of the same kinds. The same people
 * live and work in both.
 */
final class TwoHouses {

    static final String LARGE = Seed.CENTRES.getFirst();
    static final String SMALL = "petit-centre";
    private static final int FEW = 10;
    private static final int MANY = 10_000;
    /** A hash as an id of version 7, that leads from one copied row to the other; of nothing, nothing. */
    private static final String ID = "CAST(CONCAT(LEFT(?, 12), '7', SUBSTR(?, 14, 3), '8', SUBSTR(?, 18)) AS uuid)";
    /** Columns that name a copied row. Accounts are of no centre. */
    private static final Set<String> IDS = Set.of("id", "household_id", "person_id", "child_id", "guardian_id", "request_id", "registration_id",
            "party_id",
            "activity_id", "group_id", "session_id", "subject_id");

    private final Connection connection;
    private final String large;
    private final String small;

    private TwoHouses(Connection connection, String large, String small) {
        this.connection = connection;
        this.large = large;
        this.small = small;
    }

    /** Makes both; the application is not running yet, and learns of the new centre when it starts. */
    static void build(Database database) throws SQLException {
        try (var connection = database.connection()) {
            String large = one(connection, "SELECT id FROM centre WHERE slug = '" + LARGE + "'");
            try (Statement statement = connection.createStatement()) {
                statement.execute("""
                        INSERT INTO centre (id, federation_id, slug, name, short_name, code, street, postcode, city, phone, email, opening_hours,
                          holiday_zone, time_zone, version)
                        SELECT '%s', federation_id, '%s', 'Petit centre', 'Petit', 'PET', street, postcode, city, phone, email, opening_hours,
                          holiday_zone, time_zone, 0
                        FROM centre WHERE id = '%s'""".formatted(Ids.next(), SMALL, large));
            }
            var houses = new TwoHouses(connection, large, one(connection, "SELECT id FROM centre WHERE slug = '" + SMALL + "'"));
            houses.fillTheSmall();
            houses.fillTheLarge();
        }
    }

    /** People who live in both, from different families. */
    static List<Seed.Resident> residents(Database database) throws SQLException {
        return Seed.residents(database, SMALL, FEW);
    }

    /** How many rows there are of what the screens show. */
    static String rows(Database database, String centre) throws SQLException {
        List<String> all = new ArrayList<>();
        for (String table : List.of("household", "registration", "activity", "outbox_letter")) {
            long count = database.number("SELECT count(*) FROM %s t JOIN centre c ON c.id = t.centre_id WHERE c.slug = '%s'".formatted(table, centre));
            all.add(Report.number(count) + " " + table);
        }
        return String.join(", ", all);
    }

    private void fillTheSmall() throws SQLException {
        String activities = list("SELECT id FROM activity WHERE centre_id = '" + large + "' AND slug REGEXP '^activite-[0-9]$'");
        String groups = list("SELECT id FROM activity_group WHERE activity_id IN (" + activities + ")");
        String registrations = someOfEachState(list("""
                SELECT g.id FROM activity_group g JOIN activity a ON a.id = g.activity_id WHERE a.centre_id = '%s' AND a.slug = 'activite-0'""".formatted(large)));
        String requests = list("SELECT request_id FROM registration WHERE id IN (" + registrations + ")");
        String households = list("SELECT DISTINCT household_id FROM registration WHERE id IN (" + registrations + ")");
        take("household", "id", households);
        take("person", "household_id", households);
        take("household_account", "household_id", households);
        take("contact_point", "household_id", households);
        take("guardianship", "child_id", list("SELECT id FROM person WHERE household_id IN (" + households + ")"));
        take("activity", "id", activities);
        take("activity_group", "id", groups);
        take("activity_session", "group_id", groups);
        take("waiting_line", "group_id", groups);
        take("registration_request", "id", requests);
        take("registration", "id", registrations);
        take("seat", "registration_id", registrations);
        take("registration_step", "registration_id", registrations);
        take("outbox_letter", "subject_id", requests);
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO role_grant (id, account_id, centre_id, role)
                    SELECT UUID(), account_id, '%s', role FROM role_grant WHERE centre_id = '%s'""".formatted(small, large));
        }
    }

    /** Confirmed, waiting, cancelled: ten in all. */
    private String someOfEachState(String group) throws SQLException {
        return list(Stream.of("CONFIRMED' ORDER BY id LIMIT 6", "WAITING' ORDER BY id LIMIT 2", "CANCELLED_BY_FAMILY' ORDER BY id LIMIT 2")
                .map(state -> "(SELECT id FROM registration WHERE group_id IN (" + group + ") AND state = '" + state + ")")
                .collect(Collectors.joining(" UNION ALL ")));
    }

    private void fillTheLarge() throws SQLException {
        int families = times("household");
        multiply("household", families, Set.of("id"));
        multiply("person", families, Set.of("id", "household_id"));
        multiply("contact_point", families, Set.of("id", "household_id", "person_id"));
        int activities = times("activity");
        multiply("activity", activities, Set.of("id"));
        multiply("activity_group", activities, Set.of("id", "activity_id"));
        multiply("activity_session", activities, Set.of("id", "group_id"));
    }

    /** How many copies of each row make ten thousand. */
    private int times(String table) throws SQLException {
        int there = Integer.parseInt(one(connection, "SELECT count(*) FROM " + table + " WHERE centre_id = '" + large + "'"));
        return Math.max(0, Math.ceilDiv(MANY, there) - 1);
    }

    /** These rows of the large centre are also rows of the small one. */
    private void take(String table, String column, String values) throws SQLException {
        copy(table, IDS, Set.of(), "'" + small + "'",
                "JOIN (SELECT 'small' AS seq) n WHERE t.centre_id = '" + large + "' AND t." + column + " IN (" + values + ")");
    }

    private void multiply(String table, int times, Set<String> ids) throws SQLException {
        if (times > 0) {
            // what is over need not be there again and again
            String current = table.equals("activity_session") ? " AND t.ends_at > UTC_TIMESTAMP()" : "";
            copy(table, ids, Set.of("slug"), "t.centre_id", "JOIN seq_1_to_" + times + " n WHERE t.centre_id = '" + large + "'" + current);
        }
    }

    private void copy(String table, Set<String> ids, Set<String> words, String centre, String from) throws SQLException {
        List<String> columns = values("""
                SELECT column_name FROM information_schema.columns
                WHERE table_schema = DATABASE() AND table_name = '%s' AND extra NOT LIKE '%%GENERATED%%'
                ORDER BY ordinal_position""".formatted(table));
        String values = columns.stream().map(column -> column.equals("centre_id") ? centre
                : ids.contains(column) ? ID.replace("?", "MD5(CONCAT(t." + column + ", '/', n.seq))")
                : words.contains(column) ? "LEFT(MD5(CONCAT(t." + column + ", '/', n.seq)), 16)" : "t." + column).collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO %s (%s) SELECT %s FROM %s t %s".formatted(table, String.join(", ", columns), values, table, from));
        }
    }

    private String list(String sql) throws SQLException {
        return values(sql).stream().map(value -> "'" + value + "'").collect(Collectors.joining(", "));
    }

    private List<String> values(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
