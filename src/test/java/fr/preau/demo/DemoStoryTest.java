package fr.preau.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.accounts.DemoPersonas;
import fr.preau.testing.TestDatabase;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;

/** The context tells the story when it starts; here it is read back. */
@SpringBootTest(properties = "preau.demo=true")
class DemoStoryTest {

    @Autowired
    private DemoStory story;
    @Autowired
    private DemoPersonas visitors;

    @Test
    void sevenCentresAndFortyFamiliesAreThere() throws SQLException {
        assertThat(count("SELECT 'centres', count(*) FROM centre")).containsEntry("centres", 7L);
        assertThat(count("SELECT 'households', count(*) FROM household")).containsEntry("households", 40L);
    }

    @Test
    void registrationsAreInEveryStateThatTimeCanBringAbout() throws SQLException {
        assertThat(count("SELECT state, count(*) FROM registration GROUP BY state").keySet())
                .contains("REQUESTED", "CONFIRMED", "WAITING", "OFFERED", "PRE_REGISTERED", "DECLINED", "REFUSED", "CANCELLED_BY_FAMILY", "CANCELLED_BY_CENTRE");
    }

    @Test
    void noSessionHasMorePeopleThanPlaces() throws SQLException {
        assertThat(count("SELECT 'full', count(*) FROM activity_session WHERE taken > places")).containsEntry("full", 0L);
    }

    @Test
    void fourSheetsAreLeftInTheFirstCentreWhateverTheDay() throws SQLException {
        assertThat(count("""
                SELECT c.slug, count(*) FROM activity_session d JOIN centre c ON c.id = d.centre_id
                WHERE d.ends_at < utc_timestamp() AND d.taken > 0
                  AND NOT EXISTS (SELECT 1 FROM attendance n WHERE n.session_id = d.id AND n.mark IS NOT NULL)
                GROUP BY c.slug""")).containsEntry("belencontre", 4L);
    }

    @Test
    void fourActivitiesHaveAPictureToldInWordsInTwoSizes() throws SQLException {
        assertThat(count("SELECT title, char_length(photo_alt) FROM activity WHERE photo_hash IS NOT NULL").values()).hasSize(4).allMatch(words -> words > 30);
        assertThat(count("SELECT 'files', count(*) FROM photo_file")).containsEntry("files", 8L);
        assertThat(count("SELECT 'heaviest', max(length(content)) FROM photo_file").get("heaviest")).isLessThan(60_000L);
    }

    @Test
    void aSecondStartTellsNothingNew() throws SQLException {
        var before = count("SELECT 'all', count(*) FROM registration");
        story.run(new DefaultApplicationArguments());
        assertThat(count("SELECT 'all', count(*) FROM registration")).isEqualTo(before);
    }

    @Test
    void visitorsMayBeAnybody() {
        assertThat(visitors.all()).extracting(DemoPersonas.Persona::id)
                .containsExactly("habitante", "accueil", "animation", "direction", "benevole", "jeune", "federation", "technique");
    }

    private static Map<String, Long> count(String sql) throws SQLException {
        var counts = new TreeMap<String, Long>();
        try (var connection = TestDatabase.connection(); var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
        }
        return counts;
    }
}
