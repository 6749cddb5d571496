package fr.preau.accounts.web;

import fr.preau.base.PublicAddress;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes forms only from our own pages. The pages of the door have no session to keep a token in; instead the browser
 * says where a form comes from ({@code Sec-Fetch-Site}, {@code Origin}), which no page can forge. A program that says
 * nothing carries no stranger's cookies and is no such danger.
 * <p>
 * Our pages ask for {@code same-origin} as their referrer policy: with {@code no-referrer} the browser would say
 * {@code Origin: null} of our own forms, which is what a stranger's sandboxed page says too.
 */
class SameOriginForms extends OncePerRequestFilter {

    private final PublicAddress address;

    SameOriginForms(PublicAddress address) {
        this.address = address;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isReading(request) || comesFromHere(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private static boolean isReading(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    /** By the address that people type too: a proxy in front may ask us under a name of its own. */
    private boolean comesFromHere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin == null || origin.equals(address.origin()) || request.getHeader("Host") != null && request.getHeader("Host").equals(hostOf(origin));
    }

    private static @Nullable String hostOf(String origin) {
        try {
            return URI.create(origin).getAuthority();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
