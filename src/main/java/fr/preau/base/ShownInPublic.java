package fr.preau.base;

import jakarta.persistence.PostPersist;
import jakarta.persistence.PostRemove;
import jakarta.persistence.PostUpdate;
import org.springframework.context.ApplicationEventPublisher;

/** Listens to the entities that public pages show: {@code @EntityListeners(ShownInPublic.class)}. */
public class ShownInPublic {

    private final ApplicationEventPublisher events;

    ShownInPublic(ApplicationEventPublisher events) {
        this.events = events;
    }

    @PostPersist
    @PostUpdate
    @PostRemove
    void changed(Object entity) {
        events.publishEvent(new PublicPagesChanged());
    }
}
