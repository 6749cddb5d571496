package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.activities.PublishingService;
import fr.preau.activities.ScheduleService;
import fr.preau.activities.SessionChange;
import fr.preau.activities.SessionChange.Reach;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Moments;
import fr.preau.base.Role;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.Page;
import fr.preau.base.ui.TwoLines;
import fr.preau.registrations.RegisterOutcome.Registered;
import fr.preau.registrations.Town.Group;
import fr.preau.testing.SignIn;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Reception calls a family without a mail address about its dates, and reads on the line what to say. */
class CallMattersTest extends DeskScreens {

    @Autowired
    private ScheduleService schedule;
    @Autowired
    private PublishingService publishing;
    @Autowired
    private Moments moments;
    @Autowired
    private DeskService desk;
    @Autowired
    private Clock clock;

    private Group dates;
    private Registered silent;

    @BeforeEach
    void aFamilyWithATelephone() {
        dates = town.group(centre).sessions(2).startingAt(clock.instant().atZone(centre.zone()).toLocalDate().plusDays(14).atTime(14, 30)
                .atZone(centre.zone()).toInstant()).stands();
        silent = register(dates, town.family(centre).named("Silence").phoneOnly("03 20 11 22 33").lives());
    }

    @Test
    void aMovedDateIsSaidWithTheHourThatItHad() {
        var before = brief(dates.session());
        move(9);

        var said = brief(dates.session()) + ", au lieu du " + before;
        assertThat(calls()).singleElement().satisfies(line -> assertThat(line).contains(said).doesNotContain(brief(dates.sessions().getLast())));
        assertThat(onTheRequest()).anyMatch(notice -> notice.contains("À appeler") && notice.contains(said));
    }

    @Test
    void movedTwiceBeforeTheCallItIsSaidFromWhereTheFamilyKnowsIt() {
        var before = brief(dates.session());
        move(9);
        var between = brief(dates.session());
        move(10);
        assertThat(calls()).hasSize(2).allSatisfy(line -> assertThat(line).contains(brief(dates.session()) + ", au lieu du " + before));

        var first = database.sql("SELECT id FROM call_task WHERE centre_id = :centre ORDER BY created_at LIMIT 1").param("centre", centre.id())
                .query(UUID.class).single();
        database.sql("UPDATE call_task SET done_at = created_at WHERE id = :id").param("id", first).update();

        assertThat(calls()).singleElement().satisfies(line -> assertThat(line).contains("au lieu du " + between));
    }

    @Test
    void aCancelledDateIsSaidWithItsReason() {
        int version = version(dates.session());
        asAnimator(() -> schedule.cancelSessions(dates.id(), dates.session(), version, Reach.ONE, "Fuite d’eau"));

        assertThat(calls()).singleElement().satisfies(line -> assertThat(line)
                .contains("pas de séance " + brief(dates.session()), "Fuite d’eau"));
        assertThat(onTheRequest()).anyMatch(notice -> notice.contains("Fuite d’eau"));
    }

    @Test
    void aCancelledActivityIsSaidWithItsReason() {
        asAnimator(() -> publishing.cancel(dates.activity(), "Plus d’animatrice"));

        assertThat(calls()).singleElement().satisfies(line -> assertThat(line).contains("l’activité n’a plus lieu", "Plus d’animatrice"));
    }

    @Test
    void whatTheCentreCancelledIsSaidWithTheNameTheDateAndTheReason() {
        SignIn.as(centre.id(), Role.RECEPTION);
        CurrentCentre.runIn(centre.id(), () -> desk.cancelByCentre(Set.of(silent.answers().getFirst().registration()), "Dossier incomplet"));

        assertThat(calls()).singleElement().satisfies(line -> assertThat(line)
                .contains("Le centre a annulé", "Amina · " + brief(dates.session()), "Dossier incomplet")
                .doesNotContain(brief(dates.sessions().getLast())));
    }

    private List<String> calls() {
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/aujourdhui");
        return _find(TwoLines.class).stream().map(line -> line.getElement().getTextRecursively()).filter(line -> line.contains("Silence")).toList();
    }

    private List<String> onTheRequest() {
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscriptions/" + silent.request());
        return _find(_get(Page.class), Notice.class).stream().map(notice -> notice.getElement().getTextRecursively()).toList();
    }

    private void move(int hour) {
        int version = version(dates.session());
        asAnimator(() -> schedule.changeSessions(dates.id(), dates.session(), version, Reach.ONE,
                new SessionChange(null, LocalTime.of(hour, 0), LocalTime.of(hour + 2, 0), null)));
    }

    private void asAnimator(Runnable work) {
        SignIn.as(centre.id(), Role.ANIMATOR);
        CurrentCentre.runIn(centre.id(), work::run);
        SignIn.out();
    }

    private int version(UUID session) {
        return database.sql("SELECT version FROM activity_session WHERE id = :id").param("id", session).query(Integer.class).single();
    }

    private String brief(UUID session) {
        var starts = database.sql("SELECT starts_at FROM activity_session WHERE id = :id").param("id", session).query(LocalDateTime.class).single();
        return moments.brief(starts.toInstant(ZoneOffset.UTC), centre.zone());
    }
}
