package fr.preau.base;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.testing.PreauTest;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.resource.beans.spi.ManagedBeanRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Hibernate starts on a thread of its own: a start that waits for itself would be a rare thing to see, so its reason is kept out. */
@PreauTest
class HibernateAloneTest {

    @Autowired
    private EntityManagerFactory entities;

    @Test
    void hibernateAsksSpringForNothing() {
        var services = entities.unwrap(SessionFactoryImplementor.class).getServiceRegistry();
        assertThat(services.requireService(ManagedBeanRegistry.class).getBeanContainer()).isNull();
    }
}
