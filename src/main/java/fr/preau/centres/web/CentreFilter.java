package fr.preau.centres.web;

import fr.preau.base.CurrentCentre;
import fr.preau.base.web.AskedPath;
import fr.preau.base.web.SameForAll;
import fr.preau.centres.CentreRecord;
import fr.preau.centres.CentreService;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts everything below {@code /centres/{slug}} in that centre's scope; a centre that does not exist is not found. The
 * address decides alone: nothing that a visitor sends can choose another centre's rows.
 */
@Component
@Order(CentreFilter.BEFORE_PAGES)
class CentreFilter extends OncePerRequestFilter {

    /** After Spring Security (-100) and the tags of pages (-90). */
    static final int BEFORE_PAGES = -80;

    private static final String BELOW = "/centres/";
    private static final String FOUND = CentreFilter.class.getName() + ".centre";

    private final CentreService centres;

    CentreFilter(CentreService centres) {
        this.centres = centres;
    }

    /** The centre that the address of this request names, on error pages too. */
    static Optional<CentreRecord> centreOf(HttpServletRequest request) {
        return Optional.ofNullable((CentreRecord) request.getAttribute(FOUND));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !AskedPath.of(request).startsWith(BELOW);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var centre = slug(request).flatMap(centres::findBySlug);
        if (centre.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        request.setAttribute(FOUND, centre.get());
        request.setAttribute(SameForAll.CENTRE, centre.get().id());
        try {
            CurrentCentre.<Boolean, Exception>in(centre.get().id(), () -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static Optional<String> slug(HttpServletRequest request) {
        String rest = AskedPath.of(request).substring(BELOW.length());
        int end = rest.indexOf('/');
        return Optional.of(end < 0 ? rest : rest.substring(0, end)).filter(slug -> !slug.isBlank());
    }
}
