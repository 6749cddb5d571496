package fr.preau.accounts.web;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import fr.preau.accounts.signin.Keys;
import org.springframework.stereotype.Component;

/**
 * Writes the policy of the app's one page: its scripts carry a number that is new each time, and nothing else runs.
 * {@code 'unsafe-eval'} is there because Flow 25.2 makes functions of the expressions that the server sends;
 * {@code 'unsafe-inline'} for styles because its components write style elements and attributes. In development mode,
 * whose tools need more, there is no such policy.
 */
@Component
class AppPagePolicy implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;

    private final transient SessionWatch watch;

    AppPagePolicy(SessionWatch watch) {
        this.watch = watch;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        boolean inProduction = event.getSource().getDeploymentConfiguration().isProductionMode();
        event.addIndexHtmlRequestListener(page -> {
            // first, so that its script gets the number too
            watch.addTo(page);
            if (inProduction) {
                writePolicy(page);
            } else {
                page.getVaadinResponse().setHeader("Content-Security-Policy", "frame-ancestors 'none'");
            }
        });
    }

    private static void writePolicy(IndexHtmlResponse page) {
        String nonce = Keys.random();
        page.getDocument().select("script").forEach(script -> script.attr("nonce", nonce));
        page.getVaadinResponse().setHeader("Content-Security-Policy", "default-src 'self'; "
                + "script-src 'nonce-" + nonce + "' 'strict-dynamic' 'unsafe-eval'; "
                + "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; "
                + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'");
    }
}
