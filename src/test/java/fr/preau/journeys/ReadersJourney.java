package fr.preau.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Those who read with letters twice as large, from right to left, or on paper: the main screens of both doors. */
class ReadersJourney extends Journey {

    private static final String CENTRE = "/app/belencontre/";
    private static final String SHEET = "/centres/belencontre/activites/atelier-cuisine-du-monde";
    private static final List<String> PUBLIC = List.of("/", "/centres/belencontre", "/centres/belencontre/activites", SHEET, "/connexion");
    /** What the margins of {@code styles.css} leave of an A4 page: 182 mm. */
    private static final int PAPER = 688;
    private static final Pattern PAGE_OF_A_PDF = Pattern.compile("/Type\\s*/Page\\b");
    /** What stands beyond the edge, or is cut by its own box. */
    private static final String CUT = """
            () => [...document.querySelectorAll('main *')].filter(one => one.checkVisibility() && !one.closest('.hush'))
              .filter(one => {
                const box = one.getBoundingClientRect();
                const isCut = one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === 'hidden';
                return isCut || box.left < -1 || box.right > innerWidth + 1;
              })
              .map(one => one.outerHTML.slice(0, 80))""";

    @Test
    void public_pages_fit_with_large_letters_and_from_right_to_left() {
        var page = open(Screen.PHONE);
        assertThat(PUBLIC.stream().flatMap(way -> faults(page, way).stream())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"habitante, mes-inscriptions famille inscription/atelier-cuisine-du-monde compte",
        "accueil, aujourdhui inscriptions activites familles inscrire"})
    void the_app_fits_with_large_letters_and_from_right_to_left(String persona, String screens) {
        var page = open(Screen.PHONE);
        var ways = List.of(screens.split(" "));
        enterAs(page, persona, CENTRE + ways.getFirst());
        assertThat(ways.stream().flatMap(way -> faults(page, CENTRE + way).stream())).isEmpty();
    }

    private static List<String> faults(Page page, String way) {
        page.navigate(way);
        PageLook.rest(page);
        var faults = new ArrayList<String>();
        page.evaluate("document.documentElement.style.fontSize = '200%'");
        if (Measures.scrollsSideways(page)) {
            faults.add(way + " scrolls sideways with letters of 200 %");
        }
        page.evaluate("document.documentElement.style.fontSize = ''; document.documentElement.dir = 'rtl'");
        if (Measures.scrollsSideways(page)) {
            faults.add(way + " scrolls sideways from right to left");
        }
        return faults;
    }

    @Test
    void an_activity_is_printed_whole_and_without_what_one_clicks() {
        var page = open(Screen.COMPUTER);
        page.navigate(SHEET);
        PageLook.rest(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(PAPER, Screen.COMPUTER.height);

        assertThat(Measures.scrollsSideways(page)).isFalse();
        assertThat((List<?>) page.evaluate(CUT)).isEmpty();
        assertThat(page.locator("h1").isVisible()).isTrue();
        for (String click : List.of("nav", ".skip", ".btn", ".back", ".foot", ".bar")) {
            assertThat(page.locator(click).all().stream().filter(one -> one.isVisible())).as(click).isEmpty();
        }
        String paper = new String(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)), StandardCharsets.ISO_8859_1);
        assertThat(PAGE_OF_A_PDF.matcher(paper).results().count()).as("pages").isBetween(1L, 2L);
    }
}
