package fr.preau.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The clock of the demonstration: the real one, but while the story is told its past is lived again, so that every row and
 * every line of history comes out of the same services as in life.
 */
final class DemoClock extends Clock {

    private static final ScopedValue<Instant> TOLD = ScopedValue.newInstance();

    private final ZoneId zone;

    DemoClock() {
        this(ZoneOffset.UTC);
    }

    private DemoClock(ZoneId zone) {
        this.zone = zone;
    }

    /** Does some work as if it were that instant. */
    static void at(Instant moment, Runnable work) {
        ScopedValue.where(TOLD, moment).run(work);
    }

    @Override
    public Instant instant() {
        return TOLD.isBound() ? TOLD.get() : Clock.systemUTC().instant();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new DemoClock(other);
    }
}
