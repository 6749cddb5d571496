package fr.preau.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What waited goes on when the first visitors have been served, and not beside the end of an application. */
class SettlingTest {

    private final LinkedBlockingQueue<Object> told = new LinkedBlockingQueue<>();

    @Test
    void itIsToldOnceAfterItsTime() throws Exception {
        var settling = new Settling(told::add, Duration.ofMillis(300));
        long begin = System.nanoTime();

        settling.begin();

        assertThat(told.poll(20, TimeUnit.SECONDS)).isInstanceOf(Settled.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(told).isEmpty();
    }

    @Test
    void whoStopsBeforeHearsNothing() throws Exception {
        var settling = new Settling(told::add, Duration.ofMillis(300));
        settling.begin();

        settling.destroy();

        assertThat(told.poll(600, TimeUnit.MILLISECONDS)).isNull();
    }
}
