package fr.preau.registrations;

import fr.preau.activities.PlacesService;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The books as they are, with a switch: a test that shows what the lock is good for opens them without it, and lets everybody
 * read before anybody writes.
 */
class SwitchableLock extends GroupBooks {

    private final PlacesService places;
    private final WaitingLines lines;
    private final Clock clock;
    private final AtomicInteger opened = new AtomicInteger();
    private volatile CountDownLatch readers;

    SwitchableLock(PlacesService places, WaitingLines lines, Clock clock) {
        super(places, lines, clock);
        this.places = places;
        this.lines = lines;
        this.clock = clock;
    }

    /** From now on nobody locks, and so many read before the first of them goes on. */
    void off(int together) {
        readers = new CountDownLatch(together);
        countFromNow();
    }

    /** How often books were opened since then, with the lock or without: more often than there were gestures when some began anew. */
    int opened() {
        return opened.get();
    }

    void countFromNow() {
        opened.set(0);
    }

    void on() {
        readers = null;
    }

    @Override
    List<GroupBook> open(Collection<UUID> groups) {
        opened.incrementAndGet();
        var waiting = readers;
        if (waiting == null) {
            return super.open(groups);
        }
        var read = places.peek(groups).stream()
                .map(group -> new GroupBook(group, lines.of(group.groupId()), clock.instant())).toList();
        waiting.countDown();
        try {
            waiting.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return read;
    }
}
