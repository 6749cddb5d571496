package fr.preau.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that goes on by itself from the real hour, and that a test may set or push; it is put right before each class. */
public final class TestClock extends Clock {

    private final AtomicReference<Duration> shift = new AtomicReference<>(Duration.ZERO);

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), shift.get());
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(shift.get());
    }

    /** Lets this much time pass at once. */
    public void pass(Duration time) {
        shift.updateAndGet(now -> now.plus(time));
    }

    /** Makes it this instant; the clock goes on from there. */
    public void set(Instant instant) {
        shift.set(Duration.between(Instant.now(), instant));
    }

    /** Back to the real hour. */
    public void reset() {
        shift.set(Duration.ZERO);
    }
}
