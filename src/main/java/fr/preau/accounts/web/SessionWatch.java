package fr.preau.accounts.web;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import fr.preau.base.Texts;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/** Gives the app's one page the script that warns two minutes before a session that nobody touches is over. */
@Component
class SessionWatch {

    private final Texts texts;

    SessionWatch(Texts texts) {
        this.texts = texts;
    }

    /** Nothing where there is no session. */
    void addTo(IndexHtmlResponse page) {
        if (!(page.getVaadinRequest() instanceof VaadinServletRequest request)) {
            return;
        }
        var session = request.getHttpServletRequest().getSession(false);
        if (session == null) {
            return;
        }
        String base = request.getContextPath();
        page.getDocument().head().appendChild(new Element("script").attr("src", base + "/assets/session.js").attr("defer", "")
                .attr("id", "session-watch")
                .attr("data-rest", String.valueOf(Sessions.restOf(session).toSeconds()))
                .attr("data-presence", base + SessionGuard.PRESENCE)
                .attr("data-door", base + Sessions.door("/connexion?fin", session))
                .attr("data-title", texts.say("accounts.watch.title"))
                .attr("data-text", texts.say("accounts.watch.text"))
                .attr("data-soon", texts.say("accounts.watch.soon"))
                .attr("data-cut", texts.say("accounts.watch.cut"))
                .attr("data-stay", texts.say("accounts.watch.stay")));
    }
}
