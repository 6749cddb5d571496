package fr.preau.base;

import java.util.Map;
import org.hibernate.cfg.ManagedBeanSettings;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.stereotype.Component;

/**
 * Hibernate makes its converters itself. While the application starts it reads the entities on a thread of its own
 * ({@code spring.jpa.bootstrap}); if that thread asked Spring for something, it could wait for the first thread for ever, which waits for it.
 */
@Component
class HibernateAlone implements HibernatePropertiesCustomizer {

    @Override
    public void customize(Map<String, Object> hibernate) {
        // there and empty: what is not there, Spring sets
        hibernate.put(ManagedBeanSettings.BEAN_CONTAINER, null);
    }
}
