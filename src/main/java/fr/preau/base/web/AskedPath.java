package fr.preau.base.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/**
 * The path that a request asks for, as the server reads it when it looks for who answers: decoded, without the context. What
 * the browser wrote can spell the same path in many ways, so nothing is allowed or refused by that.
 */
public final class AskedPath {

    private AskedPath() {
    }

    public static String of(HttpServletRequest request) {
        return request.getServletPath() + Objects.requireNonNullElse(request.getPathInfo(), "");
    }
}
