package fr.preau.base.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.PublicNumbersChanged;
import fr.preau.base.PublicPagesChanged;
import fr.preau.testing.TestClock;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.i18n.FixedLocaleResolver;

/** One page for everybody who asks in the same moment. */
class PageCopiesTest {

    private static final String PAGE = "/centres/belencontre/activites";
    private static final String TAG = "W/\"one\"";

    private static final UUID CENTRE = UUID.fromString("0192f000-0000-7000-8000-000000000001");
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final TestClock clock = new TestClock();
    private final PageCopies copies = new PageCopies(new FixedLocaleResolver(Locale.FRENCH), clock, MOMENT);
    private int made;
    private boolean changedMeanwhile;

    @BeforeEach
    void itIsHalfAMinuteBeforeNine() {
        clock.set(Instant.parse("2026-11-28T08:59:30Z"));
    }

    /** Whose methods stand for the pages. */
    static class Pages {

        @SameForAll
        public void ofAll() {
            // only its annotation is looked at
        }

        public void ofOne() {
            // without it
        }
    }

    @Test
    void thePageIsMadeOnceAndSaysTheSame() throws Exception {
        var first = ask("GET", PAGE, null, null);
        var second = ask("GET", PAGE, null, null);
        assertThat(made).isOne();
        assertThat(second.getContentAsString()).isEqualTo(first.getContentAsString()).isEqualTo("Page 1");
        assertThat(second.getContentType()).isEqualTo(first.getContentType()).startsWith("text/html");
        assertThat(second.getHeader("ETag")).isEqualTo(TAG);
        assertThat(second.getHeader("Cache-Control")).isEqualTo("no-cache");
        assertThat(second.getHeader("Set-Cookie")).isNull();
    }

    @Test
    void whoHasItAlreadyIsToldThatItHolds() throws Exception {
        ask("GET", PAGE, null, null);
        var again = ask("GET", PAGE, null, TAG);
        assertThat(again.getStatus()).isEqualTo(HttpServletResponse.SC_NOT_MODIFIED);
        assertThat(again.getContentAsByteArray()).isEmpty();
        assertThat(ask("GET", PAGE, null, "W/\"older\"").getContentAsString()).isEqualTo("Page 1");
    }

    @Test
    void anotherFilterIsAnotherPage() throws Exception {
        ask("GET", PAGE, null, null);
        assertThat(ask("GET", PAGE, "jour=mercredi", null).getContentAsString()).isEqualTo("Page 2");
        assertThat(ask("GET", PAGE + "/couture", null, null).getContentAsString()).isEqualTo("Page 3");
    }

    @Test
    void whatTheStaffChangesIsSeenAtOnce() throws Exception {
        ask("GET", PAGE, null, null);
        copies.forget(new PublicPagesChanged());
        assertThat(ask("GET", PAGE, null, null).getContentAsString()).isEqualTo("Page 2");
    }

    @Test
    void aPlaceThatIsTakenIsSeenAfterAMomentAtTheLatest() throws Exception {
        ask("GET", PAGE, null, null);
        clock.pass(Duration.ofSeconds(1));
        copies.changed(new PublicNumbersChanged(CENTRE));
        assertThat(ask("GET", PAGE, null, null).getContentAsString()).isEqualTo("Page 1");
        clock.pass(Duration.ofSeconds(1));
        assertThat(ask("GET", PAGE, null, null).getContentAsString()).isEqualTo("Page 2");
        clock.pass(Duration.ofSeconds(20));
        assertThat(ask("GET", PAGE, null, null).getContentAsString()).isEqualTo("Page 2");
    }

    @Test
    void aPlaceInAnotherCentreChangesNothing() throws Exception {
        ask("GET", PAGE, null, null);
        copies.changed(new PublicNumbersChanged(UUID.randomUUID()));
        clock.pass(Duration.ofSeconds(20));
        assertThat(ask("GET", PAGE, null, null).getContentAsString()).isEqualTo("Page 1");
    }

    @Test
    void whatOpensAtNineIsOpenAtNine() throws Exception {
        clock.pass(Duration.ofSeconds(25));
        ask("GET", PAGE, null, null);
        clock.pass(Duration.ofSeconds(5));
        assertThat(ask("GET", PAGE, null, null).getContentAsString()).isEqualTo("Page 2");
    }

    @Test
    void withoutAMomentNoneIsKept() throws Exception {
        var none = new PageCopies(new FixedLocaleResolver(Locale.FRENCH), clock, Duration.ZERO);
        ask(none, "GET", PAGE, null, null);
        assertThat(ask(none, "GET", PAGE, null, null).getContentAsString()).isEqualTo("Page 2");
    }

    @Test
    void aPageThatWasBegunBeforeAChangeIsNotKept() throws Exception {
        changedMeanwhile = true;
        ask("GET", PAGE, null, null);
        changedMeanwhile = false;
        assertThat(ask("GET", PAGE, null, null).getContentAsString()).isEqualTo("Page 2");
        assertThat(ask("GET", PAGE, null, null).getContentAsString()).isEqualTo("Page 2");
    }

    @Test
    void whatIsNotFoundOrOfOneOrSentOrStillHeldIsNotKept() throws Exception {
        for (String path : new String[] {"/centres/belencontre/nulle-part", "/centres/belencontre/encore", "/centres/belencontre/place/secret"}) {
            ask("GET", path, null, null);
            ask("GET", path, null, null);
        }
        ask("POST", PAGE, null, null);
        ask("POST", PAGE, null, null);
        assertThat(made).isEqualTo(8);
    }

    private MockHttpServletResponse ask(String method, String path, String query, String tag) throws Exception {
        return ask(copies, method, path, query, tag);
    }

    private MockHttpServletResponse ask(PageCopies kept, String method, String path, String query, String tag) throws Exception {
        var request = new MockHttpServletRequest(method, path);
        request.setQueryString(query);
        if (tag != null) {
            request.addHeader("If-None-Match", tag);
        }
        var response = new MockHttpServletResponse();
        var page = new HandlerMethod(new Pages(), path.contains("/place/") ? "ofOne" : "ofAll");
        FilterChain chain = (asked, answer) -> {
            made++;
            if (changedMeanwhile) {
                kept.forget(new PublicPagesChanged());
            }
            asked.setAttribute(SameForAll.CENTRE, CENTRE);
            asked.setAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE, page);
            var http = (HttpServletResponse) answer;
            http.setHeader("Cache-Control", "no-cache");
            http.setHeader("ETag", TAG);
            http.setHeader("Set-Cookie", "nobody=else");
            http.setContentType("text/html;charset=UTF-8");
            if (path.endsWith("nulle-part")) {
                http.setStatus(HttpServletResponse.SC_NOT_FOUND);
            } else if (path.endsWith("encore")) {
                http.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
            http.getOutputStream().write(("Page " + made).getBytes(StandardCharsets.UTF_8));
        };
        kept.doFilter(request, response, chain);
        return response;
    }
}
