package fr.preau.activities;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.accounts.SignedIn;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Ids;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.PreauTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestActivities;
import fr.preau.testing.TestCentres;
import fr.preau.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is typed and not saved: each device and each colleague keeps it at any time, and nobody waits for anybody. */
@PreauTest
class KeptActivityDraftsTest {

    private static final int DEVICES = 6;

    @Autowired
    private TestCentres centres;
    @Autowired
    private TestActivities activities;
    @Autowired
    private DraftService drafts;
    @Autowired
    private OldDrafts old;
    @Autowired
    private RetriedTransaction transactions;
    @Autowired
    private JdbcClient database;
    @Autowired
    private TestClock clock;

    private final ExecutorService threads = Executors.newFixedThreadPool(DEVICES);
    private CentreRecord here;
    private SignedIn animator;

    @BeforeEach
    void anAnimator() {
        here = centres.open();
        animator = SignIn.as(here.id(), Role.ANIMATOR);
    }

    @AfterEach
    void theClockIsRight() {
        threads.shutdownNow();
        clock.reset();
    }

    @Test
    void devicesThatBeginAtOnceKeepOneDraftAndForgetIt() throws Exception {
        var activity = activities.titled("Jardin").in(here.id()).id();
        for (UUID about : new UUID[] {null, activity}) {
            var start = new CountDownLatch(1);
            var all = IntStream.range(0, DEVICES).mapToObj(number -> elsewhere(animator, () -> {
                start.await();
                return keep(about);
            })).toList();
            start.countDown();
            for (var one : all) {
                one.get(20, TimeUnit.SECONDS);
            }

            assertThat(count()).isEqualTo(1);
            CurrentCentre.runIn(here.id(), () -> drafts.forget(about));
            assertThat(count()).as("nothing comes back after it was saved").isZero();
        }
    }

    @Test
    void aNewOneAndOneOfAnActivityAreTwo() {
        var activity = activities.titled("Jardin").in(here.id()).id();
        keep(null);
        keep(activity);
        keep(activity);

        assertThat(count()).isEqualTo(2);
        assertThat(CurrentCentre.in(here.id(), () -> drafts.find(activity))).isPresent();
        CurrentCentre.runIn(here.id(), () -> drafts.forget(activity));
        assertThat(CurrentCentre.in(here.id(), () -> drafts.find(null))).isPresent();
    }

    @Test
    void whoTypesWaitsForNoColleague() {
        var colleague = SignIn.as(here.id(), Role.ANIMATOR);
        SignIn.as(animator);
        CurrentCentre.runIn(here.id(), () -> transactions.run(() -> {
            drafts.keep(null, 0, ActivityInput.blank());
            // This transaction goes on meanwhile.
            assertThat(elsewhere(colleague, () -> keep(null))).succeedsWithin(Duration.ofSeconds(10));
        }));

        assertThat(count()).isEqualTo(2);
    }

    @Test
    void atNightWhatIsOlderThanThirtyDaysIsForgotten() {
        keep(null);
        clock.pass(OldDrafts.KEPT.minusDays(1));
        SignIn.as(here.id(), Role.ANIMATOR);
        keep(null);
        clock.pass(Duration.ofDays(2));
        SignIn.out();
        old.forget();

        assertThat(database.sql("SELECT account_id FROM activity_draft WHERE centre_id = :centre").param("centre", here.id())
                .query(UUID.class).list()).hasSize(1).doesNotContain(animator.account());
    }

    @Test
    void ofTwoThatWereKeptBeforeTheNewestIsLeft() throws Exception {
        var changes = new ClassPathResource("db/changelog/activities/0008-one-draft.sql").getContentAsString(StandardCharsets.UTF_8);
        var newest = changes.substring(changes.indexOf("DELETE"), changes.indexOf(";"));
        var left = CurrentCentre.in(here.id(), () -> transactions.call(() -> {
            // In this connection it stands before the real one.
            database.sql("""
                    CREATE TEMPORARY TABLE activity_draft (
                      id uuid, centre_id uuid, account_id uuid, activity_id uuid NULL, saved_at datetime(6))""").update();
            try {
                var account = Ids.next();
                var activity = Ids.next();
                row(account, null, 1);
                row(account, null, 2);
                row(account, activity, 3);
                row(account, activity, 4);
                row(account, activity, 4);
                row(Ids.next(), null, 1);
                database.sql(newest).update();
                return database.sql("SELECT SECOND(saved_at) FROM activity_draft ORDER BY saved_at").query(Integer.class).list();
            } finally {
                database.sql("DROP TEMPORARY TABLE activity_draft").update();
            }
        }));

        assertThat(left).isEqualTo(List.of(1, 2, 4));
    }

    private void row(UUID account, @Nullable UUID activity, int second) {
        database.sql("INSERT INTO activity_draft VALUES (:id, :centre, :account, :activity, :at)").param("id", Ids.next()).param("centre", here.id())
                .param("account", account).param("activity", activity).param("at", "2026-11-30 10:00:0" + second).update();
    }

    private boolean keep(@Nullable UUID activity) {
        CurrentCentre.runIn(here.id(), () -> drafts.keep(activity, 0, ActivityInput.blank()));
        return true;
    }

    /** What somebody does on a thread of her own. */
    private <T> Future<T> elsewhere(SignedIn who, Callable<T> work) {
        return threads.submit(() -> {
            SignIn.as(who);
            return work.call();
        });
    }

    private int count() {
        return database.sql("SELECT COUNT(*) FROM activity_draft WHERE centre_id = :centre").param("centre", here.id()).query(Integer.class).single();
    }
}
