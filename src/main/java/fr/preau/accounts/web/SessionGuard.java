package fr.preau.accounts.web;

import fr.preau.accounts.CurrentUser;
import fr.preau.base.AppPaths;
import fr.preau.base.web.AskedPath;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before the whole app. Nobody anonymous comes in, not even for a file, so nothing is kept for them. At each
 * click it asks whether the account is still open and the session not ended elsewhere: one query by primary key.
 */
class SessionGuard extends OncePerRequestFilter {

    /** "Je suis toujours là": asked for by {@code assets/session.js}. */
    static final String PRESENCE = AppPaths.of("presence");

    private static final String VAADIN = AppPaths.of("VAADIN/");
    private static final String FILES = VAADIN + "build/";

    private final Sessions sessions;

    SessionGuard(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var user = CurrentUser.find();
        var session = request.getSession(false);
        if (user.isEmpty() || session == null) {
            send(request, response, request.getRequestedSessionId() == null ? "/connexion" : "/connexion?fin");
            return;
        }
        if (sessions.hasRestedTooLong(session)) {
            String door = Sessions.door("/connexion?fin", session);
            sessions.end(request);
            send(request, response, door);
            return;
        }
        String path = AskedPath.of(request);
        if (isFile(request, path)) {
            chain.doFilter(request, response);
            return;
        }
        if (!sessions.mayGoOn(user.get())) {
            String door = Sessions.door("/connexion?ferme", session);
            sessions.end(request);
            send(request, response, door);
            return;
        }
        if (path.equals(PRESENCE)) {
            answerPresence(request, response);
            return;
        }
        if (isAct(request, path)) {
            sessions.touch(session);
        }
        chain.doFilter(request, response);
    }

    /** Without a query, so that it is no click in a file's clothes: the client engine says in the query what it wants. */
    private static boolean isFile(HttpServletRequest request, String path) {
        return path.startsWith(FILES) && !path.endsWith("/") && request.getQueryString() == null
                && (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"));
    }

    /** A form of another site cannot set this header, and what it would win is little: some minutes of the person's own. */
    private void answerPresence(HttpServletRequest request, HttpServletResponse response) {
        if (request.getMethod().equals("POST") && request.getHeader("X-Presence") != null) {
            sessions.touch(request.getSession(false));
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    /** A page or a click of a person; not the heartbeat of an open tab, nor what pages load by themselves. */
    private static boolean isAct(HttpServletRequest request, String path) {
        String kind = request.getParameter("v-r");
        return !path.startsWith(VAADIN) && (kind == null || kind.equals("uidl") || kind.equals("init"));
    }

    /** To the door, in the way in which each kind of request understands it. */
    private static void send(HttpServletRequest request, HttpServletResponse response, String door) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        String path = AskedPath.of(request);
        if (path.equals(PRESENCE) || path.startsWith(VAADIN)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (isFromTheClient(request)) {
            // The client engine goes where an answer with this word tells it to.
            response.setContentType("text/plain");
            response.setCharacterEncoding("UTF-8");
            response.getWriter().write("Vaadin-Refresh: " + request.getContextPath() + door + wayBack(door, shownScreen(request)));
        } else {
            response.sendRedirect(request.getContextPath() + door + wayBack(door, request.getMethod().equals("GET") ? askedScreen(request) : ""));
        }
    }

    /** What the browser asked for, as it wrote it: the door leads back there. */
    private static String askedScreen(HttpServletRequest request) {
        String written = request.getRequestURI().substring(request.getContextPath().length());
        return request.getQueryString() == null ? written : written + "?" + request.getQueryString();
    }

    /** The screen that the person had before her, as the browser says: after signing in she goes on there. */
    private static String shownScreen(HttpServletRequest request) {
        try {
            var shown = URI.create(Objects.requireNonNullElse(request.getHeader("Referer"), ""));
            boolean ours = request.getServerName().equals(shown.getHost()) && shown.getRawPath() != null;
            String path = ours && shown.getRawPath().startsWith(request.getContextPath()) ? shown.getRawPath().substring(request.getContextPath().length()) : "";
            return path.startsWith(AppPaths.HOME + "/") ? path + (shown.getRawQuery() == null ? "" : "?" + shown.getRawQuery()) : "";
        } catch (IllegalArgumentException notAnAddress) {
            return "";
        }
    }

    private static String wayBack(String door, String from) {
        return from.isEmpty() || from.equals(AppPaths.HOME) || from.equals(AppPaths.HOME + "/") ? ""
                : (door.contains("?") ? "&" : "?") + "vers=" + URLEncoder.encode(from, StandardCharsets.UTF_8);
    }

    private static boolean isFromTheClient(HttpServletRequest request) {
        String query = request.getQueryString();
        return query != null && (query.startsWith("v-r=") || query.contains("&v-r="));
    }
}
