package fr.preau.registrations;

import static fr.preau.registrations.RegistrationState.CANCELLED_BY_FAMILY;
import static fr.preau.registrations.RegistrationState.CONFIRMED;
import static fr.preau.registrations.RegistrationState.EXPIRED;
import static fr.preau.registrations.RegistrationState.OFFERED;
import static fr.preau.registrations.RegistrationState.REFUSED;
import static fr.preau.registrations.RegistrationState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.Role;
import fr.preau.registrations.RegisterOutcome.Registered;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import fr.preau.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The team's answers against each other, against families and against time: real threads, both isolations of the snapshot. */
class ApprovalRaceTest extends RegistrationsTest {

    @AfterEach
    void withTheLock() {
        lock.on();
        clock.reset();
    }

    @ParameterizedTest(name = "innodb_snapshot_isolation={0}")
    @ValueSource(booleans = {false, true})
    void tenYesesAtOnceGiveTheLastPlaceOnceAndTheListFollowsTheRequests(boolean snapshotIsolation) throws Exception {
        var group = town.group(centre).byApproval().places(1).stands();
        var asked = requests(group, 10);

        TestDatabase.withSnapshotIsolation(snapshotIsolation, () -> {
            var outcomes = atOnce(asked.stream().<Callable<ApprovalOutcome>>map(one -> () -> accept(one)).toList());

            assertThat(outcomes.stream().mapToInt(outcome -> outcome.placed().size()).sum()).isEqualTo(1);
            assertThat(outcomes.stream().mapToInt(outcome -> outcome.waiting().size()).sum()).isEqualTo(9);
            assertThat(taken(group.session())).isEqualTo(1);
            // Whoever was first at the lock has the place; the others wait in the order in which they asked, not in that of the answers.
            assertThat(asked.stream().filter(one -> stateOf(one.registration()) == WAITING).map(this::rank))
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 9).boxed().toList());
            countersAreTrue(group);
        });
    }

    /** Without this one, the test above would prove nothing. With the snapshot's isolation on, see {@link RaceTest}. */
    @Test
    void controlWithTheLockOffYesesGiveTheLastPlaceMoreThanOnce() throws Exception {
        var group = town.group(centre).byApproval().places(1).stands();
        var asked = requests(group, 6);

        TestDatabase.withSnapshotIsolation(false, () -> {
            lock.off(asked.size());
            atOnce(asked.stream().<Callable<ApprovalOutcome>>map(one -> () -> accept(one)).toList());
        });

        assertThat(taken(group.session())).isGreaterThan(1);
    }

    @ParameterizedTest(name = "innodb_snapshot_isolation={0}")
    @ValueSource(booleans = {false, true})
    void aYesWhileTheFamilyWithdrawsLeavesNoPlaceBehind(boolean snapshotIsolation) throws Exception {
        TestDatabase.withSnapshotIsolation(snapshotIsolation, () -> {
            for (int i = 0; i < 5; i++) {
                var group = town.group(centre).byApproval().places(1).stands();
                var asked = requests(group, 1).getFirst();

                atOnce(List.<Callable<Object>>of(() -> accept(asked), () -> cancel(asked)));

                assertThat(stateOf(asked.registration())).isEqualTo(CANCELLED_BY_FAMILY);
                assertThat(taken(group.session())).isZero();
                countersAreTrue(group);
            }
        });
    }

    /**
     * Both write the registration, and its version sends the second one back, which leaves when it begins anew. With the lock nobody
     * has to: the family would wait twice for one answer.
     */
    @Test
    void controlWithTheLockOffAFamilyThatWithdrawsWhileTheTeamSaysYesHasToBeginAnew() throws Exception {
        var group = town.group(centre).byApproval().places(1).stands();
        var asked = requests(group, 1).getFirst();

        TestDatabase.withSnapshotIsolation(false, () ->
                assertThat(attemptsWithoutLock(() -> accept(asked), () -> cancel(asked))).isEqualTo(2));

        assertThat(stateOf(asked.registration())).isEqualTo(CANCELLED_BY_FAMILY);
        assertThat(taken(group.session())).isZero();
        countersAreTrue(group);
    }

    /** How often somebody opened the book who was overtaken by others in her first attempt. */
    private int attemptsWithoutLock(Runnable others, Callable<?> gesture) throws Exception {
        var ofOthers = new AtomicInteger();
        lock.offAndOvertakenBy(() -> {
            int before = lock.opened();
            others.run();
            ofOthers.set(lock.opened() - before);
        });
        gesture.call();
        return lock.opened() - ofOthers.get();
    }

    @ParameterizedTest(name = "innodb_snapshot_isolation={0}")
    @ValueSource(booleans = {false, true})
    void aYesAndANoAtOnceAreOneAnswerAndOneLetter(boolean snapshotIsolation) throws Exception {
        TestDatabase.withSnapshotIsolation(snapshotIsolation, () -> {
            for (int i = 0; i < 5; i++) {
                centre = town.centre();
                var group = town.group(centre).byApproval().places(1).stands();
                var asked = requests(group, 1).getFirst();

                var outcomes = atOnce(List.<Callable<ApprovalOutcome>>of(() -> accept(asked), () -> refuse(asked), () -> accept(asked)));

                assertThat(outcomes).filteredOn(outcome -> !outcome.nothingDone()).hasSize(1);
                boolean yes = stateOf(asked.registration()) == CONFIRMED;
                assertThat(stateOf(asked.registration())).isEqualTo(yes ? CONFIRMED : REFUSED);
                assertThat(List.of(letters("request-accepted"), letters("registration-refused"))).containsExactly(yes ? 1 : 0, yes ? 0 : 1);
                assertThat(taken(group.session())).isEqualTo(yes ? 1 : 0);
                countersAreTrue(group);
            }
        });
    }

    @ParameterizedTest(name = "innodb_snapshot_isolation={0}")
    @ValueSource(booleans = {false, true})
    void aYesWhileSomebodyCancelsDoesNotOvertakeTheHeadOfTheList(boolean snapshotIsolation) throws Exception {
        TestDatabase.withSnapshotIsolation(snapshotIsolation, () -> {
            for (int i = 0; i < 5; i++) {
                var group = town.group(centre).byApproval().places(1).stands();
                var asked = requests(group, 3);
                accept(asked.get(0));
                accept(asked.get(1));

                atOnce(List.<Callable<Object>>of(() -> cancel(asked.get(0)), () -> accept(asked.get(2))));

                assertThat(asked.stream().map(Asked::registration).map(this::stateOf)).containsExactly(CANCELLED_BY_FAMILY, OFFERED, WAITING);
                assertThat(taken(group.session())).isEqualTo(1);
                countersAreTrue(group);
            }
        });
    }

    @ParameterizedTest(name = "innodb_snapshot_isolation={0}")
    @ValueSource(booleans = {false, true})
    void aHeldPlaceThatIsConfirmedAtItsLastMomentWhileTheJobComesByHasOneOutcome(boolean snapshotIsolation) throws Exception {
        TestDatabase.withSnapshotIsolation(snapshotIsolation, () -> {
            for (int i = 0; i < 6; i++) {
                clock.reset();
                var place = heldPlace();
                clock.set(place.until().minus(Duration.ofMillis(4L * i)));

                var confirmed = (Set<?>) atOnce(List.<Callable<Object>>of(
                        () -> confirm(place),
                        () -> {
                            round.go();
                            return Boolean.TRUE;
                        })).getFirst();

                boolean kept = !confirmed.isEmpty();
                assertThat(stateOf(place.held())).isEqualTo(kept ? CONFIRMED : EXPIRED);
                assertThat(stateOf(place.next())).isEqualTo(kept ? WAITING : OFFERED);
                assertThat(taken(place.group().session())).isEqualTo(1);
                countersAreTrue(place.group());
            }
        });
    }

    /** As for an offer (see {@link RaceTest}): without the lock too there is one outcome, but reception, who came second, has to begin anew. */
    @Test
    void controlWithTheLockOffTheVersionOfTheHeldPlaceRefusesASecondOutcomeAndReceptionHasToBeginAnew() throws Exception {
        var place = heldPlace();

        TestDatabase.withSnapshotIsolation(false, () -> assertThat(attemptsWithoutLock(() -> {
            clock.set(place.until());
            round.go();
        }, () -> confirm(place))).isEqualTo(2));

        assertThat(List.of(stateOf(place.held()), stateOf(place.next()))).containsExactly(EXPIRED, OFFERED);
        assertThat(taken(place.group().session())).isEqualTo(1);
        countersAreTrue(place.group());
    }

    /** The one place of a group, held until then for who has to bring something, and the next of the list. */
    private record HeldPlace(Group group, UUID held, Instant until, UUID next) {
    }

    private HeldPlace heldPlace() {
        var group = town.group(centre).places(1).stands();
        var family = town.family(centre).lives();
        var deadline = clock.instant().plus(Duration.ofDays(2));
        var until = deadline.atZone(centre.zone()).getHour() == 2 ? deadline.plus(Duration.ofHours(1)) : deadline;
        var held = answers(asStaff(Role.RECEPTION, () -> desk.register(RegisterCommand.sessions(UUID.randomUUID().toString(), group.id(),
                family.id(), List.of(family.person()), Set.copyOf(group.sessions()), PartyRule.WHO_CAN),
                DeskTerms.ordinary().holdingUntil(until)))).getFirst().registration();
        return new HeldPlace(group, held, until, one(town.family(centre).lives(), group).registration());
    }

    private Set<UUID> confirm(HeldPlace place) {
        return asStaff(Role.RECEPTION, () -> desk.confirmHeld(Set.of(place.held()), Channel.DESK));
    }

    private record Asked(Family family, UUID registration) {
    }

    /** So many families ask, one after the other. */
    private List<Asked> requests(Group group, int number) {
        var all = new ArrayList<Asked>();
        for (int i = 0; i < number; i++) {
            var family = town.family(centre).lives();
            var outcome = (Registered) register(family, group, List.of(family.person()), PartyRule.WHO_CAN);
            all.add(new Asked(family, outcome.answers().getFirst().registration()));
        }
        return all;
    }

    private ApprovalOutcome accept(Asked asked) {
        return asStaff(Role.ANIMATOR, () -> approvals.accept(Set.of(asked.registration())));
    }

    private ApprovalOutcome refuse(Asked asked) {
        return asStaff(Role.DIRECTOR, () -> approvals.refuse(Set.of(asked.registration()), "Réservé aux nageurs"));
    }

    private CancelOutcome cancel(Asked asked) {
        return as(asked.family(), () -> registrations.cancel(Set.of(asked.registration())));
    }

    private int rank(Asked asked) {
        return as(asked.family(), () -> registrations.mine()).getFirst().rank();
    }
}
