package fr.preau.base;

import java.time.Duration;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells when the application has {@link Settled}. */
@Component
class Settling implements DisposableBean {

    private final Thread clock;

    Settling(ApplicationEventPublisher events, @Value("${preau.settling}") Duration time) {
        clock = Thread.ofVirtual().name("settling").unstarted(() -> {
            try {
                Thread.sleep(time);
                events.publishEvent(new Settled());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        clock.start();
    }

    @Override
    public void destroy() {
        clock.interrupt();
    }
}
