package fr.preau.federation.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.CurrentCentre;
import fr.preau.base.EmailAddress;
import fr.preau.base.FrenchSpaces;
import fr.preau.base.Ids;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import fr.preau.base.ui.Label;
import fr.preau.base.ui.Notice;
import fr.preau.federation.HealthService;
import fr.preau.messaging.Envelope;
import fr.preau.messaging.Outbox;
import fr.preau.messaging.Recipient;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.SqlCount;
import fr.preau.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The technician hears what keeps letters and jobs waiting, before anything has failed for good. */
class HealthTest extends ScreenTest {

    @Autowired
    private HealthService health;
    @Autowired
    private Outbox outbox;
    @Autowired
    private RetriedTransaction transactions;
    @Autowired
    private JdbcClient database;

    @BeforeEach
    void aTechnician() {
        TestDatabase.empty();
        SignIn.as(Ids.next(), Role.TECHNICIAN);
    }

    @Test
    void aJobWhoseTimeIsPastIsLateUnlessSomebodyIsAtIt() {
        schedule("registrations-round", 6, "NULL");
        schedule("accounts-forget-tickets", 7, "utc_timestamp(6) - INTERVAL 6 MINUTE");
        schedule("messaging-outbox", 6, "utc_timestamp(6)");
        schedule("people-forgetting", 4, "NULL");

        assertThat(health.jobs()).filteredOn(HealthService.Job::late).extracting(HealthService.Job::name)
                .containsExactly("accounts-forget-tickets", "registrations-round");
        open("technique");
        assertThat(_find(Label.class)).extracting(Label::getText).containsExactlyInAnyOrder("Va bien", "Va bien", "En retard", "En retard");
        assertThat(notices()).singleElement().satisfies(said -> assertThat(said).startsWith("Une tâche est en retard."));
    }

    @Test
    void aJobOfAnOlderVersionWaitsForNobody() {
        schedule("gone-by-now", 6, "NULL");

        open("technique");
        assertThat(notices()).isEmpty();
    }

    @Test
    void aLetterThatWaitsForLongIsSaid() throws Exception {
        CurrentCentre.acrossCentres(() -> transactions.call(() -> {
            outbox.postAcrossCentres(new Envelope("held-up", "accounts.link", Ids.next(), new Recipient(new EmailAddress("amina@exemple.fr"), "Amina")));
            return true;
        }));
        waits(14);
        assertThat(SqlCount.during(() -> health.isHeldUp(health.post()))).hasSize(1);
        assertThat(health.isHeldUp(health.post())).isFalse();

        waits(16);
        open("technique");
        assertThat(notices()).containsExactly(FrenchSpaces.spaced(
                "Un message attend depuis plus de 15 minutes. Regardez le serveur de mail, puis le journal du serveur."));
    }

    private void waits(int minutes) {
        database.sql("UPDATE federation_letter SET created_at = utc_timestamp(6) - INTERVAL %d MINUTE".formatted(minutes)).update();
    }

    private void schedule(String job, int minutesAgo, String heartbeat) {
        database.sql("""
                INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, last_heartbeat, version)
                VALUES (:job, 'recurring', utc_timestamp(6) - INTERVAL %1$d MINUTE, %2$s IS NOT NULL, %2$s, 1)""".formatted(minutesAgo, heartbeat))
                .param("job", job).update();
    }

    /** Without that of a full disk, which is the machine's own. */
    private static List<String> notices() {
        return _find(Notice.class).stream().filter(notice -> notice.hasClassName("warn")).map(notice -> notice.getElement().getTextRecursively()).toList();
    }
}
