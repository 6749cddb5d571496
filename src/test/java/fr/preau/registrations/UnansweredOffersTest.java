package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.Role;
import fr.preau.registrations.Town.Family;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A place does not move on without a call, where there is a telephone. */
class UnansweredOffersTest extends RegistrationsTest {

    /** A Wednesday without holidays around it. */
    private static final LocalDate DAY = LocalDate.of(2027, 2, 3);

    /** Two hours before the twenty hours of work are over. */
    private static final Duration NEARLY_TWO_DAYS = Duration.ofHours(46);

    @Autowired
    private TodayService today;

    @BeforeEach
    void wednesdayMorning() {
        clock.set(DAY.atTime(10, 0).atZone(centre.zone()).toInstant());
    }

    @AfterEach
    void backToToday() {
        clock.reset();
    }

    @Test
    void receptionCallsOnceSomeHoursBeforeTheDeadlineWhoHasATelephone() {
        var reached = town.family(centre).withPhone("03 20 00 11 22").lives();
        offeredTo(reached);
        var mailOnly = town.family(centre).lives();
        offeredTo(mailOnly);
        round.go();
        assertThat(openCalls(reached)).as("they have time").isEmpty();

        clock.pass(NEARLY_TWO_DAYS);
        round.go();
        round.go();

        assertThat(openCalls(reached)).containsExactly("OFFER_UNANSWERED");
        assertThat(openCalls(mailOnly)).isEmpty();
        assertThat(asStaff(Role.RECEPTION, () -> today.today()).calls()).singleElement().satisfies(call -> assertThat(call.until()).isNotNull());
    }

    @Test
    void whoseCallWasNotedIsNotCalledAgainAndTheAnswerEndsTheCall() {
        var family = town.family(centre).withPhone("03 20 00 11 22").lives();
        var waits = offeredTo(family);
        clock.pass(NEARLY_TWO_DAYS);
        round.go();

        as(family, () -> offers.accept(openOffer(waits)));
        assertThat(openCalls(family)).isEmpty();

        var other = town.family(centre).withPhone("03 20 00 11 33").lives();
        offeredTo(other);
        clock.set(DAY.plusDays(6).atTime(10, 0).atZone(centre.zone()).toInstant());
        database.sql("UPDATE place_offer SET deadline = :soon WHERE household_id = :id").param("id", other.id())
                .param("soon", Town.utc(clock.instant().plus(Duration.ofHours(2)))).update();
        round.go();
        var call = database.sql("SELECT id FROM call_task WHERE household_id = :id").param("id", other.id()).query(UUID.class).single();
        asStaff(Role.RECEPTION, () -> {
            desk.callDone(call, null);
            return null;
        });
        round.go();
        assertThat(openCalls(other)).isEmpty();
    }

    /** Somebody gives a place back for which this family waits. */
    private UUID offeredTo(Family family) {
        var group = town.group(centre).places(1).startingAt(DAY.plusDays(20).atTime(14, 30).atZone(centre.zone()).toInstant()).stands();
        var gives = town.family(centre).lives();
        var seat = one(gives, group).registration();
        var waits = one(family, group).registration();
        as(gives, () -> registrations.cancel(Set.of(seat)));
        return waits;
    }

    private List<String> openCalls(Family family) {
        return database.sql("SELECT about FROM call_task WHERE household_id = :id AND done_at IS NULL").param("id", family.id())
                .query(String.class).list();
    }
}
