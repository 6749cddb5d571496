package fr.preau.accounts.web;

import fr.preau.accounts.AccountService;
import fr.preau.accounts.SignedIn;
import fr.preau.accounts.signin.Keys;
import fr.preau.accounts.signin.KnownBrowsers;
import fr.preau.accounts.signin.Outcome;
import fr.preau.accounts.signin.Visitor;
import fr.preau.accounts.signin.WayOn;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Begins and ends sessions, and knows how long one may rest. */
@Component
class Sessions {

    /** Nobody has touched the screen for so long. */
    static final Duration REST = Duration.ofMinutes(30);
    static final Duration REST_ON_A_SHARED_COMPUTER = Duration.ofMinutes(10);

    /** Tells this browser from others until its link is used; seen by the door alone. */
    static final String BROWSER = "preau_navigateur";
    /** A browser in which this account has signed in; never on a shared computer. */
    static final String KNOWN = "preau_connu";

    private static final String DOOR = "/connexion";
    /** How the names of what we keep in a session begin. */
    static final String OURS = "preau.";
    private static final String RESTS = OURS + "rests";
    private static final String TOUCHED = OURS + "touched";
    private static final Duration BROWSER_LIFE = Duration.ofMinutes(30);
    private static final Duration KNOWN_LIFE = Duration.ofDays(180);

    private final AccountService accounts;
    private final KnownBrowsers browsers;
    private final Clock clock;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    Sessions(AccountService accounts, KnownBrowsers browsers, Clock clock) {
        this.accounts = accounts;
        this.browsers = browsers;
        this.clock = clock;
    }

    Visitor visitor(HttpServletRequest request) {
        return new Visitor(Visitor.networkOf(request.getRemoteAddr()), cookie(request, BROWSER), cookie(request, KNOWN));
    }

    /** As {@link #visitor}, in a browser that can be told from others from now on. */
    Visitor boundVisitor(HttpServletRequest request, HttpServletResponse response) {
        var visitor = visitor(request);
        if (visitor.browser() != null) {
            return visitor;
        }
        String browser = Keys.random();
        addCookie(request, response, BROWSER, browser, BROWSER_LIFE);
        return new Visitor(visitor.network(), browser, visitor.known());
    }

    /** A new session; one that was there, whoever's, is over. */
    void begin(HttpServletRequest request, HttpServletResponse response, Outcome.In in) {
        end(request);
        var session = request.getSession(true);
        var rest = in.way().sharedComputer() ? REST_ON_A_SHARED_COMPUTER : REST;
        session.setAttribute(RESTS, rest);
        // The container's own limit is a net below ours, which heartbeats do not move.
        session.setMaxInactiveInterval((int) rest.plusMinutes(1).toSeconds());
        touch(session);
        var context = new SecurityContextImpl(
                UsernamePasswordAuthenticationToken.authenticated(in.user(), null, AuthorityUtils.NO_AUTHORITIES));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        if (!in.way().sharedComputer()) {
            addCookie(request, response, KNOWN, browsers.remember(in.user().account()), KNOWN_LIFE);
        }
    }

    void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }

    void touch(HttpSession session) {
        session.setAttribute(TOUCHED, clock.millis());
    }

    /** Whether nobody has touched this session for longer than its kind allows. */
    boolean hasRestedTooLong(HttpSession session) {
        return session.getAttribute(TOUCHED) instanceof Long touched
                && clock.millis() - touched >= restOf(session).toMillis();
    }

    boolean mayGoOn(SignedIn user) {
        return accounts.mayGoOn(user);
    }

    static Duration restOf(HttpSession session) {
        return session.getAttribute(RESTS) instanceof Duration rest ? rest : REST;
    }

    /** Whether whoever began this session has said that others use this computer too. */
    static boolean isOnASharedComputer(HttpSession session) {
        return restOf(session).equals(REST_ON_A_SHARED_COMPUTER);
    }

    /**
     * A page of the door for whoever comes from this session: where others use the computer too, that is ticked there already. It is
     * said in the address, and the next person may take it off: no more than a session that ends sooner hangs on it.
     */
    static String door(String page, HttpSession session) {
        return new WayOn(WayOn.HOME.path(), isOnASharedComputer(session)).by(page);
    }

    private static @Nullable String cookie(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getCookies()).stream().flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name)).map(Cookie::getValue)
                .filter(value -> !value.isBlank() && value.length() <= 200).findFirst().orElse(null);
    }

    /** Strict: no other site's link or form brings it along; a link from a letter opens a page of ours, whose button does. */
    private static void addCookie(HttpServletRequest request, HttpServletResponse response, String name, String value, Duration life) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(name, value).path(DOOR).httpOnly(true)
                .secure(request.isSecure()).sameSite("Strict").maxAge(life).build().toString());
    }
}
