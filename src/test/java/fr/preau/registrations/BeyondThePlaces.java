package fr.preau.registrations;

import static fr.preau.registrations.RegistrationState.CONFIRMED;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.activities.Outcome;
import fr.preau.activities.ScheduleService;
import fr.preau.activities.SessionChange;
import fr.preau.base.Role;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A group into which the desk lets people in beyond the places; whatever happens, its counters stay true. */
abstract class BeyondThePlaces extends RegistrationsTest {

    static final String REASON = "Sœur d’un enfant inscrit";

    @Autowired
    ScheduleService schedule;

    Group group;

    @AfterEach
    void countersStayTrue() {
        countersAreTrue(group);
    }

    List<UUID> party(int persons) {
        return party(town.family(centre).of(persons).lives());
    }

    List<UUID> party(Family family) {
        return answers(register(family, group, family.persons(), PartyRule.TOGETHER)).stream().map(Answer::registration).toList();
    }

    UUID beyond() {
        return beyond(town.family(centre).lives());
    }

    UUID beyond(Family family) {
        var outcome = asStaff(Role.RECEPTION, () -> desk.register(new RegisterCommand(UUID.randomUUID().toString(), group.id(), family.id(),
                List.of(family.person()), Set.copyOf(group.sessions()), PartyRule.WHO_CAN, Channel.DESK),
                DeskTerms.ordinary().overbooking(REASON)));
        assertThat(answers(outcome)).extracting(Answer::state).containsExactly(CONFIRMED);
        return answers(outcome).getFirst().registration();
    }

    void offer(int places) {
        assertThat(asStaff(Role.ANIMATOR, () -> schedule.changeSessions(group.id(), group.session(), 0, SessionChange.Reach.ONE,
                new SessionChange(null, null, null, places)))).isInstanceOf(Outcome.Done.class);
    }

    /** Of the first session: taken, and counted beside the places. */
    List<Integer> places() {
        return database.sql("SELECT taken, overbooked FROM activity_session WHERE id = :id").param("id", group.session())
                .query((row, number) -> List.of(row.getInt(1), row.getInt(2))).single();
    }
}
