package fr.preau.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.IndexHtmlRequestListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import fr.preau.base.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

/** What stands in the head of the app's one page, in production. */
class AppPagePolicyTest {

    private final Texts texts = mock(Texts.class);
    private final VaadinResponse response = mock(VaadinResponse.class);

    @Test
    void everyScriptCarriesTheNumberOfThePolicyAndNoOtherRuns() {
        var page = page(Duration.ofMinutes(30));
        var policy = policy();
        assertThat(policy).contains("default-src 'self'", "object-src 'none'", "form-action 'self'", "frame-ancestors 'none'")
                .doesNotContain("script-src 'self'", "script-src 'unsafe-inline'");
        var nonce = page.selectFirst("script").attr("nonce");
        assertThat(nonce).isNotBlank();
        assertThat(policy).contains("script-src 'nonce-" + nonce + "' 'strict-dynamic' 'unsafe-eval'");
        assertThat(page.select("script").eachAttr("nonce")).hasSize(page.select("script").size()).containsOnly(nonce);
    }

    @Test
    void theNumberIsNewEachTime() {
        assertThat(page(Duration.ofMinutes(30)).selectFirst("script").attr("nonce"))
                .isNotEqualTo(page(Duration.ofMinutes(30)).selectFirst("script").attr("nonce"));
    }

    @Test
    void theSessionsWatchKnowsHowLongASessionOfItsKindRests() {
        var shared = page(Duration.ofMinutes(10)).selectFirst("#session-watch");
        assertThat(shared.attr("data-rest")).isEqualTo("600");
        assertThat(shared.attr("data-door")).as("what was ticked is ticked").isEqualTo("/connexion?fin&partage=oui");
        var watch = page(Duration.ofMinutes(30)).selectFirst("#session-watch");
        assertThat(watch.attr("data-rest")).isEqualTo("1800");
        assertThat(watch.attr("data-presence")).isEqualTo("/app/presence");
        assertThat(watch.attr("data-door")).isEqualTo("/connexion?fin");
    }

    private String policy() {
        var policy = ArgumentCaptor.forClass(String.class);
        verify(response).setHeader(eq("Content-Security-Policy"), policy.capture());
        return policy.getValue();
    }

    private Document page(Duration rest) {
        when(texts.say(anyString())).thenReturn("…");
        var event = mock(ServiceInitEvent.class, RETURNS_DEEP_STUBS);
        when(event.getSource().getDeploymentConfiguration().isProductionMode()).thenReturn(true);
        new AppPagePolicy(new SessionWatch(texts)).serviceInit(event);
        var listener = ArgumentCaptor.forClass(IndexHtmlRequestListener.class);
        verify(event).addIndexHtmlRequestListener(listener.capture());

        var session = mock(HttpSession.class);
        when(session.getAttribute("preau.rests")).thenReturn(rest);
        var http = mock(HttpServletRequest.class);
        when(http.getSession(false)).thenReturn(session);
        var request = mock(VaadinServletRequest.class);
        when(request.getHttpServletRequest()).thenReturn(http);
        when(request.getContextPath()).thenReturn("");
        var document = Jsoup.parse("<head><script type=module src=VAADIN/build/x.js></script></head><body><script>1</script></body>");
        var page = mock(IndexHtmlResponse.class);
        when(page.getVaadinRequest()).thenReturn(request);
        when(page.getVaadinResponse()).thenReturn(response);
        when(page.getDocument()).thenReturn(document);
        listener.getValue().modifyIndexHtmlResponse(page);
        return document;
    }
}
