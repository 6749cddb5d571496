package fr.preau.base;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** How often, and after which pauses, a transaction is begun anew that met another. */
final class Attempts {

    private static final int MOST = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(8);

    private Attempts() {
    }

    /** A whole transaction, from its begin to its end. */
    @FunctionalInterface
    interface Attempt<T, E extends Throwable> {
        T make() throws E;
    }

    /** @throws TooBusyException when each attempt met a conflict; nothing was written */
    static <T, E extends Throwable> T of(Attempt<T, E> work) throws E {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.make();
            } catch (RuntimeException e) {
                if (!RetriedTransaction.isConflict(e)) {
                    throw e;
                }
                if (attempt == MOST) {
                    throw new TooBusyException(e);
                }
            }
            pauseBefore(attempt);
        }
    }

    /** Doubling pauses with full jitter, so that those who collided do not meet again. */
    private static void pauseBefore(int attempt) {
        long longest = FIRST_PAUSE.toNanos() << attempt;
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(FIRST_PAUSE.toNanos(), longest + 1));
    }
}
