package fr.preau.registrations;

import fr.preau.activities.PlacesService;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The books as they are, with a switch: a test that shows what the lock is good for opens them without it, and lets everybody
 * read before anybody writes, or one be overtaken by others. Groups are named forwards and backwards by turns: to put them in
 * order is the lock's business.
 */
class SwitchableLock extends GroupBooks {

    private static final int DEADLOCK = 1213;

    private final PlacesService places;
    private final WaitingLines lines;
    private final Clock clock;
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger deadlocks = new AtomicInteger();
    private volatile Function<List<UUID>, List<GroupBook>> way = this::locked;

    SwitchableLock(PlacesService places, WaitingLines lines, Clock clock) {
        super(places, lines, clock);
        this.places = places;
        this.lines = lines;
        this.clock = clock;
    }

    /** From now on nobody locks, and so many read before the first of them goes on. */
    void off(int together) {
        var readers = new CountDownLatch(together);
        countFromNow();
        way = groups -> {
            var read = read(groups);
            meet(readers);
            return read;
        };
    }

    /** From now on nobody locks, and between the reading and the writing of who comes first others do this from beginning to end. */
    void offAndOvertakenBy(Runnable others) {
        var first = new AtomicBoolean(true);
        countFromNow();
        way = groups -> {
            var read = read(groups);
            if (first.getAndSet(false)) {
                // On another thread, and so in transactions of their own.
                CompletableFuture.runAsync(others).join();
            }
            return read;
        };
    }

    /** From now on groups are locked as they are named, and so many have their first before one of them asks for the second. */
    void withoutOrder(int together) {
        var holders = new CountDownLatch(together);
        countFromNow();
        way = groups -> {
            var held = new ArrayList<GroupBook>();
            for (var group : groups) {
                held.addAll(locked(List.of(group)));
                meet(holders);
            }
            return held;
        };
    }

    /** How often books were opened since then, with the lock or without: more often than there were gestures when some began anew. */
    int opened() {
        return opened.get();
    }

    /** How many of these the database sent back with a deadlock, whatever came of them when they began anew. */
    int deadlocks() {
        return deadlocks.get();
    }

    void countFromNow() {
        opened.set(0);
        deadlocks.set(0);
    }

    void on() {
        way = this::locked;
    }

    @Override
    List<GroupBook> open(Collection<UUID> groups) {
        var named = groups.stream().sorted().toList();
        boolean forwards = opened.getAndIncrement() % 2 == 0;
        try {
            return way.apply(forwards ? named : named.reversed());
        } catch (RuntimeException failure) {
            if (isDeadlock(failure)) {
                deadlocks.incrementAndGet();
            }
            throw failure;
        }
    }

    private List<GroupBook> locked(List<UUID> groups) {
        return super.open(groups);
    }

    private List<GroupBook> read(List<UUID> groups) {
        return places.peek(groups).stream()
                .map(group -> new GroupBook(group, lines.of(group.groupId()), clock.instant())).toList();
    }

    private static void meet(CountDownLatch all) {
        all.countDown();
        try {
            all.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isDeadlock(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException sql && sql.getErrorCode() == DEADLOCK);
    }
}
