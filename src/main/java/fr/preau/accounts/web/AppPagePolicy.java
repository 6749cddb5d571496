package fr.preau.accounts.web;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import fr.preau.accounts.signin.Keys;
import fr.preau.base.Texts;
import org.jsoup.nodes.Element;
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

    private final transient Texts texts;

    AppPagePolicy(Texts texts) {
        this.texts = texts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        boolean inProduction = event.getSource().getDeploymentConfiguration().isProductionMode();
        event.addIndexHtmlRequestListener(page -> {
            addSessionWatch(page);
            if (inProduction) {
                writePolicy(page);
            } else {
                page.getVaadinResponse().setHeader("Content-Security-Policy", "frame-ancestors 'none'");
            }
        });
    }

    /** The script that warns two minutes before a session that nobody touches is over. */
    private void addSessionWatch(IndexHtmlResponse page) {
        if (!(page.getVaadinRequest() instanceof VaadinServletRequest request) || request.getHttpServletRequest().getSession(false) == null) {
            return;
        }
        String base = request.getContextPath();
        page.getDocument().head().appendChild(new Element("script").attr("src", base + "/assets/session.js").attr("defer", "")
                .attr("id", "session-watch")
                .attr("data-rest", String.valueOf(Sessions.restOf(request.getHttpServletRequest().getSession(false)).toSeconds()))
                .attr("data-presence", base + SessionGuard.PRESENCE)
                .attr("data-door", base + "/connexion?fin")
                .attr("data-title", texts.say("accounts.watch.title"))
                .attr("data-text", texts.say("accounts.watch.text"))
                .attr("data-soon", texts.say("accounts.watch.soon"))
                .attr("data-cut", texts.say("accounts.watch.cut"))
                .attr("data-stay", texts.say("accounts.watch.stay")));
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
