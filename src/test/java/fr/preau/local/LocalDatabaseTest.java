package fr.preau.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;

import fr.preau.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class LocalDatabaseTest {

    private static final Path UNUSED = Path.of("target", "local-database-test");

    private static final Path OLD = Path.of("target", "old-database-test").toAbsolutePath();

    @Test
    void a_server_that_is_named_is_used_and_no_embedded_one_started() {
        TestDatabase.empty();
        LocalDatabase database = open(TestDatabase.jdbcUrl(), TestDatabase.user(), TestDatabase.password(), false);

        assertThat(database.url()).isEqualTo(TestDatabase.jdbcUrl());
        assertThat(database.embedded()).isNull();
        assertThat(UNUSED).doesNotExist();
    }

    @Test
    void each_mistake_in_the_address_or_account_has_its_own_words_and_shows_no_password() {
        String good = TestDatabase.jdbcUrl();
        assertRefused("database-refuses", good, TestDatabase.user(), "secret-faux");
        assertRefused("database-refuses", good, "inconnu", "secret-faux");
        assertRefused("database-silent", "jdbc:mariadb://127.0.0.1:1/preau?password=secret-faux", "preau", "secret-faux");
        assertRefused("database-url", "mysql//oubli", "preau", "secret-faux");
        assertRefused("database-url", "jdbc:postgresql://localhost/preau", "preau", "secret-faux");
    }

    @Test
    void a_database_that_is_not_there_is_said_to_whoever_may_see_all_with_what_to_type() {
        assertThatThrownBy(() -> open(TestDatabase.jdbcUrl().replace("/preau", "/autre?x=secret-faux"), TestDatabase.adminUser(),
                TestDatabase.adminPassword(), false)).isInstanceOfSatisfying(LocalStartException.class, e -> {
                    assertThat(e.reason()).isEqualTo("database-unknown");
                    assertThat(e.getMessage()).contains("« autre » n’existe pas", "CREATE DATABASE `autre` ", "PREAU_DB_URL")
                            .doesNotContain("secret-faux", TestDatabase.adminPassword());
                });
    }

    /** The server does not say which of both it is. */
    @Test
    void an_account_of_one_database_is_told_that_the_other_is_missing_or_closed_and_not_that_its_password_is_wrong() {
        assertThatThrownBy(() -> open(TestDatabase.jdbcUrl().replace("/preau", "/autre"), TestDatabase.user(), TestDatabase.password(), false))
                .isInstanceOfSatisfying(LocalStartException.class, e -> {
                    assertThat(e.reason()).isEqualTo("database-unknown-or-closed");
                    assertThat(e.getMessage()).contains("« autre » n’existe pas, ou ce compte n’y a pas droit", "CREATE DATABASE IF NOT EXISTS `autre` ",
                            "GRANT ALL ON `autre`.* TO 'preau'").doesNotContain("PREAU_DB_PASSWORD", TestDatabase.password());
                });
    }

    @Test
    void a_server_that_is_too_old_is_refused_with_its_version_and_a_way_on() {
        // a server of ours that says the version of Debian 12
        try (EmbeddedMariaDb old = EmbeddedMariaDb.start(OLD, "--version=10.11.19-MariaDB")) {
            assertThatThrownBy(() -> open(old.jdbcUrl(), old.user(), old.password(), false)).isInstanceOfSatisfying(LocalStartException.class, e -> {
                assertThat(e.reason()).isEqualTo("database-too-old");
                assertThat(e.getMessage()).contains("10.11.19", "11.4", "PREAU_DB_URL");
            });
        } finally {
            FileTrees.deleteQuietly(OLD);
        }
    }

    @Test
    void a_database_that_serves_a_real_federation_is_refused_with_what_to_do() throws SQLException {
        try (var people = OtherDatabase.with("Fédération du Nord", "claire@centre-du-nord.fr")) {
            assertThatThrownBy(() -> open(people.url(), TestDatabase.adminUser(), TestDatabase.adminPassword(), false))
                    .isInstanceOfSatisfying(LocalStartException.class, e -> {
                        assertThat(e.reason()).isEqualTo("database-of-people");
                        assertThat(e.getMessage()).contains("« autre_federation » sert déjà à une vraie fédération", "n’a rien changé", "PREAU_DB_URL",
                                "./preau package");
                    });
        }
    }

    @Test
    void the_name_of_the_demonstration_makes_no_federation_less_real() throws SQLException {
        try (var people = OtherDatabase.with("Fédération des centres sociaux du Nord–Pas-de-Calais", "claire@centre-du-nord.fr")) {
            assertRefused("database-of-people", people.url(), TestDatabase.adminUser(), TestDatabase.adminPassword());
        }
    }

    @Test
    void a_real_federation_that_got_the_demonstration_beside_it_is_still_refused() throws SQLException {
        try (var both = OtherDatabase.with("Fédération du Nord", "claire@centre-du-nord.fr")) {
            both.add("Fédération des centres sociaux du Nord–Pas-de-Calais", "accueil@belencontre.example");

            assertRefused("database-of-people", both.url(), TestDatabase.adminUser(), TestDatabase.adminPassword());
        }
    }

    @Test
    void the_demonstration_of_an_earlier_start_is_taken_up_also_when_visitors_have_added_people() throws SQLException {
        try (var demo = OtherDatabase.with("Fédération des centres sociaux du Nord–Pas-de-Calais", "accueil@belencontre.example", "claire@exemple.fr")) {
            assertThat(open(demo.url(), TestDatabase.adminUser(), TestDatabase.adminPassword(), false).url()).isEqualTo(demo.url());
        }
    }

    @Test
    void a_start_that_was_cut_before_its_first_centre_is_taken_up() throws SQLException {
        try (var cut = OtherDatabase.with("Fédération des centres sociaux du Nord–Pas-de-Calais")) {
            assertThat(open(cut.url(), TestDatabase.adminUser(), TestDatabase.adminPassword(), false).url()).isEqualTo(cut.url());
        }
    }

    @Test
    void starting_afresh_never_touches_a_server_that_is_named() {
        assertThatThrownBy(() -> open(TestDatabase.jdbcUrl(), TestDatabase.user(), TestDatabase.password(), true))
                .isInstanceOfSatisfying(LocalStartException.class, e -> assertThat(e.reason()).isEqualTo("fresh-needs-embedded"));
    }

    private static void assertRefused(String reason, String url, String user, String password) {
        assertThatThrownBy(() -> open(url, user, password, false)).isInstanceOfSatisfying(LocalStartException.class, e -> {
            assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason);
            assertThat(e.getMessage()).doesNotContain("secret-faux");
        });
    }

    private static LocalDatabase open(String url, String user, String password, boolean fresh) {
        return LocalDatabase.open(Map.of("PREAU_DB_URL", url, "PREAU_DB_USER", user, "PREAU_DB_PASSWORD", password), UNUSED, fresh);
    }
}
