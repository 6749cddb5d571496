package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import fr.preau.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real threads on the real database, with MariaDB's snapshot isolation off (as it was) and on (as it is since 11.6.2). */
abstract class Races extends RegistrationsTest {

    @AfterEach
    void theClockGoesOn() {
        clock.reset();
    }

    @ParameterizedTest(name = "innodb_snapshot_isolation={0}")
    @ValueSource(booleans = {false, true})
    void fiftyHouseholdsConfirmTheLastPlaceAtOnceAndOneHasIt(boolean snapshotIsolation) throws Exception {
        var group = town.group(centre).places(1).stands();
        var families = families(50);

        TestDatabase.withSnapshotIsolation(snapshotIsolation, () -> {
            var answers = atOnce(families.stream().<Callable<Answer>>map(family -> () -> one(family, group)).toList());

            assertThat(answers).filteredOn(answer -> answer.state() == RegistrationState.CONFIRMED).hasSize(1);
            assertThat(answers).filteredOn(answer -> answer.state() == RegistrationState.WAITING).extracting(Answer::rank)
                    .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 49).boxed().toList());
            // Everybody reads the rank again, and it is the one that was said.
            for (int i = 0; i < families.size(); i++) {
                var family = families.get(i);
                var mine = as(family, () -> registrations.mine()).getFirst();
                assertThat(mine.rank()).isEqualTo(answers.get(i).rank());
            }
            assertThat(List.of(letters("registration-confirmed"), letters("registration-waiting"))).containsExactly(1, 49);
            countersAreTrue(group);
        });
    }

    @ParameterizedTest(name = "innodb_snapshot_isolation={0}")
    @ValueSource(booleans = {false, true})
    void tenPlacesAskedByGroupsOfOneToFourAreNeverElevenAndNoGroupIsSplit(boolean snapshotIsolation) throws Exception {
        var group = town.group(centre).places(10).stands();
        var families = familiesOfOneToFour();

        TestDatabase.withSnapshotIsolation(snapshotIsolation, () -> {
            var outcomes = togetherAtOnce(families, group);

            assertThat(taken(group.session())).isBetween(7, 10);
            assertThat(outcomes).allSatisfy(party -> assertThat(party.stream().map(Answer::state).distinct()).hasSize(1));
            countersAreTrue(group);
        });
    }

    @ParameterizedTest(name = "innodb_snapshot_isolation={0}")
    @ValueSource(booleans = {false, true})
    void whenOneCancelsAndAnotherRegistersTheHeadOfTheListGetsThePlace(boolean snapshotIsolation) throws Exception {
        TestDatabase.withSnapshotIsolation(snapshotIsolation, () -> {
            for (int i = 0; i < 5; i++) {
                var place = onePlaceAndAListOf(3);
                var newcomer = town.family(centre).lives();

                atOnce(List.<Callable<Object>>of(() -> cancel(place), () -> one(newcomer, place.group())));

                assertThat(place.list().stream().map(this::stateOf)).containsExactly(
                        RegistrationState.OFFERED, RegistrationState.WAITING, RegistrationState.WAITING);
                assertThat(rankOf(newcomer)).isEqualTo(3);
                assertThat(taken(place.group().session())).isEqualTo(1);
                countersAreTrue(place.group());
            }
        });
    }

    @ParameterizedTest(name = "innodb_snapshot_isolation={0}")
    @ValueSource(booleans = {false, true})
    void anOfferAcceptedAtItsLastSecondWhileTheJobComesByHasOneOutcome(boolean snapshotIsolation) throws Exception {
        var outcomes = EnumSet.noneOf(OfferOutcome.class);

        TestDatabase.withSnapshotIsolation(snapshotIsolation, () -> {
            for (int i = 0; i < 8; i++) {
                clock.reset();
                var place = onePlaceAndAListOf(2);
                headHasAnOffer(place);
                var offer = openOffer(place.list().getFirst());
                var deadline = deadlineOf(place.head());
                if (i == 7) {
                    // In the first round it is too late; in the last the clock stands still, and it is in time however slow the machine is.
                    clock.stop();
                }
                clock.set(deadline.minus(Duration.ofMillis(4L * i)));

                var outcome = (OfferOutcome) atOnce(List.<Callable<Object>>of(
                        () -> as(place.head(), () -> offers.accept(offer)),
                        () -> {
                            round.go();
                            return Boolean.TRUE;
                        })).getFirst();

                boolean accepted = outcome == OfferOutcome.ACCEPTED;
                assertThat(place.list().stream().map(this::stateOf)).containsExactly(
                        accepted ? RegistrationState.CONFIRMED : RegistrationState.EXPIRED,
                        accepted ? RegistrationState.WAITING : RegistrationState.OFFERED);
                assertThat(taken(place.group().session())).isEqualTo(1);
                countersAreTrue(place.group());
                outcomes.add(outcome);
            }
        });

        assertThat(outcomes).containsExactlyInAnyOrder(OfferOutcome.ACCEPTED, OfferOutcome.EXPIRED);
    }

    @ParameterizedTest(name = "innodb_snapshot_isolation={0}")
    @ValueSource(booleans = {false, true})
    void seriesAndTheirEndsInBothDirectionsAtOnceShowNoDeadlockAndNoHalfSeries(boolean snapshotIsolation) throws Exception {
        var one = town.group(centre).series(6).places(8).stands();
        var other = town.group(centre).series(6).places(8).stands();
        var families = families(12);

        TestDatabase.withSnapshotIsolation(snapshotIsolation, () -> {
            lock.countFromNow();
            atOnce(IntStream.range(0, families.size()).<Callable<Object>>mapToObj(i -> () -> {
                var family = families.get(i);
                var first = one(family, i % 2 == 0 ? one : other);
                var second = one(family, i % 2 == 0 ? other : one);
                // Both ends at once: the groups are locked in one order whatever order they are named in.
                return as(family, () -> registrations.cancel(Set.of(first.registration(), second.registration())));
            }).toList());
            atOnce(families.stream().<Callable<Object>>map(family -> () -> one(family, one)).toList());

            // Not even one after which the database was asked again.
            assertThat(lock.deadlocks()).isZero();
            for (var group : List.of(one, other)) {
                countersAreTrue(group);
                assertThat(group.sessions().stream().map(this::taken).distinct()).as("the same in each session").hasSize(1);
                assertThat(taken(group.session())).isLessThanOrEqualTo(8);
            }
        });
    }

    /** Each tab has a gesture of its own: what they have in common is the seat, and its key. */
    @ParameterizedTest(name = "innodb_snapshot_isolation={0}")
    @ValueSource(booleans = {false, true})
    void onePersonInTenTabsAtOnceIsRegisteredInOneAndToldSoInTheOthers(boolean snapshotIsolation) throws Exception {
        var group = town.group(centre).places(12).stands();
        var family = town.family(centre).lives();

        TestDatabase.withSnapshotIsolation(snapshotIsolation, () -> {
            var outcomes = atOnce(Stream.generate(() -> (Callable<RegisterOutcome>) () -> register(family, group, family.persons(), PartyRule.WHO_CAN))
                    .limit(10).toList());

            assertThat(outcomes).filteredOn(outcome -> outcome instanceof RegisterOutcome.Registered).hasSize(1);
            assertThat(outcomes).filteredOn(outcome -> outcome instanceof RegisterOutcome.Refused no
                    && no.whyNot().stream().allMatch(one -> one.why().why() == RegistrationRefusal.Why.ALREADY_REGISTERED)).hasSize(9);
            assertThat(taken(group.session())).isEqualTo(1);
            assertThat(allLetters()).isEqualTo(1);
            countersAreTrue(group);
        });
    }

    @ParameterizedTest(name = "innodb_snapshot_isolation={0}")
    @ValueSource(booleans = {false, true})
    void aRequestThatIsSentTenTimesAtOnceIsOneRegistrationAndOneLetter(boolean snapshotIsolation) throws Exception {
        var group = town.group(centre).places(12).stands();
        var family = town.family(centre).of(2).lives();
        var key = UUID.randomUUID().toString();

        TestDatabase.withSnapshotIsolation(snapshotIsolation, () -> {
            var outcomes = atOnce(Stream.generate(() -> (Callable<List<UUID>>) () -> answers(register(family, group, key, family.persons(),
                    PartyRule.TOGETHER)).stream().map(Answer::registration).toList()).limit(10).toList());

            assertThat(outcomes.stream().map(Set::copyOf).distinct()).hasSize(1);
            assertThat(taken(group.session())).isEqualTo(2);
            assertThat(allLetters()).isEqualTo(1);
        });
    }

    /** A group with one place, who has it, and who waits for it. */
    record OnePlace(Group group, Family holder, UUID seat, List<Family> waiting, List<UUID> list) {

        Family head() {
            return waiting.getFirst();
        }
    }

    OnePlace onePlaceAndAListOf(int number) {
        var group = town.group(centre).places(1).stands();
        var holder = town.family(centre).lives();
        var seat = one(holder, group).registration();
        var waiting = families(number);
        return new OnePlace(group, holder, seat, waiting, waiting.stream().map(family -> one(family, group).registration()).toList());
    }

    CancelOutcome cancel(OnePlace place) {
        return as(place.holder(), () -> registrations.cancel(Set.of(place.seat())));
    }

    /** The holder has cancelled, and the first of the list has read that the place is offered. */
    void headHasAnOffer(OnePlace place) {
        cancel(place);
        lettersLeave();
    }

    Instant deadlineOf(Family family) {
        return as(family, () -> registrations.mine()).getFirst().deadline();
    }

    int rankOf(Family family) {
        return as(family, () -> registrations.mine()).getFirst().rank();
    }

    /** Forty persons in sixteen families. */
    List<Family> familiesOfOneToFour() {
        return IntStream.range(0, 16).mapToObj(i -> town.family(centre).of(1 + i % 4).lives()).toList();
    }

    List<List<Answer>> togetherAtOnce(List<Family> families, Group group) throws Exception {
        return atOnce(families.stream().<Callable<List<Answer>>>map(family ->
                () -> answers(register(family, group, family.persons(), PartyRule.TOGETHER))).toList());
    }

    List<Family> families(int number) {
        var all = new ArrayList<Family>();
        for (int i = 0; i < number; i++) {
            all.add(town.family(centre).lives());
        }
        return all;
    }
}
