package fr.preau.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.CurrentCentre;
import fr.preau.testing.Copies;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the database reads to find what was said of a few requests, in a centre that has said much. */
class LettersOfASubjectTest extends MessagingTest {

    private static final int OTHERS = 2_000;

    @Autowired
    private LetterFates fates;
    @Autowired
    private LetterErasure erasure;

    @Test
    void theLettersOnASubjectAreFoundWithoutReadingThoseOnOthers() {
        var ours = aFullOutbox();

        long read = rowsReadBy(() -> assertThat(fates.of(List.of(ours))).hasSize(1));

        assertThat(read).isLessThan(OTHERS / 10);
    }

    @Test
    void theyAreErasedWithoutReadingThoseOnOthers() {
        var ours = aFullOutbox();

        long read = rowsReadBy(() -> erasure.erase(List.of(), List.of(ours)));

        assertThat(read).isLessThan(OTHERS / 10);
        assertThat(database.sql("SELECT COUNT(*) FROM outbox_letter").query(Integer.class).single()).isEqualTo(OTHERS + 1);
    }

    /** One letter on the subject that is answered, and many on others. */
    private UUID aFullOutbox() {
        post(letter("others"));
        new Copies(database, centre.id()).make(OTHERS, List.of("outbox_letter"), Set.of("id", "subject_id"));
        var ours = letter("ours");
        post(ours);
        return ours.subject();
    }

    /** By the count of the connection itself, so all happens in one transaction; to look at the count is counted too. */
    private long rowsReadBy(Runnable work) {
        return CurrentCentre.in(centre.id(), () -> transactions.call(() -> {
            long before = rowsRead();
            long looking = rowsRead() - before;
            work.run();
            return rowsRead() - before - 2 * looking;
        }));
    }

    private long rowsRead() {
        return database.sql("""
                SELECT SUM(variable_value) FROM information_schema.session_status
                WHERE variable_name IN ('HANDLER_READ_NEXT', 'HANDLER_READ_PREV', 'HANDLER_READ_RND_NEXT', 'HANDLER_READ_KEY')""")
                .query(Long.class).single();
    }
}
