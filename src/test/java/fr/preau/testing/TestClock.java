package fr.preau.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A clock that goes on by itself from the real hour, and that a test may set, push or stop; it is put right before each class. */
public final class TestClock extends Clock {

    private final AtomicReference<Duration> shift = new AtomicReference<>(Duration.ZERO);
    private volatile @Nullable Instant stopped;

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        Instant held = stopped;
        return Clock.offset(held == null ? Clock.system(zone) : Clock.fixed(held, zone), shift.get());
    }

    @Override
    public Instant instant() {
        return real().plus(shift.get());
    }

    /** Lets this much time pass at once. */
    public void pass(Duration time) {
        shift.updateAndGet(now -> now.plus(time));
    }

    /** Makes it this instant; the clock goes on from there. */
    public void set(Instant instant) {
        shift.set(Duration.between(real(), instant));
    }

    /** From now on only {@link #pass} and {@link #set} move it, however long a test takes. */
    public void stop() {
        stopped = Instant.now();
    }

    /** Back to the real hour. */
    public void reset() {
        stopped = null;
        shift.set(Duration.ZERO);
    }

    private Instant real() {
        Instant held = stopped;
        return held == null ? Instant.now() : held;
    }
}
