package fr.preau.accounts.web;

import fr.preau.base.AppPaths;
import fr.preau.base.web.AskedPath;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The app's name has one spelling. No browser writes letters as {@code %61}, and Spring Security breaks at an address whose
 * beginning is not spelled like the name under which the server knows the app: an error of ours, with a page of log for each.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class OneSpellingFilter extends OncePerRequestFilter {

    /** Whether this decoded path is the app's. */
    static boolean isApp(String path) {
        return path.equals(AppPaths.HOME) || path.startsWith(AppPaths.HOME + "/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isApp(AskedPath.of(request)) && !request.getRequestURI().startsWith(request.getContextPath() + AppPaths.HOME)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }
}
