package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.base.TooBusyException;
import fr.preau.registrations.Town.Group;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** Who goes through the lock of a group together, and what becomes of all when one of them fails. */
class GestureQueueTest extends RegistrationsTest {

    /** Somebody in front of the lock or behind it. */
    private record Caller<T>(Thread thread, CompletableFuture<T> answer) {
    }

    private Group group;

    @BeforeEach
    void aGroup() {
        group = town.group(centre).places(12).stands();
        lock.countFromNow();
    }

    @Test
    void whoComesFirstDoesNotWaitForOthers() {
        assertThat(in(() -> queue.together(group.id(), GroupBook::id))).isEqualTo(group.id());
        assertThat(lock.opened()).isEqualTo(1);
    }

    @Test
    void thoseWhoComeMeanwhileGoInTogetherInTheirOrder() {
        var order = new ConcurrentLinkedQueue<Integer>();
        var callers = behindSomebodyInside(5, number -> book -> {
            order.add(number);
            return number;
        });

        assertThat(callers.stream().map(caller -> caller.answer().join())).containsExactly(0, 1, 2, 3, 4);
        assertThat(order).containsExactly(0, 1, 2, 3, 4);
        assertThat(lock.opened()).as("the first, then all others").isEqualTo(2);
    }

    @Test
    void whatOneHasTakenTheNextInTheSameTransactionSeesTaken() {
        var families = IntStream.range(0, 14).mapToObj(number -> town.family(centre).lives()).toList();
        lock.countFromNow();
        var ranks = behindSomebodyInside(group.id(), families.stream().<Supplier<Integer>>map(family -> () -> one(family, group).rank()).toList());

        assertThat(ranks.stream().map(rank -> rank.answer().join())).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2);
        assertThat(lock.opened()).isEqualTo(2);
    }

    @Test
    void whenOneOfThemFailsTheOthersAreRegisteredAndOnlySheHearsOfIt() {
        var callers = behindSomebodyInside(4, number -> book -> {
            if (number == 2) {
                throw new IllegalArgumentException("hers");
            }
            return number;
        });

        assertThat(List.of(0, 1, 3)).allSatisfy(number -> assertThat(callers.get(number).answer().join()).isEqualTo(number));
        assertThatThrownBy(() -> callers.get(2).answer().join()).hasRootCauseMessage("hers");
        assertThat(lock.opened()).as("the first, all together, then each alone").isEqualTo(1 + 1 + 4);
    }

    @Test
    void whenTheDatabaseIsAwayNobodyTriesAgainAlone() {
        var callers = behindSomebodyInside(3, number -> book -> {
            throw new DataAccessResourceFailureException("away", new SQLTransientConnectionException());
        });

        assertThat(callers).allSatisfy(caller -> assertThatThrownBy(() -> caller.answer().join())
                .hasCauseInstanceOf(DataAccessResourceFailureException.class));
        assertThat(lock.opened()).isEqualTo(2);
    }

    @Test
    void whoNoLongerWaitsIsNotCarriedOut() throws Exception {
        var done = new ConcurrentLinkedQueue<Integer>();
        var inside = new CountDownLatch(1);
        var out = new CountDownLatch(1);
        var first = calls(() -> queue.together(group.id(), staying(inside, out)));
        assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();
        var caller = calls(() -> queue.together(group.id(), book -> done.add(1)));
        waits(caller);

        caller.thread().interrupt();

        assertThatThrownBy(() -> caller.answer().join()).hasCauseInstanceOf(TooBusyException.class);
        out.countDown();
        first.answer().join();
        assertThat(done).isEmpty();
    }

    @Test
    void aGroupOfAnotherCentreIsNotFoundByWhoComesAloneOrWithOthers() {
        var elsewhere = town.group(town.centre()).stands();

        assertThatThrownBy(() -> in(() -> queue.together(elsewhere.id(), GroupBook::id))).isInstanceOf(NoSuchElementException.class);
    }

    private List<Caller<Integer>> behindSomebodyInside(int number, Function<Integer, Function<GroupBook, Integer>> gesture) {
        return behindSomebodyInside(group.id(), IntStream.range(0, number)
                .<Supplier<Integer>>mapToObj(i -> () -> queue.together(group.id(), gesture.apply(i))).toList());
    }

    /** All of these come one after the other while somebody holds the lock, who then leaves. */
    private <T> List<Caller<T>> behindSomebodyInside(UUID id, List<Supplier<T>> gestures) {
        var inside = new CountDownLatch(1);
        var out = new CountDownLatch(1);
        var first = calls(() -> queue.together(id, staying(inside, out)));
        var all = new ArrayList<Caller<T>>();
        try {
            assertThat(inside.await(10, TimeUnit.SECONDS)).isTrue();
            for (var gesture : gestures) {
                var caller = calls(gesture);
                waits(caller);
                all.add(caller);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            out.countDown();
        }
        first.answer().join();
        return all;
    }

    private static Function<GroupBook, Boolean> staying(CountDownLatch inside, CountDownLatch out) {
        return book -> {
            inside.countDown();
            try {
                return out.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private <T> Caller<T> calls(Supplier<T> gesture) {
        var answer = new CompletableFuture<T>();
        var thread = Thread.ofPlatform().start(() -> {
            try {
                answer.complete(in(gesture::get));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return new Caller<>(thread, answer);
    }

    /** Only the queue lets a thread wait with a limit while nothing holds the database. */
    private static void waits(Caller<?> caller) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> caller.thread().getState() == Thread.State.TIMED_WAITING);
    }
}
