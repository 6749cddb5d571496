package fr.preau.centres;

import fr.preau.base.CurrentCentre;
import fr.preau.base.Ids;
import fr.preau.base.NoCentreException;
import java.util.Map;
import java.util.UUID;
import org.hibernate.cfg.MultiTenancySettings;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/**
 * Tells Hibernate whose rows a session may see. Without a centre it throws: a forgotten centre is a failure, never
 * everybody's data. Only while the application starts (Spring checks its queries then) a session may open without one,
 * and sees no centre's row.
 */
@Component
class CentreTenant implements CurrentTenantIdentifierResolver<UUID>, HibernatePropertiesCustomizer, ApplicationListener<ApplicationStartedEvent> {

    private volatile boolean started;

    @Override
    public UUID resolveCurrentTenantIdentifier() {
        return CurrentCentre.scope().orElseGet(() -> {
            if (started) {
                throw new NoCentreException();
            }
            return Ids.NIL;
        });
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return true;
    }

    /** Later than the context is refreshed: the repositories check their queries at the end of that. */
    @Override
    public void onApplicationEvent(ApplicationStartedEvent event) {
        started = true;
    }

    @Override
    public void customize(Map<String, Object> hibernate) {
        hibernate.put(MultiTenancySettings.MULTI_TENANT_IDENTIFIER_RESOLVER, this);
    }
}
