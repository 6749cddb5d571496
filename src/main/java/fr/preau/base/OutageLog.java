package fr.preau.base;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * While the database is away, each click, job and letter fails for the same reason. The log then says it in one line a minute
 * instead of a page for each, which fills a disk and hides everything else. It begins when the application is ready:
 * until then a database that does not answer is the reason why it does not start, and is told in full.
 */
@Component
class OutageLog {

    private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

    private final OneLineAMinute filter = new OneLineAMinute();

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        ILoggerFactory loggers = LoggerFactory.getILoggerFactory();
        if (loggers instanceof LoggerContext context) {
            filter.start();
            context.addTurboFilter(filter);
        }
    }

    @EventListener(ContextClosedEvent.class)
    void end() {
        filter.stop();
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getTurboFilterList().remove(filter);
        }
    }

    /** Takes the place of everything that is logged because of it. */
    private static final class OneLineAMinute extends TurboFilter {

        private final org.slf4j.Logger log = LoggerFactory.getLogger(DatabaseAway.class);
        private final AtomicLong next = new AtomicLong(System.nanoTime());
        private final AtomicInteger hushed = new AtomicInteger();

        @Override
        public FilterReply decide(Marker marker, Logger logger, Level level, String format, Object @Nullable [] facts, @Nullable Throwable thrown) {
            Throwable why = thrown != null ? thrown : lastOf(facts);
            if (why == null || !isStarted() || !DatabaseAway.isCauseOf(why)) {
                return FilterReply.NEUTRAL;
            }
            tell(why);
            return FilterReply.DENY;
        }

        /** SLF4J takes an exception at the end of the facts for what was thrown. */
        private static @Nullable Throwable lastOf(Object @Nullable [] facts) {
            return facts != null && facts.length > 0 && facts[facts.length - 1] instanceof Throwable last ? last : null;
        }

        private void tell(Throwable why) {
            long now = System.nanoTime();
            long due = next.get();
            hushed.incrementAndGet();
            if (now - due >= 0 && next.compareAndSet(due, now + BETWEEN_LINES.toNanos())) {
                log.warn("The database does not answer ({} times since the last such line): {}", hushed.getAndSet(0), rootOf(why));
            }
        }

        private static String rootOf(Throwable why) {
            Throwable root = why;
            for (int depth = 0; root.getCause() != null && depth < 20; depth++) {
                root = root.getCause();
            }
            return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        }
    }
}
