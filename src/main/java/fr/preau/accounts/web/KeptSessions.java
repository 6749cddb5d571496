package fr.preau.accounts.web;

import org.apache.catalina.session.ManagerBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * What outlives a restart in order ({@code server.servlet.session.persistent}): who has signed in and until when, nothing of what
 * is open in their tabs. A tab then loads its address again by itself, and its draft is in the database: whoever is in the
 * middle of a form goes on. A session that was ended or has rested too long is refused as ever, at its next click.
 */
@Component
class KeptSessions implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String KEPT = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY + "|" + Sessions.OURS.replace(".", "\\.") + ".*";

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addContextCustomizers(context -> {
            if (context.getManager() instanceof ManagerBase sessions) {
                sessions.setSessionAttributeNameFilter(KEPT);
                sessions.setWarnOnSessionAttributeFilterFailure(false);
            }
        });
    }
}
