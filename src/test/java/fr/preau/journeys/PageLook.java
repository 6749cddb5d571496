package fr.preau.journeys;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Looks at a page as it is now: with axe, and at whether it fits on the screen. */
final class PageLook {

    /** What the dark scheme changes: colours and nothing else of the page. */
    private static final List<String> OF_COLOUR = List.of("color-contrast", "link-in-text-block");
    /**
     * What the width of the window changes: where things stand, which of the two menus is there, what scrolls. The rest of the page is
     * the same at each width.
     */
    private static final List<String> OF_WIDTH = List.of("color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable", "region",
            "landmark-unique", "landmark-one-main", "page-has-heading-one", "empty-heading", "link-name", "button-name", "aria-hidden-focus", "skip-link", "bypass");
    private static final List<String> OF_ORDER = OF_WIDTH.stream().filter(rule -> !OF_COLOUR.contains(rule)).toList();
    /**
     * Asked in the page itself, which tells violations only: all that axe's own way would bring along of each page (what passes, and
     * the piece of the page that does) costs as much as the look. The size of targets is looked at when it is not asked for, too; a
     * letter's frame is not, since no script may run there.
     */
    private static final String ASK_AXE = """
            rules => axe.run({exclude: [['iframe']]}, {...(rules.length ? {runOnly: {type: 'rule', values: rules}} : {rules: {'target-size': {enabled: true}}}),
              resultTypes: ['violations'], iframes: false})
              .then(seen => seen.violations.map(rule => rule.id + ': ' + rule.help + ' ' + rule.nodes.slice(0, 3).map(node => node.html).join(' | ')))""";
    private static final List<String> ALL_RULES = List.of();
    private static final String HAS_AXE = "() => 'axe' in window";
    private static final String AXE = read("/axe.min.js");
    private static final String WHEN_COLOURS_REST = """
            () => new Promise(rest => requestAnimationFrame(() => requestAnimationFrame(() => Promise.allSettled(document.getAnimations()
              .filter(one => one.effect.getComputedTiming().endTime !== Infinity).map(one => one.finished)).then(() => rest(true)))))""";
    /** All files are there, fonts too, and no answer is under way; a public page has no client of Flow's. */
    private static final String AT_REST = """
            () => document.querySelector('h1') && document.readyState === 'complete' && document.fonts.status === 'loaded'
              && Object.values(window.Vaadin?.Flow?.clients ?? {}).every(one => !one.isActive?.())""";

    private PageLook() {
    }

    /** Waits until the page has its heading and the server has answered everything: who leaves earlier breaks off a question. */
    static void rest(Page page) {
        page.waitForFunction(AT_REST);
    }

    /**
     * What is wrong with it in these schemes.
     *
     * @param before called when the page has put on a scheme
     */
    static List<String> faults(Page page, String what, List<ColorScheme> schemes, Consumer<ColorScheme> before) {
        var faults = new ArrayList<String>();
        rest(page);
        for (ColorScheme scheme : schemes) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.evaluate(WHEN_COLOURS_REST);
            before.accept(scheme);
            faults.addAll(seenByAxe(page, what, scheme, scheme == ColorScheme.DARK ? OF_COLOUR : ALL_RULES));
        }
        faults.addAll(said(page, what, Measures.faults(page)));
        return faults;
    }

    /** What is wrong with a page that was looked at before, now that its window has another width: in the dark and in the light. */
    static List<String> faultsOfWidth(Page page, String what) {
        var faults = new ArrayList<String>();
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.evaluate(WHEN_COLOURS_REST);
            faults.addAll(seenByAxe(page, what, scheme, scheme == ColorScheme.DARK ? OF_COLOUR : OF_WIDTH));
        }
        faults.addAll(measuredOfWidth(page, what));
        return faults;
    }

    /** The same without a look at the colours, where each of them was seen at another width. */
    static List<String> faultsOfOrder(Page page, String what) {
        var faults = new ArrayList<>(seenByAxe(page, what, ColorScheme.LIGHT, OF_ORDER));
        faults.addAll(measuredOfWidth(page, what));
        return faults;
    }

    /** What does not fit this window, of a page whose letters and targets were measured in another. */
    static List<String> measuredOfWidth(Page page, String what) {
        return said(page, what, Measures.faultsOfWidth(page));
    }

    private static List<String> said(Page page, String what, List<String> faults) {
        return faults.stream().map(fault -> what + ": " + fault + " at " + page.viewportSize().width + " px").toList();
    }

    /** Whether it says that all of this is a demonstration, where a person sees it. */
    static boolean saysDemonstration(Page page) {
        var banner = page.locator("p.demo");
        return banner.count() == 1 && banner.isVisible() && banner.innerText().equals("Démonstration, données fictives");
    }

    /** The page gets axe once, with the first look. */
    private static List<String> seenByAxe(Page page, String what, ColorScheme scheme, List<String> rules) {
        if (!(Boolean) page.evaluate(HAS_AXE)) {
            page.evaluate(AXE);
        }
        String where = what + ", " + page.viewportSize().width + " px, " + scheme + ", ";
        return ((List<?>) page.evaluate(ASK_AXE, rules)).stream().map(fault -> where + fault).toList();
    }

    private static String read(String file) {
        try (var text = AxeBuilder.class.getResourceAsStream(file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
