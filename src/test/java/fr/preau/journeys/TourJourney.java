package fr.preau.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.vaadin.flow.router.RouteData;
import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import fr.preau.base.AllowedTo;
import jakarta.servlet.ServletContext;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Goes everywhere: each kind of person follows every link that a phone shows, to one example of each screen; then the public pages
 * and one letter of each kind. A screen that nobody can reach, or that is not fit for a phone, a tablet or a computer in the light and
 * in the dark, or that does not say that all of this is a demonstration, is a bug.
 */
class TourJourney extends Journey {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Screen PHONE = Screen.PHONE;
    /** 1280 px at 400 %. */
    private static final int MAGNIFIED = 320;
    /** A tablet, which has the colours of the other two, and a computer; in CSS pixels. */
    private static final List<Integer> WIDER = List.of(768, Screen.COMPUTER.width);
    private static final String CENTRE = "/app/belencontre/";
    /** No link leads there: the task begins on a public page, the kit is for those who build. */
    private static final List<String> BEGINNINGS = List.of("/app?choix", CENTRE + "plus", CENTRE + "inscription/atelier-cuisine-du-monde", "/app/style",
            CENTRE + "nulle-part");
    /** An activity in each state: as usual, with a date that moved and one that is off, paused, cancelled, closed, not open yet. */
    private static final List<String> PUBLIC = List.of("/", "/accessibilite", "/confidentialite", "/centres/belencontre",
            "/centres/belencontre/activites", "/centres/belencontre/activites?mots=zzz", "/centres/belencontre/activites/atelier-cuisine-du-monde",
            "/centres/belencontre/activites/poterie", "/centres/belencontre/activites/chant-pour-tous",
            "/centres/belencontre/activites/balade-contee-en-foret", "/centres/belencontre/activites/visite-de-la-piscine",
            "/centres/belencontre/activites/week-end-en-gite", "/centres/belencontre/activites/nulle-part", "/centres/belencontre/place/nulle-part", "/connexion",
            "/connexion/code", "/connexion/equipe", "/connexion/mot-de-passe", "/connexion/lien-envoye", "/connexion/lien/nulle-part", "/demo/courrier");

    @Autowired
    private ServletContext server;

    private final List<String> faults = new ArrayList<>();
    private final Set<String> seen = new LinkedHashSet<>();
    private final Set<String> looked = new LinkedHashSet<>();

    @Test
    void each_screen_is_reached_and_fit_for_phone_tablet_and_computer() {
        walk("direction", CENTRE + "equipe", BEGINNINGS);
        walk("habitante", CENTRE + "mes-inscriptions", BEGINNINGS);
        walk("accueil", CENTRE + "aujourdhui", BEGINNINGS);
        walk("animation", CENTRE + "activites", BEGINNINGS);
        walk("benevole", CENTRE + "bienvenue", List.of());
        walk("jeune", CENTRE + "bienvenue", List.of());
        walk("federation", "/app/federation", List.of());
        walk("technique", "/app/technique", List.of());
        var routes = ApplicationRouteRegistry.getInstance(new VaadinServletContext(server)).getRegisteredRoutes();
        assertThat(routes).isNotEmpty();
        routes.stream().filter(TourJourney::isAScreen).map(route -> route.getTemplate())
                .filter(route -> seen.stream().noneMatch(pattern(route).asMatchPredicate()))
                .forEach(route -> faults.add("nobody reached " + route));

        assertThat(faults).isEmpty();
    }

    /** Screens inside of a class are made by tests. */
    private static boolean isAScreen(RouteData route) {
        return route.getNavigationTarget().isAnnotationPresent(AllowedTo.class) && !route.getNavigationTarget().isMemberClass();
    }

