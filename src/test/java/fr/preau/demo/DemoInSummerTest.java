package fr.preau.demo;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.centres.CentreService;
import fr.preau.centres.SchoolCalendar;
import fr.preau.testing.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demonstration when there has been no school for six weeks. */
@SpringBootTest(properties = {"preau.demo=true", "preau.demo-story=false", "preau.demo-centres=1", "db-scheduler.enabled=false", "preau.mail.at-once=false"})
class DemoInSummerTest {

    private static final Instant IN_AUGUST = Instant.parse("2026-08-20T10:00:00Z");
    private static final String MARKED = "(SELECT 1 FROM attendance n WHERE n.session_id = d.id AND n.mark IS NOT NULL)";

    @Autowired
    private AutowireCapableBeanFactory beans;
    @Autowired
    private DemoDates dates;
    @Autowired
    private SchoolCalendar calendar;
    @Autowired
    private CentreService centres;
    @Autowired
    private JdbcClient database;

    @Test
    void fourSheetsAreLeftAndOthersAreTakenAndSessionsAreToCome() throws Exception {
        tellAnew();

        assertThat(sessions("d.ends_at < '2026-08-20 10:00' AND d.taken > 0 AND NOT EXISTS " + MARKED)).isEqualTo(4);
        assertThat(sessions("d.ends_at < '2026-08-20 10:00' AND EXISTS " + MARKED)).isGreaterThan(20);
        assertThat(sessions("d.starts_at > '2026-08-20 10:00'")).isGreaterThan(20);
        assertThat(sessions("d.taken = d.places + 1 AND d.starts_at > '2026-08-27'")).isEqualTo(1);
        assertThat(sessions("d.sequence > 0 AND d.status = 'PLANNED'")).isEqualTo(1);
        assertThat(sessions("d.waiting = 2 AND d.places - d.taken = 1")).isEqualTo(1);
    }

    @Test
    void toldTwiceAtTheSameMomentItDiffersInNothingButIds() throws Exception {
        tellAnew();
        var once = whoStandsWhere();
        tellAnew();

        assertThat(once).hasSizeGreaterThan(200);
        assertThat(whoStandsWhere()).isEqualTo(once);
    }

    /** From the beginning, whatever was told before; a centre that is written anew is not remembered any more. */
    private void tellAnew() throws Exception {
        centres.all().forEach(one -> centres.rewrite(one.id(), is -> true, one.name(), one.shortName(), one.contact(), one.holidayZone()));
        TestDatabase.empty();
        DemoClock.at(IN_AUGUST, () -> beans.createBean(DemoStory.class).run(new DefaultApplicationArguments()));
    }

    /** Each registration with its turn in the list, and who came. */
    private List<String> whoStandsWhere() {
        return database.sql("""
                SELECT CONCAT_WS(' ', a.title, d.starts_at, p.last_name, p.first_name, r.state, r.waits_because, r.overbooked, r.priority,
                  r.queued_at, r.changed_at)
                FROM registration r JOIN person p ON p.id = r.person_id
                JOIN activity_group g ON g.id = r.group_id JOIN activity a ON a.id = g.activity_id
                LEFT JOIN activity_session d ON d.id = r.session_id
                UNION ALL
                SELECT CONCAT_WS(' ', a.title, d.starts_at, COALESCE(p.last_name, n.last_name), COALESCE(p.first_name, n.first_name),
                  n.origin, n.mark, n.marked_at)
                FROM attendance n JOIN activity_session d ON d.id = n.session_id JOIN activity_group g ON g.id = d.group_id
                JOIN activity a ON a.id = g.activity_id LEFT JOIN person p ON p.id = n.person_id
                ORDER BY 1""").query(String.class).list();
    }

    @Test
    void itsCentresAreTheSevenOfTheProgrammeAndTheFirstOffersWhatTheyAreKnownFor() {
        assertThat(DemoCentre.ALL).extracting(DemoCentre::slug).containsExactlyInAnyOrder("belencontre", "phalempins", "l-echo", "mjc-virolois",
                "lazare-garreau", "faubourg-de-bethune", "chemin-rouge");
        assertThat(DemoProgramme.of(DemoCentre.BELENCONTRE)).extracting(DemoActivity::title)
                .contains("Coup de pouce aux devoirs", "Num & Week", "Atelier cuisine du monde");
    }

    private int sessions(String which) {
        return database.sql("SELECT count(*) FROM activity_session d WHERE " + which).query(Integer.class).single();
    }

    @Test
    void onEachDayOfTheYearEachWeeklyActivityHasTakenPlace() {
        var weekly = DemoProgramme.of(DemoCentre.BELENCONTRE).stream().filter(DemoActivity::isWeekly).toList();

        assertThat(LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2027, 1, 1))).allSatisfy(today ->
                assertThat(weekly).allMatch(activity -> hasTakenPlace(activity, today)));
    }

    private boolean hasTakenPlace(DemoActivity activity, LocalDate today) {
        var planned = dates.of(activity, today);
        return planned.firstDay().datesUntil(today)
                .anyMatch(day -> planned.days().contains(day.getDayOfWeek()) && calendar.publicHoliday(day).isEmpty()
                        && !(planned.skipsSchoolHolidays() && calendar.schoolHoliday(DemoCentre.ZONE, day).isPresent()));
    }
}
