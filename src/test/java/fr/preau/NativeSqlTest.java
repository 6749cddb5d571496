package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.SqlTexts.SqlText;
import fr.preau.testing.PreauTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * SQL goes past Hibernate's tenant, so it names the centre itself: each table of a centre's in it is tied to the centre that is asked
 * for, or to a row of another table that is. What goes across the centres on purpose stands here, with its reason.
 */
@PreauTest
class NativeSqlTest {

    private static final Path CODE = Path.of("src/main/java/fr/preau");
    private static final String FIGURES = "the federation’s figures: numbers by centre, nobody’s row";
    private static final String TIME_ONLY = "the mail’s own rounds: letters of all centres by their age, of which nothing is told";

    /** How the statement begins, after its class; and why it may go across centres. */
    private static final Map<String, String> ACROSS_CENTRES = Map.of(
            "ActivityFigures SELECT a.centre_id, count(DISTINCT a.id)", FIGURES,
            "HouseholdFigures SELECT centre_id, count(*) FROM household", FIGURES,
            "RegistrationFigures SELECT centre_id, count(DISTINCT IF(", FIGURES,
            "OutboxHealth SELECT sum(waits) AS waiting", "the technician’s health of the machine: three numbers of all centres",
            "OutboxLetters SELECT DISTINCT centre_id FROM outbox_letter", TIME_ONLY,
            "LetterErasure DELETE FROM outbox_letter WHERE due_at IS NULL AND created_at", TIME_ONLY,
            "FamiliesOfAccounts SELECT l.centre_id FROM household_account", "where an account has families: centres’ ids, told to that account",
            "SearchNamesAnew SELECT id, first_name, last_name, search_name FROM person", "Liquibase writes each name’s key anew, once",
            "SearchNamesAnew UPDATE person SET search_name", "the same");

    private static final Pattern TIE = Pattern.compile("centre_id\\s*=|USING \\(centre_id|INSERT INTO \\w+ \\([^)]*\\bcentre_id\\b");
    private static final Pattern WHOLE = Pattern.compile("\\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\\b");

    @Autowired
    private JdbcClient database;

    @Test
    void everyStatementNamesTheCentreOrStandsOnTheListOfThoseThatMayNot() throws IOException {
        try (var files = Files.walk(CODE)) {
            var free = free(SqlTexts.in(files.filter(file -> file.toString().endsWith(".java")).sorted().toList()));
            assertThat(free.stream().filter(text -> ACROSS_CENTRES.keySet().stream().noneMatch(text::startsWith))).as("no centre").isEmpty();
            assertThat(ACROSS_CENTRES.keySet().stream().filter(listed -> free.stream().noneMatch(text -> text.startsWith(listed))))
                    .as("no longer there").isEmpty();
        }
    }

    @Test
    void aStatementThatForgetsTheCentreIsFoundHoweverItIsPutTogether(@TempDir Path folder) throws IOException {
        var query = Files.writeString(folder.resolve("Query.java"), """
                class Query {
                    static final String SEATS = " JOIN seat s ON s.registration_id = r.id";
                    void run() {
                        database.sql("SELECT * FROM person WHERE id = :id");
                        database.sql("SELECT r.id FROM registration r" + SEATS + " WHERE r.centre_id = :centre");
                        database.sql("SELECT r.id FROM registration r JOIN seat s ON s.centre_id = r.centre_id WHERE r.id = :id");
                        database.sql(new StringBuilder("DELETE FROM call_task").append(" WHERE id = :id").toString());
                        database.sql("SELECT r.id FROM registration r JOIN seat s ON s.centre_id = r.centre_id %s"
                                .formatted("WHERE r.centre_id = :centre"));
                        database.sql("SELECT id FROM account WHERE email = :mail");
                        database.sql("INSERT INTO waiting_line (id, centre_id) VALUES (:id, :centre)");
                    }
                }
                """);

        assertThat(free(SqlTexts.in(List.of(query)))).containsExactlyInAnyOrder("Query SELECT * FROM person WHERE id = :id",
                "Query SELECT r.id FROM registration r JOIN seat s ON s.registration_id = r.id WHERE r.centre_id = :centre",
                "Query SELECT r.id FROM registration r JOIN seat s ON s.centre_id = r.centre_id WHERE r.id = :id",
                "Query DELETE FROM call_task WHERE id = :id");
    }

    /** Statements with a table of a centre's that nothing ties to the centre. */
    private Set<String> free(List<SqlText> texts) {
        var ours = privateTables();
        return texts.stream().filter(one -> {
            long named = SqlTexts.TABLE.matcher(one.text()).results().filter(table -> ours.contains(table.group(1))).count();
            return named > 0 && (TIE.matcher(one.text()).results().count() < named
                    || WHOLE.matcher(one.text()).lookingAt() && !one.text().contains(":centre"));
        }).map(one -> one.type() + " " + one.text().strip().replaceAll("\\s+", " ")).collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> privateTables() {
        var tables = database.sql("""
                SELECT table_name FROM information_schema.columns
                WHERE table_schema = DATABASE() AND column_name = 'centre_id' AND is_nullable = 'NO'""").query(String.class).set();
        assertThat(tables).contains("person", "registration", "seat", "outbox_letter");
        return tables;
    }
}