    /** A screen that somebody else has shown before is not looked at again: the first one shows most. */
    private void walk(String persona, String start, List<String> beginnings) {
        var page = open(PHONE);
        enterAs(page, persona, start);
        var ways = new ArrayDeque<String>(List.of(start));
        ways.addAll(beginnings);
        var known = new LinkedHashSet<String>();
        while (!ways.isEmpty()) {
            String way = ways.removeFirst();
            if (known.add(kind(way))) {
                page.navigate(way);
                if (looked.add(kind(way))) {
                    look(page, persona + " " + kind(way));
                } else if (known.size() == 1) {
                    lookAtTheSections(page, persona + " " + kind(way));
                }
                PageLook.rest(page);
                seen.add(URI.create(page.url()).getPath().replaceFirst("^/app/?", ""));
                for (Object link : (List<?>) page.evaluate("[...document.querySelectorAll('a[href]:not([download])')].filter(one => one.protocol.startsWith('http')).map(one => one.href)")) {
                    var to = URI.create(link.toString());
                    if (to.getPath().startsWith("/app") && !to.getPath().startsWith("/app/VAADIN")) {
                        ways.add(to.getPath());
                    }
                }
            }
        }
    }

    @Test
    void each_public_page_is_fit_for_phone_tablet_and_computer() {
        var page = open(PHONE);
        for (String way : PUBLIC) {
            page.navigate(way);
            look(page, way);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void each_letter_is_fit_for_a_phone() {
        var page = open(PHONE);
        // A page of its own: the mailbox forbids scripts and inline styles, which axe and letters need.
        var desk = open(PHONE);
        for (var letter : letters(page).entrySet()) {
            desk.setContent(page.request().get(letter.getValue() + "/message").text());
            faults.addAll(faults(desk, PHONE, "letter " + letter.getKey()));
        }
        assertThat(faults).isEmpty();
    }

    /** One letter for each way to begin a title, from all pages of the demonstration's mailbox. */
    private static Map<String, String> letters(Page page) {
        var letters = new LinkedHashMap<String, String>();
        page.navigate("/demo/courrier");
        var next = link(page, "Suivant");
        while (true) {
            for (var letter : page.locator("main li a").all()) {
                letters.putIfAbsent(letter.innerText().replaceFirst("\\s*:.*", ""), letter.getAttribute("href"));
            }
            if (next.count() == 0) {
                assertThat(letters).hasSizeGreaterThan(2);
                return letters;
            }
            next.click();
        }
    }

    /** The page is loaded once: only the window grows and the scheme changes. The journeys' own stops look at most of it at 1280 px whole. */
    private void look(Page page, String what) {
        faults.addAll(faults(page, PHONE, what));
        page.setViewportSize(MAGNIFIED, PHONE.height);
        faults.addAll(PageLook.measuredOfWidth(page, what));
        page.setViewportSize(PHONE.width, PHONE.height);
        if (!PageLook.saysDemonstration(page)) {
            faults.add(what + ": does not say that it is a demonstration");
        }
        for (int width : WIDER) {
            page.setViewportSize(width, Screen.COMPUTER.height);
            faults.addAll(width == Screen.COMPUTER.width ? PageLook.faultsOfWidth(page, what) : PageLook.faultsOfOrder(page, what));
            if (!PageLook.saysDemonstration(page)) {
                faults.add(what + ": does not say that it is a demonstration at " + width + " px");
            }
        }
        page.setViewportSize(PHONE.width, PHONE.height);
    }

    /** What is another for each kind of person on the same screen. */
    private void lookAtTheSections(Page page, String what) {
        PageLook.rest(page);
        for (int width : List.of(MAGNIFIED, PHONE.width)) {
            page.setViewportSize(width, PHONE.height);
            faults.addAll(PageLook.measuredOfWidth(page, what));
        }
    }

    /** The same for all examples of a screen. */
    private static String kind(String way) {
        return ID.matcher(way).replaceAll("*").replaceFirst("^/app/(?!(federation|technique)/)[a-z-]+/", "/app/:centre/")
                .replaceFirst("/inscription/[^/]+", "/inscription/*").replaceFirst("^(/app/federation/centres)/(?!nouveau$)[^/]+", "$1/*");
    }

    private static Pattern pattern(String route) {
        return Pattern.compile(route.replaceAll("/:\\w+\\?(\\([^)]*\\))?", "(/[^/]+)?").replaceAll(":\\w+", "[^/]+"));
    }
}
