package fr.preau.local;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Brings a server back that ended by itself, unless it does so again and again: then something else is wrong. */
final class ServerKeeper {

    /** A server that ends so often within this time is not brought back. */
    static final int OFTEN = 5;
    private static final long WITHIN = Duration.ofMinutes(2).toNanos();

    private final BooleanSupplier start;
    private final Consumer<Duration> again;
    private final Consumer<LocalStartException> gaveUp;
    private final Deque<Long> ends = new ArrayDeque<>();

    /** @param start starts the server; false when nobody wants it any more */
    ServerKeeper(BooleanSupplier start, Consumer<Duration> again, Consumer<LocalStartException> gaveUp) {
        this.start = start;
        this.again = again;
        this.gaveUp = gaveUp;
    }

    /** Whether there is a server again. */
    boolean bringsBack() {
        long now = System.nanoTime();
        ends.removeIf(end -> now - end > WITHIN);
        ends.add(now);
        if (ends.size() >= OFTEN) {
            gaveUp.accept(new LocalStartException("database-dies", ends.size()));
            return false;
        }
        try {
            if (!start.getAsBoolean()) {
                return false;
            }
        } catch (LocalStartException e) {
            gaveUp.accept(e);
            return false;
        }
        again.accept(Duration.ofNanos(System.nanoTime() - now));
        return true;
    }
}
