package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.activities.Outcome;
import fr.preau.activities.PublishingService;
import fr.preau.activities.ScheduleService;
import fr.preau.activities.SessionChange.Reach;
import fr.preau.activities.SessionChange;
import fr.preau.base.Moments;
import fr.preau.base.Role;
import fr.preau.messaging.Invitation;
import fr.preau.messaging.Letter;
import fr.preau.registrations.Town.Group;
import fr.preau.registrations.Town.GroupBuilder;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;

/** What the team changes in the catalogue, through its services, as its screens do it; and what families read of that. */
abstract class CatalogueChanges extends RegistrationsTest {

    @Autowired
    ScheduleService schedule;
    @Autowired
    PublishingService publishing;
    @Autowired
    Moments moments;

    static void isStruckOut(Letter letter, Map<String, Integer> before) {
        assertThat(letter.invitation().orElseThrow().purpose()).isEqualTo(Invitation.Purpose.CANCEL);
        assertThat(numbers(letter)).allSatisfy((uid, number) -> assertThat(number).isGreaterThan(before.get(uid)));
    }

    static List<String> items(Letter letter) {
        return letter.parts().stream().filter(Letter.Items.class::isInstance).map(Letter.Items.class::cast).findFirst().orElseThrow().list();
    }

    /** "mardi 3 février 2026 à 14 h 30", as the session is now. */
    String day(UUID session) {
        var starts = database.sql("SELECT starts_at FROM activity_session WHERE id = :id").param("id", session).query(LocalDateTime.class).single();
        return moments.full(starts.toInstant(ZoneOffset.UTC), centre.zone());
    }

    /** How many lines reception has to call about: one for each family and gesture. */
    int calls() {
        return database.sql("SELECT COUNT(DISTINCT household_id, created_at) FROM call_task WHERE centre_id = :centre AND about = 'DATE_CHANGED'")
                .param("centre", centre.id()).query(Integer.class).single();
    }

    /** In two weeks, in the afternoon: its sessions move to the morning. */
    GroupBuilder group() {
        return town.group(centre).startingAt(clock.instant().atZone(centre.zone()).toLocalDate().plusDays(14).atTime(14, 30)
                .atZone(centre.zone()).toInstant());
    }

    void move(Group group, UUID session, Reach reach) {
        assertThat(moved(group, session, reach)).isInstanceOf(Outcome.Done.class);
    }

    Outcome moved(Group group, UUID session, Reach reach) {
        int version = version(session);
        return asStaff(Role.ANIMATOR, () -> schedule.changeSessions(group.id(), session, version, reach,
                new SessionChange(null, LocalTime.of(9, 0), LocalTime.of(11, 0), null)));
    }

    Outcome cancelled(Group group, UUID session, Reach reach, String reason) {
        int version = version(session);
        return asStaff(Role.ANIMATOR, () -> schedule.cancelSessions(group.id(), session, version, reach, reason));
    }

    void cancel(Group group, UUID session, Reach reach, String reason) {
        assertThat(cancelled(group, session, reach, reason)).isInstanceOf(Outcome.Done.class);
    }

    void cancel(Group group, String reason) {
        assertThat(asStaff(Role.DIRECTOR, () -> publishing.cancel(group.activity(), reason))).isInstanceOf(Outcome.Done.class);
    }

    int version(UUID session) {
        return database.sql("SELECT version FROM activity_session WHERE id = :id").param("id", session).query(Integer.class).single();
    }

    String lastReason(Answer answer) {
        return asStaff(Role.RECEPTION, () -> desk.history(requestOf(answer)).getLast().reason());
    }

    UUID requestOf(Answer answer) {
        return database.sql("SELECT request_id FROM registration WHERE id = :id").param("id", answer.registration()).query(UUID.class).single();
    }
}
