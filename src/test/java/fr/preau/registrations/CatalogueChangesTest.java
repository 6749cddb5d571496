package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.activities.Outcome;
import fr.preau.activities.PublishingService;
import fr.preau.activities.ScheduleService;
import fr.preau.activities.SessionChange.Reach;
import fr.preau.base.Role;
import fr.preau.registrations.Town.Group;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the team changes in the catalogue reaches those who are registered: through its services, as its screens do it. */
class CatalogueChangesTest extends RegistrationsTest {

    private static final String TYPED = "Fuite d’eau\n<b>partout</b>";
    private static final String TOLD = "Fuite d’eau <b>partout</b>";

    @Autowired
    ScheduleService schedule;
    @Autowired
    PublishingService publishing;

    @Test
    void the_reason_of_a_cancelled_session_stands_in_the_letter_and_in_the_history() {
        var group = town.group(centre).sessions(2).stands();
        var request = one(town.family(centre).lives(), group);

        cancel(group, group.session(), Reach.ONE, TYPED);

        assertThat(textOf(letter("session-cancelled").orElseThrow())).contains(TOLD);
        assertThat(lastReason(request)).isEqualTo(TOLD);
    }

    @Test
    void who_is_registered_for_the_series_reads_the_reason_too_though_no_registration_ends() {
        var group = town.group(centre).series(3).stands();
        one(town.family(centre).lives(), group);

        cancel(group, group.session(), Reach.ONE, TYPED);

        assertThat(textOf(letter("session-cancelled").orElseThrow())).contains(TOLD, "Les autres séances ont lieu comme prévu.");
    }

    @Test
    void the_reason_of_a_cancelled_activity_stands_in_the_letter_and_in_the_history() {
        var group = town.group(centre).series(3).stands();
        var request = one(town.family(centre).lives(), group);

        cancel(group, "Plus d’animatrice");

        assertThat(textOf(letter("activity-cancelled").orElseThrow())).contains("Plus d’animatrice", "Amina");
        assertThat(lastReason(request)).isEqualTo("Plus d’animatrice");
    }

    @Test
    void a_reason_may_be_as_long_as_the_form_lets_it_be() {
        var group = town.group(centre).stands();
        var request = one(town.family(centre).lives(), group);
        var long400 = "Fuite d’eau ".repeat(34).substring(0, 400).strip();

        cancel(group, long400);

        assertThat(lastReason(request)).isEqualTo(long400);
    }

    private void cancel(Group group, UUID session, Reach reach, String reason) {
        assertThat(asStaff(Role.ANIMATOR, () -> schedule.cancelSessions(group.id(), session, version(session), reach, reason)))
                .isInstanceOf(Outcome.Done.class);
    }

    private void cancel(Group group, String reason) {
        assertThat(asStaff(Role.DIRECTOR, () -> publishing.cancel(group.activity(), reason))).isInstanceOf(Outcome.Done.class);
    }

    private int version(UUID session) {
        return database.sql("SELECT version FROM activity_session WHERE id = :id").param("id", session).query(Integer.class).single();
    }

    private String lastReason(Answer answer) {
        return asStaff(Role.RECEPTION, () -> desk.history(requestOf(answer)).getLast().reason());
    }

    private UUID requestOf(Answer answer) {
        return database.sql("SELECT request_id FROM registration WHERE id = :id").param("id", answer.registration()).query(UUID.class).single();
    }
}
