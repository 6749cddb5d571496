package fr.preau.testing;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes a full house of a small one, in the database: each row of a centre's tables so many times, with ids of its own that still lead from
 * one copy to the other. What is not copied along is shared by all copies.
 */
public final class Copies {

    private static final Set<String> UNIQUE_WORDS = Set.of("idempotency_key", "code", "letter_key", "slug");

    /** A hash as an id of version 7; of nothing, nothing. */
    private static final String ID = "CAST(CONCAT(LEFT(?, 12), '7', SUBSTR(?, 14, 3), '8', SUBSTR(?, 18)) AS uuid)";

    private final JdbcClient database;
    private final Object centre;

    public Copies(JdbcClient database, Object centre) {
        this.database = database;
        this.centre = centre;
    }

    /** Copies these tables, parents first; the ids are the columns that name a row of one of them. */
    public void make(int times, List<String> tables, Set<String> ids) {
        for (String table : tables) {
            var columns = database.sql("""
                    SELECT column_name FROM information_schema.columns
                    WHERE table_schema = DATABASE() AND table_name = :table AND extra NOT LIKE '%GENERATED%' ORDER BY ordinal_position""")
                    .param("table", table).query(String.class).list();
            var values = columns.stream().map(column -> ids.contains(column) ? ID.replace("?", "MD5(CONCAT(t." + column + ", n.seq))")
                    : UNIQUE_WORDS.contains(column) ? "LEFT(MD5(CONCAT(t.%s, n.seq)), 16)".formatted(column) : "t." + column);
            database.sql("INSERT INTO %s (%s) SELECT %s FROM %s t JOIN seq_1_to_%d n WHERE t.centre_id = :centre"
                    .formatted(table, String.join(", ", columns), values.collect(Collectors.joining(", ")), table, times)).param("centre", centre).update();
        }
    }
}
