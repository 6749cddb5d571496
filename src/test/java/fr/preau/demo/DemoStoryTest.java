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

    private static final String SESSIONS = " FROM activity_session d JOIN activity_group g ON g.id = d.group_id JOIN activity a ON a.id = g.activity_id ";

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
    void oneSessionHasOneMoreThanPlacesAndNoOther() throws SQLException {
        assertThat(count("SELECT a.title, SUM(d.taken - d.places)" + SESSIONS + "WHERE d.taken > d.places GROUP BY a.title"))
                .containsExactly(Map.entry("Poterie", 1L));
        assertThat(count("""
                SELECT s.reason, count(*) FROM registration_step s JOIN registration r ON r.id = s.registration_id
                WHERE r.overbooked AND s.from_state = 'DRAFT' GROUP BY s.reason""")).containsExactly(Map.entry("Elle vient aider à régler le four", 1L));
    }

    @Test
    void activitiesArePausedAndCalledOffAndNotOpenYetAndClosedAlready() throws SQLException {
        assertThat(count("SELECT status, count(*) FROM activity WHERE status <> 'PUBLISHED' GROUP BY status"))
                .isEqualTo(Map.of("SUSPENDED", 1L, "CANCELLED", 1L));
        assertThat(count("SELECT title, 1 FROM activity WHERE opens_at > utc_timestamp()")).containsOnlyKeys("Week-end en gîte");
        assertThat(count("SELECT title, 1 FROM activity WHERE closes_at < utc_timestamp()")).containsOnlyKeys("Visite de La Piscine");
        assertThat(count("SELECT title, 1 FROM activity WHERE birth_year_from IS NOT NULL")).containsOnlyKeys("Éveil musical");
    }

    @Test
    void aDateIsOffAndAnotherHasAnotherHourAndTheirPeopleAreTold() throws SQLException {
        assertThat(count("SELECT d.status, count(*)" + SESSIONS + "WHERE a.status = 'PUBLISHED' AND d.sequence > 0 GROUP BY d.status"))
                .isEqualTo(Map.of("CANCELLED", 1L, "PLANNED", 1L));
        assertThat(count("SELECT kind, count(*) FROM outbox_letter GROUP BY kind"))
                .containsEntry("registrations.session-moved", 4L).containsEntry("registrations.session-cancelled", 4L)
                .containsEntry("registrations.activity-cancelled", 2L);
    }

    @Test
    void twoWaitTogetherBehindOneFreePlace() throws SQLException {
        assertThat(count("SELECT a.title, d.waiting" + SESSIONS + "WHERE d.places - d.taken = 1 AND d.waiting > 0"))
                .containsEntry("Soirée jeux de société", 2L);
        assertThat(count("""
                SELECT r.state, count(*) FROM registration r JOIN activity_group g ON g.id = r.group_id JOIN activity a ON a.id = g.activity_id
                WHERE a.title = 'Soirée jeux de société' AND r.waits_because = 'TOO_FEW_TOGETHER' GROUP BY r.state""")).isEqualTo(Map.of("WAITING", 2L));
    }

    @Test
    void someoneUnknownAndSomeoneKnownCameWithoutBeingExpected() throws SQLException {
        assertThat(count("""
                SELECT IF(person_id IS NULL, 'unknown', 'known'), count(*) FROM attendance
                WHERE origin = 'WALK_IN' AND mark = 'PRESENT' GROUP BY 1""")).isEqualTo(Map.of("unknown", 1L, "known", 1L));
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

    @Test
    void itsDatabaseIsFreeForTheNextStartAndThatOfPeopleIsNot() throws SQLException {
        try (var connection = TestDatabase.connection(); var statement = connection.createStatement()) {
            assertThat(DemoDatabase.isFree(connection)).isTrue();

            connection.setAutoCommit(false);
            statement.execute("UPDATE account SET email = CONCAT(id, '@centre-du-nord.fr')");
            assertThat(DemoDatabase.isFree(connection)).isFalse();
            connection.rollback();
        }
    }

    @Test
    void eachAccountOfAFamilyIsItsFirstAdult() throws SQLException {
        assertThat(count("SELECT 'nobody', count(*) FROM household_account WHERE person_id IS NULL")).containsEntry("nobody", 0L);
        assertThat(count("""
                SELECT p.first_name, count(*) FROM account a
                JOIN household_account l ON l.account_id = a.id JOIN person p ON p.id = l.person_id
                WHERE a.email = '%s' GROUP BY p.first_name""".formatted(DemoFamilies.mail(DemoFamily.all().getFirst()).value()))).containsOnlyKeys("Amina");
    }

    @Test
    void noTwoAdultsOfAFamilyCameInTheSameMoment() throws SQLException {
        assertThat(count("""
                SELECT 'together', count(*) FROM person p JOIN person q ON q.household_id = p.household_id AND q.id <> p.id
                WHERE p.birth_date IS NULL AND q.birth_date IS NULL AND p.created_at = q.created_at""")).containsEntry("together", 0L);
    }

    /** Ids of one gesture have no order: a story told by them would be another on each machine. */
    @Test
    void whoGivesAPlaceBackIsTheFirstOfHerGestureByDateAndName() throws SQLException {
        assertThat(count("""
                SELECT 'before her', count(*) FROM registration gone
                JOIN person p ON p.id = gone.person_id LEFT JOIN activity_session d ON d.id = gone.session_id
                JOIN registration kept ON kept.request_id = gone.request_id AND kept.state IN ('CONFIRMED', 'COMPLETED') AND kept.waits_because IS NULL
                JOIN person q ON q.id = kept.person_id LEFT JOIN activity_session e ON e.id = kept.session_id
                WHERE gone.state = 'CANCELLED_BY_FAMILY'
                  AND (e.starts_at < d.starts_at OR e.starts_at <=> d.starts_at AND q.first_name < p.first_name)""")).containsEntry("before her", 0L);
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
