package fr.preau.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.testing.PreauTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the real database says of its keys, and what is made of it. */
@PreauTest
class UniqueKeyTest {

    private static final UniqueKey MESSAGE = UniqueKey.named("message_id");
    private static final String SECRET = "INSERT INTO installation_secret (id, value) VALUES (?, ?)";

    @Autowired
    private JdbcTemplate sql;

    @Test
    void whoComesSecondAsksAgainAndFindsWhatIsThere() {
        var begun = new ArrayList<String>();

        assertThat(UniqueKey.named("slug", "PRIMARY").<String>again(() -> {
            begun.add("begun");
            if (begun.size() == 1) {
                sql.update(SECRET, 7, "a");
                sql.update(SECRET, 7, "b");
            }
            return "found";
        })).isEqualTo("found");

        assertThat(begun).hasSize(2);
    }

    @Test
    void anotherKeyAndAnotherRuleStayDefects() {
        sql.update(SECRET, 8, "a");
        var asked = new ArrayList<String>();

        for (Runnable work : List.<Runnable>of(() -> sql.update(SECRET, 8, "message_id"),
                () -> sql.update("INSERT INTO role_grant (id, account_id, role) VALUES (?, ?, 'DIRECTOR')", UUID.randomUUID(), UUID.randomUUID()))) {
            assertThatThrownBy(() -> MESSAGE.again(() -> {
                asked.add("asked");
                work.run();
                return "done";
            })).isInstanceOf(DataIntegrityViolationException.class);
        }
        assertThat(asked).as("each once").hasSize(2);
    }
}
