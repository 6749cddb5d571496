package fr.preau.registrations;

import static fr.preau.registrations.RegistrationState.OFFERED;
import static fr.preau.registrations.RegistrationState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.activities.PublishingService;
import fr.preau.activities.ScheduleService;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A group whose one place is taken, with two families in its list; whatever happens to them, its counters stay true. */
abstract class FullGroup extends RegistrationsTest {

    /** At an hour when the round does not rest. */
    static final Instant FIRST_BEGINS = LocalDate.now(ZoneOffset.UTC).plusDays(10).atTime(13, 0).toInstant(ZoneOffset.UTC);

    @Autowired
    PublishingService publishing;
    @Autowired
    ScheduleService schedule;

    Group group;
    Family holder;
    Family head;
    UUID had;
    UUID first;
    UUID second;

    @BeforeEach
    void aFullGroupWithAList() {
        clock.reset();
        group = town.group(centre).places(1).stands();
        holder = town.family(centre).lives();
        head = town.family(centre).lives();
        had = one(holder, group).registration();
        first = one(head, group).registration();
        second = one(town.family(centre).lives(), group).registration();
    }

    @AfterEach
    void countersStayTrue() {
        countersAreTrue(group);
        clock.reset();
    }

    /** Of the last step. */
    String actorAndChannel(UUID registration) {
        return database.sql("SELECT CONCAT(actor, ' ', channel) FROM registration_step WHERE registration_id = :id ORDER BY happened_at DESC, id DESC LIMIT 1")
                .param("id", registration).query(String.class).single();
    }

    List<String> openCalls(Family family) {
        return database.sql("SELECT about FROM call_task WHERE household_id = :id AND done_at IS NULL").param("id", family.id())
                .query(String.class).list();
    }

    void headHasAnOffer() {
        headHasAnOffer(1);
    }

    void headHasAnOffer(int taken) {
        assertThat(List.of(stateOf(first), stateOf(second))).containsExactly(OFFERED, WAITING);
        assertThat(taken(group.session())).isEqualTo(taken);
    }

    void avoidTheRestlessHour() {
        if (clock.instant().atZone(centre.zone()).getHour() == 2) {
            clock.pass(Duration.ofHours(1));
        }
    }
}
