package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.TooBusyException;
import fr.preau.registrations.Town.Family;
import fr.preau.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The races when each family comes to a server of its own: nothing is between them but the lock of the database. */
class RaceTest extends Races {

    @BeforeEach
    void eachAlone() {
        queue.off();
    }

    @AfterEach
    void asUsual() {
        queue.on();
        lock.on();
    }

    /** Without this one, fifty households and one last place would prove nothing: with the lock off the same place is given to many. */
    @Test
    void controlWithTheLockOffTheLastPlaceIsGivenMoreThanOnce() throws Exception {
        var group = town.group(centre).places(1).stands();
        var families = families(10);

        TestDatabase.withSnapshotIsolation(false, () -> {
            lock.off(families.size());
            atOnce(families.stream().<Callable<Answer>>map(family -> () -> one(family, group)).toList());
        });

        assertThat(taken(group.session())).isGreaterThan(1);
    }

    /**
     * What protects the place when the lock is off and the snapshot's isolation on: not our code but error 1020. Everybody writes
     * the one row of the session's counters; whoever read it before another wrote it is sent back by the database, and
     * {@link fr.preau.base.RetriedTransaction} begins anew on a fresh view. So this setting cannot show that the lock is
     * needed, and the control above runs with it off. It shows two other things: the counters' row would guard the last
     * place by itself, and the price would be gestures done over, which the lock saves: with it, nobody is sent back.
     */
    @Test
    void controlWithTheLockOffAndTheIsolationOnTheDatabaseSendsEverybodyBackButTheFirst() throws Exception {
        var group = town.group(centre).places(1).stands();
        var families = families(10);

        TestDatabase.withSnapshotIsolation(true, () -> {
            lock.off(families.size());
            atOnce(families.stream().<Callable<Boolean>>map(family -> () -> registersUnlessTooBusy(family, group)).toList());
        });

        assertThat(taken(group.session())).isEqualTo(1);
        assertThat(lock.opened()).as("gestures that were begun, anew or not").isGreaterThan(families.size());
        countersAreTrue(group);
    }

    /** A party is one decision and one transaction: nothing splits it, with the lock or without. What the lock keeps is the number. */
    @Test
    void controlWithTheLockOffGroupsOfOneToFourTakeMoreThanTenPlacesThoughNoneIsSplit() throws Exception {
        var group = town.group(centre).places(10).stands();
        var families = familiesOfOneToFour();

        TestDatabase.withSnapshotIsolation(false, () -> {
            lock.off(families.size());
            var outcomes = togetherAtOnce(families, group);

            assertThat(outcomes).allSatisfy(party -> assertThat(party.stream().map(Answer::state).distinct()).hasSize(1));
        });

        assertThat(taken(group.session())).isGreaterThan(10);
    }

    /**
     * The head gets the place all the same: it is given back and offered in one transaction, so that nobody ever sees it free. What
     * goes wrong is the list: whoever cancels writes how many waited when she read, and who came since is not in that number.
     */
    @Test
    void controlWithTheLockOffANewcomerIsNotCountedWhileAnotherCancelsAndTheNextIsToldTheSameRank() throws Exception {
        var place = onePlaceAndAListOf(3);
        var newcomer = town.family(centre).lives();
        var next = town.family(centre).lives();

        TestDatabase.withSnapshotIsolation(false, () -> {
            lock.offAndOvertakenBy(() -> one(newcomer, place.group()));
            cancel(place);
        });

        assertThat(stateOf(place.list().getFirst())).isEqualTo(RegistrationState.OFFERED);
        assertThat(rankOf(newcomer)).isEqualTo(3);
        assertThat(one(next, place.group()).rank()).isEqualTo(3);
    }

    /**
     * Two outcomes are impossible without the lock too: both write the offer, and its version sends the second one back, which finds
     * the answer when it begins anew. With the lock nobody has to.
     */
    @Test
    void controlWithTheLockOffTheVersionOfTheOfferRefusesASecondOutcomeAndTheFamilyHasToBeginAnew() throws Exception {
        var place = onePlaceAndAListOf(2);
        headHasAnOffer(place);
        var offer = openOffer(place.list().getFirst());
        clock.stop();
        clock.set(deadlineOf(place.head()).minusMillis(1));

        TestDatabase.withSnapshotIsolation(false, () -> {
            var ofTheRound = new AtomicInteger();
            lock.offAndOvertakenBy(() -> {
                clock.pass(Duration.ofMillis(1));
                int before = lock.opened();
                round.go();
                ofTheRound.set(lock.opened() - before);
            });
            assertThat(as(place.head(), () -> offers.accept(offer))).isEqualTo(OfferOutcome.EXPIRED);
            assertThat(lock.opened() - ofTheRound.get()).as("attempts of the family").isEqualTo(2);
        });

        assertThat(place.list().stream().map(this::stateOf)).containsExactly(RegistrationState.EXPIRED, RegistrationState.OFFERED);
        assertThat(taken(place.group().session())).isEqualTo(1);
        countersAreTrue(place.group());
    }

    /** A series is one decision and one transaction: none is half, with the lock or without. What the lock keeps is the number. */
    @Test
    void controlWithTheLockOffASeriesHasMoreThanItsPlacesThoughTheSameInEachSession() throws Exception {
        var group = town.group(centre).series(6).places(8).stands();
        var families = families(12);

        TestDatabase.withSnapshotIsolation(false, () -> {
            lock.off(families.size());
            atOnce(families.stream().<Callable<Answer>>map(family -> () -> one(family, group)).toList());
        });

        assertThat(group.sessions().stream().map(this::taken).distinct()).containsExactly(families.size());
    }

    /**
     * Why groups are locked in one order: locked as each names them, two have one group each and wait for the other. The database
     * sends one of them back, which {@link fr.preau.base.RetriedTransaction} would hide: so it is counted at the lock.
     */
    @Test
    void controlWithTheLocksInNoOrderTwoWhoEndTwoSeriesMeetTheDeadlockOfTheDatabase() throws Exception {
        var one = town.group(centre).series(6).places(8).stands();
        var other = town.group(centre).series(6).places(8).stands();
        var families = families(2);
        var ends = families.stream().map(family -> Set.of(one(family, one).registration(), one(family, other).registration())).toList();

        lock.withoutOrder(families.size());
        atOnce(IntStream.range(0, families.size()).<Callable<CancelOutcome>>mapToObj(i ->
                () -> as(families.get(i), () -> registrations.cancel(ends.get(i)))).toList());

        assertThat(lock.deadlocks()).isPositive();
        for (var group : List.of(one, other)) {
            assertThat(group.sessions().stream().map(this::taken).distinct()).as("begun anew, both have left").containsExactly(0);
        }
    }

    /** Without the lock somebody may run out of attempts: told so, and nothing written. */
    private boolean registersUnlessTooBusy(Family family, Town.Group group) {
        try {
            one(family, group);
            return true;
        } catch (TooBusyException sentBackTooOften) {
            return false;
        }
    }
}
