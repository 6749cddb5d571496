package fr.preau;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The journal is only added to and read: nothing of ours changes or deletes a line of it, in SQL or in Hibernate's words. */
class AppendOnlyTest {

    private static final Pattern CHANGES = Pattern.compile(
            "\\b(UPDATE|DELETE(\\s+FROM)?|REPLACE(\\s+INTO)?|TRUNCATE(\\s+TABLE)?)\\s+(audit_line|AuditLine)\\b", Pattern.CASE_INSENSITIVE);

    @Test
    void noStatementChangesOrDeletesALineOfTheJournal() throws IOException {
        for (String folder : new String[] {"src/main/java", "src/main/resources/db/changelog"}) {
            try (var files = Files.walk(Path.of(folder))) {
                assertThat(files.filter(Files::isRegularFile).filter(file -> CHANGES.matcher(read(file)).find())).as(folder).isEmpty();
            }
        }
    }

    @Test
    void itsRepositoryAddsAndReads() {
        assertThat(HouseRulesTest.CODE.get("fr.preau.accounts.AuditLines").getMethods()).isNotEmpty().extracting(JavaMethod::getName)
                .allMatch(name -> Stream.of("save", "find", "count").anyMatch(name::startsWith));
    }

    @Test
    void aStatementThatDoesIsSeenAndOneThatReadsIsNot() {
        assertThat(Stream.of("DELETE FROM audit_line WHERE at < :since", "update AuditLine a set a.reason = null", "TRUNCATE audit_line",
                "SELECT reason FROM audit_line WHERE id = :id", "INSERT INTO audit_line (id) VALUES (:id)", "UPDATE account SET disabled = 1")
                .filter(CHANGES.asPredicate())).hasSize(3);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
