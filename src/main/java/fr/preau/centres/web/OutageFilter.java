package fr.preau.centres.web;

import fr.preau.base.DatabaseAway;
import fr.preau.base.TooBusyException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before everything: a request that failed because the database is away, or because too many came at once, is answered
 * with "come back" (503) instead of "broken" (500). A browser in the app then keeps what is on its screen and sends the click again
 * by itself; a search engine comes again; anybody else reads a page that says so.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class OutageFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(OutageFilter.class);
    private static final String AWAY = OutageFilter.class.getName() + ".away";

    /** Whether this request failed because the database is away. */
    static boolean isAway(HttpServletRequest request) {
        return request.getAttribute(AWAY) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            boolean away = DatabaseAway.isCauseOf(e);
            if (response.isCommitted() || !away && !isTooBusy(e)) {
                throw e;
            }
            // one line a minute of all these, see OutageLog
            LOG.warn("Not answered", e);
            if (away) {
                request.setAttribute(AWAY, true);
            }
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private static boolean isTooBusy(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(20).anyMatch(TooBusyException.class::isInstance);
    }
}
