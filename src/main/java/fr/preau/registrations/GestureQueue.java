package fr.preau.registrations;

import fr.preau.base.CurrentCentre;
import fr.preau.base.DatabaseAway;
import fr.preau.base.NotHereException;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.TooBusyException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Where gestures for the same group queue up in front of its lock. The first goes in at once; those who come meanwhile go in
 * together after it, in the order in which they came: one lock, one reading of the book, one writing of its counters and one
 * commit for all of them. Nobody waits for others to come, and only one connection of this server waits for a group.
 * <p>
 * This only saves work. The lock in the database decides, between servers too; and when one gesture of several fails, all are
 * undone and each is carried out as if it had come alone.
 */
@Component
class GestureQueue {

    /** As many rows of a kind go to the database in one go, see hibernate.jdbc.batch_size. */
    private static final int MOST_TOGETHER = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Who waits for each group; a group in which nobody is has none. */
    private final Map<Key, Queue<Waiting<?>>> queues = new ConcurrentHashMap<>();
    private final GroupBooks books;
    private final RetriedTransaction transactions;

    GestureQueue(GroupBooks books, RetriedTransaction transactions) {
        this.books = books;
        this.transactions = transactions;
    }

    /**
     * Carries out a gesture under the group's lock, in a transaction that others may share, and writes what it changed in the
     * book. It may run in another caller's thread, which has this caller's centre but not its account, and more than once, of
     * which one counts.
     *
     * @throws NotHereException when the centre has no such group
     * @throws TooBusyException       when those before took too long; nothing was written
     */
    <T> T together(UUID group, Function<GroupBook, T> gesture) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return alone(group, gesture);
        }
        var key = new Key(CurrentCentre.require(), group);
        var mine = new Waiting<>(gesture, () -> alone(group, gesture));
        queues.compute(key, (same, queue) -> {
            if (queue == null) {
                mine.next.complete(() -> lead(key, mine));
                return new ArrayDeque<>();
            }
            queue.add(mine);
            return queue;
        });
        return whatIsNext(key, mine).get();
    }

    /** The same in the caller's own transaction, or in one that nobody shares. */
    <T> T alone(UUID group, Function<GroupBook, T> gesture) {
        return transactions.call(() -> {
            var book = open(group);
            var answer = gesture.apply(book);
            books.write(book);
            return answer;
        });
    }

    private GroupBook open(UUID group) {
        return books.open(group).orElseThrow(() -> new NotHereException("No such group"));
    }

    private <T> Supplier<T> whatIsNext(Key key, Waiting<T> mine) {
        try {
            return mine.next.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return leave(key, mine);
        } catch (TimeoutException e) {
            return leave(key, mine);
        }
    }

    private <T> Supplier<T> leave(Key key, Waiting<T> mine) {
        var left = new AtomicBoolean();
        queues.computeIfPresent(key, (same, queue) -> {
            left.set(queue.remove(mine));
            return queue;
        });
        if (left.get()) {
            throw new TooBusyException("The patience of who waited for its turn is over");
        }
        // It is in somebody's hands.
        return mine.next.join();
    }

    /** Goes in with those who have come meanwhile, then calls the next. */
    private <T> T lead(Key key, Waiting<T> mine) {
        List<Waiting<?>> all = new ArrayList<>();
        all.add(mine);
        queues.computeIfPresent(key, (same, queue) -> {
            while (all.size() < MOST_TOGETHER && !queue.isEmpty()) {
                all.add(queue.remove());
            }
            return queue;
        });
        try {
            carryOut(key.group(), all);
        } finally {
            queues.computeIfPresent(key, (same, queue) -> {
                var next = queue.poll();
                if (next == null) {
                    return null;
                }
                callIn(key, next);
                return queue;
            });
            all.forEach(Waiting::goOn);
        }
        return mine.end.get();
    }

    private <T> void callIn(Key key, Waiting<T> next) {
        next.next.complete(() -> lead(key, next));
    }

    private void carryOut(UUID group, List<Waiting<?>> all) {
        try {
            transactions.run(() -> {
                var book = open(group);
                all.forEach(one -> one.carryOut(book));
                books.write(book);
            });
            all.forEach(Waiting::isCommitted);
        } catch (RuntimeException failure) {
            if (all.size() == 1 || DatabaseAway.isCauseOf(failure)) {
                all.forEach(one -> one.failsWith(failure));
            }
        }
    }

    private record Key(UUID centre, UUID group) {
    }

    /** Somebody's gesture on its way. */
    private static final class Waiting<T> {

        private final Function<GroupBook, T> gesture;
        /** What the caller does when its waiting is over. */
        private final CompletableFuture<Supplier<T>> next = new CompletableFuture<>();
        /** How it ends once it was inside: it is carried out alone, unless it has an answer or failed. */
        private Supplier<T> end;
        private @Nullable T answer;

        private Waiting(Function<GroupBook, T> gesture, Supplier<T> alone) {
            this.gesture = gesture;
            this.end = alone;
        }

        private void carryOut(GroupBook book) {
            answer = gesture.apply(book);
        }

        private void isCommitted() {
            end = () -> Objects.requireNonNull(answer);
        }

        private void failsWith(RuntimeException failure) {
            end = () -> {
                throw failure;
            };
        }

        private void goOn() {
            next.complete(end);
        }
    }
}
