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
    void aServerThatIsNamedIsUsedAndNoEmbeddedOneStarted() {
        TestDatabase.empty();
        LocalDatabase database = open(TestDatabase.jdbcUrl(), TestDatabase.user(), TestDatabase.password(), false);

        assertThat(database.door().url()).isEqualTo(TestDatabase.jdbcUrl());
        assertThat(UNUSED).doesNotExist();
    }

    @Test
    void eachMistakeInTheAddressOrAccountHasItsOwnWordsAndShowsNoPassword() {
        String good = TestDatabase.jdbcUrl();
        assertRefused("database-refuses", good, TestDatabase.user(), "secret-faux");
        assertRefused("database-refuses", good, "inconnu", "secret-faux");
        assertRefused("database-silent", "jdbc:mariadb://127.0.0.1:1/preau?password=secret-faux", "preau", "secret-faux");
        assertRefused("database-url", "mysql//oubli", "preau", "secret-faux");
        assertRefused("database-url", "jdbc:postgresql://localhost/preau", "preau", "secret-faux");
    }

    @Test
    void aDatabaseThatIsNotThereIsSaidToWhoeverMaySeeAllWithWhatToType() {
        assertThatThrownBy(() -> open(TestDatabase.jdbcUrl().replace("/preau", "/autre?x=secret-faux"), TestDatabase.adminUser(),
                TestDatabase.adminPassword(), false)).isInstanceOfSatisfying(LocalStartException.class, e -> {
                    assertThat(e.reason()).isEqualTo("database-unknown");
                    assertThat(e.getMessage()).contains("« autre » n’existe pas", "CREATE DATABASE `autre` ", "PREAU_DB_URL")
                            .doesNotContain("secret-faux", TestDatabase.adminPassword());
                });
    }

    /** The server does not say which of both it is. */
    @Test
    void anAccountOfOneDatabaseIsToldThatTheOtherIsMissingOrClosedAndNotThatItsPasswordIsWrong() {
        assertThatThrownBy(() -> open(TestDatabase.jdbcUrl().replace("/preau", "/autre"), TestDatabase.user(), TestDatabase.password(), false))
                .isInstanceOfSatisfying(LocalStartException.class, e -> {
                    assertThat(e.reason()).isEqualTo("database-unknown-or-closed");
                    assertThat(e.getMessage()).contains("« autre » n’existe pas, ou ce compte n’y a pas droit", "CREATE DATABASE IF NOT EXISTS `autre` ",
                            "GRANT ALL ON `autre`.* TO 'preau'").doesNotContain("PREAU_DB_PASSWORD", TestDatabase.password());
                });
    }

    @Test
    void aServerThatIsTooOldIsRefusedWithItsVersionAndAWayOn() {
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
    void aDatabaseThatServesARealFederationIsRefusedWithWhatToDo() throws SQLException {
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
    void theNameOfTheDemonstrationMakesNoFederationLessReal() throws SQLException {
        try (var people = OtherDatabase.with("Fédération des centres sociaux du Nord–Pas-de-Calais", "claire@centre-du-nord.fr")) {
            assertRefused("database-of-people", people.url(), TestDatabase.adminUser(), TestDatabase.adminPassword());
        }
    }

    @Test
    void aRealFederationThatGotTheDemonstrationBesideItIsStillRefused() throws SQLException {
        try (var both = OtherDatabase.with("Fédération du Nord", "claire@centre-du-nord.fr")) {
            both.add("Fédération des centres sociaux du Nord–Pas-de-Calais", "accueil@belencontre.example");

            assertRefused("database-of-people", both.url(), TestDatabase.adminUser(), TestDatabase.adminPassword());
        }
    }

    @Test
    void theDemonstrationOfAnEarlierStartIsTakenUpAlsoWhenVisitorsHaveAddedPeople() throws SQLException {
        try (var demo = OtherDatabase.with("Fédération des centres sociaux du Nord–Pas-de-Calais", "accueil@belencontre.example", "claire@exemple.fr")) {
            assertThat(open(demo.url(), TestDatabase.adminUser(), TestDatabase.adminPassword(), false).door().url()).isEqualTo(demo.url());
        }
    }

    @Test
    void aStartThatWasCutBeforeItsFirstCentreIsTakenUp() throws SQLException {
        try (var cut = OtherDatabase.with("Fédération des centres sociaux du Nord–Pas-de-Calais")) {
            assertThat(open(cut.url(), TestDatabase.adminUser(), TestDatabase.adminPassword(), false).door().url()).isEqualTo(cut.url());
        }
    }

    @Test
    void startingAfreshNeverTouchesAServerThatIsNamed() {
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
        return LocalDatabase.open(Map.of("PREAU_DB_URL", url, "PREAU_DB_USER", user, "PREAU_DB_PASSWORD", password), UNUSED, fresh, server -> { });
    }
}
