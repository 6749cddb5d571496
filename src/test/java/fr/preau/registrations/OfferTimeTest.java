package fr.preau.registrations;

import static fr.preau.registrations.RegistrationState.CONFIRMED;
import static fr.preau.registrations.RegistrationState.EXPIRED;
import static fr.preau.registrations.RegistrationState.OFFERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.preau.base.Role;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody loses a place for want of an answer that there was no time for, or to a question that nobody read. */
class OfferTimeTest extends RegistrationsTest {

    private Family head;

    @BeforeEach
    void somebodyWhoWaits() {
        // A Wednesday without holidays around it.
        clock.set(LocalDate.of(2027, 2, 3).atTime(13, 50).atZone(centre.zone()).toInstant());
        head = town.family(centre).lives();
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void aPlaceThatBecomesFreeTenMinutesBeforeTheNextDateOfASeriesIsKeptPastThatDate() {
        var series = town.group(centre).series(20).places(1).startingAt(clock.instant().plus(Duration.ofMinutes(10))).stands();
        var deadline = offered(series);
        lettersLeave();

        clock.pass(Duration.ofMinutes(11));
        round.go();

        assertThat(mine().state()).isEqualTo(OFFERED);
        assertThat(deadline).isCloseTo(LocalDate.of(2027, 2, 5).atTime(13, 50).atZone(centre.zone()).toInstant(), within(1, ChronoUnit.MINUTES));
        var offer = mine().offerId();
        assertThat(as(head, () -> offers.accept(offer))).isEqualTo(OfferOutcome.ACCEPTED);
        assertThat(mine().state()).isEqualTo(CONFIRMED);
        countersAreTrue(series);
    }

    @Test
    void anOfferWhoseLettersStillWaitAtItsDeadlineIsKeptAndReceptionCallsOnce() {
        var group = group();
        var deadline = offered(group);
        var registration = mine().id();

        clock.set(deadline.plusSeconds(1));
        round.go();
        round.go();

        assertThat(stateOf(registration)).isEqualTo(OFFERED);
        assertThat(mine().deadline()).as("the staff decides").isNull();
        assertThat(calls()).isEqualTo(1);
        assertThat(textOf(letter("place-offered").orElseThrow())).as("as it leaves when the mail server is back").contains("/place/")
                .doesNotContain("Répondez avant");
        lettersLeave();
        clock.pass(Duration.ofDays(1));
        round.go();
        assertThat(stateOf(registration)).isEqualTo(OFFERED);
        asStaff(Role.RECEPTION, () -> offers.acceptFor(openOffer(registration), Channel.PHONE));
        assertThat(stateOf(registration)).isEqualTo(CONFIRMED);
        assertThat(calls()).isZero();
    }

    @Test
    void beforeItsDeadlineALetterThatWaitsIsNobodysCall() {
        offered(group());

        clock.pass(Duration.ofHours(1));
        round.go();

        assertThat(mine().deadline()).isNotNull();
        assertThat(calls()).isZero();
    }

    @Test
    void anOfferWhoseLetterHasLeftEndsAtItsDeadline() {
        var deadline = offered(group());
        var registration = mine().id();
        lettersLeave();

        clock.set(deadline.plusSeconds(1));
        round.go();

        assertThat(stateOf(registration)).isEqualTo(EXPIRED);
        assertThat(calls()).isZero();
    }

    private Group group() {
        return town.group(centre).places(1).startingAt(clock.instant().plus(Duration.ofDays(14))).stands();
    }

    /** Somebody gives a place back for which the family waits: until when it is kept. */
    private Instant offered(Group group) {
        var holder = town.family(centre).lives();
        var seat = one(holder, group).registration();
        one(head, group);
        as(holder, () -> registrations.cancel(Set.of(seat)));
        return mine().deadline();
    }

    private RegistrationRecord mine() {
        return as(head, () -> registrations.mine()).getFirst();
    }

    private int calls() {
        return database.sql("SELECT COUNT(*) FROM call_task WHERE centre_id = :centre AND done_at IS NULL").param("centre", centre.id())
                .query(Integer.class).single();
    }
}
