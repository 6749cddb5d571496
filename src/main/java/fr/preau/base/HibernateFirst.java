package fr.preau.base;

import jakarta.persistence.EntityManagerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.stereotype.Component;

/**
 * Has the entities read while the web server is made. That work has a thread of its own ({@code spring.jpa.bootstrap}); begun when
 * somebody first needs it, it ends later than all the rest of a start.
 */
@Component
class HibernateFirst implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> {

    HibernateFirst(ObjectProvider<EntityManagerFactory> hibernate) {
        hibernate.getIfAvailable();
    }

    @Override
    public void customize(ConfigurableServletWebServerFactory server) {
        // it is enough to be asked before there is one
    }
}
