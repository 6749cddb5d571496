package fr.preau.registrations;

import static fr.preau.registrations.RegistrationState.EXPIRED;
import static fr.preau.registrations.RegistrationState.OFFERED;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.Role;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** While no letter reaches a family, one line says that it is to be called about a place; and no place ends of which it never heard. */
class OfferCallsTest extends RegistrationsTest {

    /** A Wednesday without holidays around it. */
    private static final LocalDate DAY = LocalDate.of(2027, 2, 3);

    /** Two hours before the twenty hours of work are over. */
    private static final Duration NEARLY_TWO_DAYS = Duration.ofHours(46);

    @Autowired
    private OfferAnswers answers;

    private Family family;
    private Group group;
    private UUID waits;
    private Instant deadline;

    @BeforeEach
    void aPlaceIsOfferedAndTheMailServerIsAway() {
        clock.set(DAY.atTime(10, 0).atZone(centre.zone()).toInstant());
        family = town.family(centre).withPhone("03 20 00 11 22").lives();
        group = town.group(centre).places(1).startingAt(DAY.plusDays(20).atTime(14, 30).atZone(centre.zone()).toInstant()).stands();
        var gives = town.family(centre).lives();
        var seat = one(gives, group).registration();
        waits = one(family, group).registration();
        as(gives, () -> registrations.cancel(Set.of(seat)));
        deadline = mine().deadline();
    }

    @AfterEach
    void today() {
        countersAreTrue(group);
        clock.reset();
    }

    @Test
    void whoeverWasToBeCalledBeforeTheDeadlineHasOneLineAfterIt() {
        soonOver();
        assertThat(openCalls()).containsExactly("OFFER_UNANSWERED");

        over();

        assertThat(openCalls()).as("she could not answer").containsExactly("PLACE_OFFERED");
        assertThat(mine().deadline()).as("the staff decides").isNull();
    }

    @Test
    void soItIsWhenHerLettersAreGivenUpAfterTheFirstCall() {
        soonOver();
        lettersAreGivenUp();

        round.go();

        assertThat(openCalls()).containsExactly("PLACE_OFFERED");
    }

    @Test
    void whoeverWasCalledHasHeardAndHerPlaceGoesOnAtTheDeadline() {
        soonOver();
        callIsNoted();
        lettersAreGivenUp();
        round.go();
        assertThat(mine().deadline()).isEqualTo(deadline);

        over();

        assertThat(stateOf(waits)).isEqualTo(EXPIRED);
        assertThat(openCalls()).isEmpty();
    }

    @Test
    void anOfferThatFellDueAfterTheRoundHasLookedIsKeptToo() {
        clock.set(deadline.plusSeconds(1));

        in(() -> {
            answers.expire(group.id());
            return null;
        });

        assertThat(stateOf(waits)).isEqualTo(OFFERED);
        assertThat(mine().deadline()).isNull();
        assertThat(openCalls()).containsExactly("PLACE_OFFERED");
    }

    private void soonOver() {
        clock.pass(NEARLY_TWO_DAYS);
        round.go();
    }

    private void over() {
        clock.set(deadline.plusSeconds(1));
        round.go();
        round.go();
    }

    private void callIsNoted() {
        var call = database.sql("SELECT id FROM call_task WHERE household_id = :id").param("id", family.id()).query(UUID.class).single();
        asStaff(Role.RECEPTION, () -> {
            desk.callDone(call, null);
            return null;
        });
    }

    private void lettersAreGivenUp() {
        database.sql("UPDATE outbox_letter SET state = 'FAILED', failure = 'ADDRESS_REFUSED', due_at = NULL WHERE subject_id = :offer")
                .param("offer", openOffer(waits)).update();
    }

    private RegistrationRecord mine() {
        return as(family, () -> registrations.mine()).getFirst();
    }

    private List<String> openCalls() {
        return database.sql("SELECT about FROM call_task WHERE household_id = :id AND done_at IS NULL").param("id", family.id())
                .query(String.class).list();
    }
}
