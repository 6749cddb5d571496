package fr.preau.centres.web;

import fr.preau.base.AllowedTo;
import fr.preau.base.DatabaseAway;
import fr.preau.base.Phone;
import fr.preau.base.Role;
import fr.preau.base.Texts;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The page of whatever goes wrong outside the app: it says what happened in plain words and shows a way on. What is said
 * depends on the status alone; nothing of an exception or of an address ever comes back in the page.
 */
@Controller
@AllowedTo(Role.ANYONE)
class OopsController implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(OopsController.class);

    private final Texts texts;
    private final ObjectProvider<PublicFeature> features;

    OopsController(Texts texts, ObjectProvider<PublicFeature> features) {
        this.texts = texts;
        this.features = features;
    }

    @RequestMapping("${server.error.path:/error}")
    String oops(HttpServletRequest request, HttpServletResponse response, Model model) {
        int status = statusOf(request);
        boolean comesBack = status == HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        String kind = comesBack && OutageFilter.isAway(request) ? "away" : kind(status);
        boolean read = request.getMethod().equals("GET");
        model.addAttribute("oops", true);
        model.addAttribute("title", texts.say("centres.oops." + kind + ".title"));
        model.addAttribute("text", texts.say("centres.oops." + kind + (comesBack && !read ? ".form" : ".text")));
        model.addAttribute("again", comesBack && read);
        var centre = CentreFilter.centreOf(request);
        model.addAttribute("search", centre.filter(here -> status < 500)
                .flatMap(here -> features.orderedStream().map(feature -> feature.search(here)).filter(Objects::nonNull).findFirst()).orElse(null));
        model.addAttribute("phone", centre.map(here -> here.contact().phone()).orElse(null));
        model.addAttribute("call", centre.flatMap(here -> Phone.parse(here.contact().phone())).map(Phone::e164).orElse(null));
        model.addAttribute("reference", status >= 500 && !comesBack ? reference(request, status) : null);
        response.setStatus(status);
        if (comesBack) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(DatabaseAway.COMES_BACK.toSeconds()));
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return "base/error";
    }

    /** Somebody who opens the page of errors by its address finds that it does not exist. */
    private static int statusOf(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status && status >= 400 && status < 600
                ? status : HttpServletResponse.SC_NOT_FOUND;
    }

    private static String kind(int status) {
        return switch (status) {
            case 404, 410 -> "missing";
            case 401, 403 -> "closed";
            case 405 -> "method";
            case 413 -> "too-big";
            case 429 -> "too-often";
            case 503 -> "busy";
            default -> status < 500 ? "unclear" : "failed";
        };
    }

    /** Four letters that a person can read out, and that stand in our log beside what happened. */
    private static String reference(HttpServletRequest request, int status) {
        String reference = HexFormat.of().toHexDigits((short) ThreadLocalRandom.current().nextInt()).toUpperCase(Locale.ROOT);
        LOG.error("Reference {}: {} at {}", reference, status, plain(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)));
        return reference;
    }

    /** A path as it may stand in a log: without line breaks, and without the secret that a link of a letter or a slip carries. */
    private static String plain(@Nullable Object path) {
        return String.valueOf(path).replaceAll("\\p{Cntrl}", " ").replaceAll("/(annuler|place|connexion/[^/]*)/.*", "/$1/…");
    }
}
