package fr.preau.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import fr.preau.accounts.DemoPersonas;
import fr.preau.base.Moments;
import fr.preau.registrations.RegistrationState;
import fr.preau.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;

/** The context tells the story when it starts; here it is read back. */
@SpringBootTest(properties = "preau.demo=true")
class DemoStoryTest {

    @Autowired
    private DemoStory story;
    @Autowired
    private DemoPersonas visitors;
    @Autowired
    @Qualifier("registrationsRound")
    private RecurringTask<Void> round;

    @Test
    void sevenCentresAndFortyFamiliesAreThere() throws SQLException {
        assertThat(count("SELECT 'centres', count(*) FROM centre")).containsEntry("centres", 7L);
        assertThat(count("SELECT 'households', count(*) FROM household")).containsEntry("households", 40L);
    }

    /** The round ends what is over, a minute after the start; here it does so at once. */
    @Test
    void registrationsAreInEveryStateButDraftWhichIsNeverARow() throws SQLException {
        DemoClock.at(atAnHourWhenTheRoundGoes(), () -> round.execute(null, null));

        var expected = Arrays.stream(RegistrationState.values()).filter(state -> state != RegistrationState.DRAFT).map(Enum::name).toList();
        assertThat(count("SELECT state, count(*) FROM registration GROUP BY state").keySet()).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void anOfferLapsedInTheStoryItselfAndTheNextWasAsked() throws SQLException {
        assertThat(count("SELECT 'lapsed', count(*) FROM registration_step WHERE to_state = 'EXPIRED' AND happened_at < utc_timestamp() - INTERVAL 6 DAY"))
                .as("before anything that the round does today").containsEntry("lapsed", 1L);
        assertThat(count("""
                SELECT 'asked', count(*) FROM registration_step lapsed
                JOIN place_offer o ON o.centre_id = lapsed.centre_id AND o.made_at = lapsed.happened_at
                WHERE lapsed.to_state = 'EXPIRED' AND lapsed.happened_at < utc_timestamp() - INTERVAL 6 DAY""")).containsEntry("asked", 1L);
    }

    private static Instant atAnHourWhenTheRoundGoes() {
        var now = Instant.now();
        return now.atZone(Moments.PARIS).getHour() == 2 ? now.plus(Duration.ofHours(1)) : now;
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
