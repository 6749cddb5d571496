package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.testing.PreauTest;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A link from one centre's row to another centre's cannot be stored. Every column with an id, in every table that belongs to a
 * centre, is asked for its key; a new one is thought about here.
 */
@PreauTest
class PrivateTablesTest {

    private static final String ACCOUNT = "accounts belong to the federation";
    private static final String ANY_TABLE = "a letter may be about a row of several tables, the kind says of which";

    /** Columns with ids that no key within the centre holds, and why. */
    private static final Map<String, String> WITHOUT_KEY = Map.ofEntries(
            Map.entry("activity_draft.account_id", ACCOUNT),
            Map.entry("attendance.marked_by", ACCOUNT),
            Map.entry("attendance_change.changed_by", ACCOUNT),
            Map.entry("call_task.done_by", ACCOUNT),
            Map.entry("household_account.account_id", ACCOUNT),
            Map.entry("registration_draft.account_id", ACCOUNT),
            Map.entry("registration_request.author_id", ACCOUNT),
            Map.entry("registration_step.account_id", ACCOUNT),
            Map.entry("registration.party_id", "a name for those who wait and come together; it has no row"),
            Map.entry("registration.calendar_id", "a name for entries in families’ calendars, which nothing is looked up by"),
            Map.entry("place_offer.party_id", "the same name, written down where the offer is made"),
            Map.entry("activity_session.last_gesture", "a name for what one gesture moved or cancelled together; it has no row"),
            Map.entry("call_task.gesture", "the same name, for what to say of it on the phone"),
            Map.entry("session_move.gesture", "the same name, kept with the hours from which a session was moved in it"),
            Map.entry("letter_token.subject_id", ANY_TABLE),
            Map.entry("outbox_letter.subject_id", ANY_TABLE));

    /** A table without a centre in some of its rows is the federation's. */
    private static final String IDS_IN_PRIVATE_TABLES = """
            SELECT CONCAT(c.table_name, '.', c.column_name) FROM information_schema.columns c
            JOIN information_schema.columns p ON p.table_schema = c.table_schema AND p.table_name = c.table_name
              AND p.column_name = 'centre_id' AND p.is_nullable = 'NO'
            WHERE c.table_schema = DATABASE() AND c.data_type = 'uuid' AND c.column_name NOT IN ('id', 'centre_id')""";

    private static final String HELD_WITHIN_THE_CENTRE = """
            SELECT CONCAT(k.table_name, '.', k.column_name) FROM information_schema.key_column_usage k
            JOIN information_schema.key_column_usage c ON c.table_schema = k.table_schema AND c.table_name = k.table_name
              AND c.constraint_name = k.constraint_name AND c.column_name = 'centre_id' AND c.referenced_column_name = 'centre_id'
            WHERE k.table_schema = DATABASE() AND k.referenced_table_name IS NOT NULL AND k.column_name <> 'centre_id'""";

    @Autowired
    private JdbcClient database;

    @Test
    void everyIdInAPrivateTableIsHeldByAKeyWithinTheCentreOrStandsOnTheListOfThoseThatCannot() {
        var free = new TreeSet<>(names(IDS_IN_PRIVATE_TABLES));
        free.removeAll(names(HELD_WITHIN_THE_CENTRE));
        assertThat(free).isEqualTo(new TreeSet<>(WITHOUT_KEY.keySet()));
    }

    /** Were nothing found, the other test would be content. */
    @Test
    void theKeysAreSeen() {
        assertThat(names(HELD_WITHIN_THE_CENTRE)).contains("registration.household_id", "place_offer.household_id", "place_offer.session_id",
                "call_task.household_id", "person.household_id", "seat.registration_id");
    }

    private Set<String> names(String sql) {
        return database.sql(sql).query(String.class).list().stream().collect(Collectors.toSet());
    }
}
