package fr.preau.journeys;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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
    private static final String ASK_AXE = """
            rules => axe.run({exclude: [['iframe']]}, {runOnly: {type: 'rule', values: rules}, resultTypes: ['violations'], iframes: false})
              .then(seen => seen.violations.map(rule => rule.id + ': ' + rule.help + ' ' + rule.nodes.slice(0, 3).map(node => node.html).join(' | ')))""";
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
            axe(page, scheme).analyze().getViolations().stream()
                    .map(rule -> where(page, what, scheme) + rule.getId() + ": " + rule.getHelp() + " "
                            + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).collect(Collectors.joining(" | ")))
                    .forEach(faults::add);
        }
        faults.addAll(said(page, what, Measures.faults(page)));
        return faults;
    }

    /**
     * What is wrong with a page that was looked at before, now that its window has another width: in the dark and in the light. Axe is in
     * the page since then and is asked there, which takes half the time.
     */
    static List<String> faultsOfWidth(Page page, String what) {
        var faults = new ArrayList<String>();
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.evaluate(WHEN_COLOURS_REST);
            for (Object fault : (List<?>) page.evaluate(ASK_AXE, scheme == ColorScheme.DARK ? OF_COLOUR : OF_WIDTH)) {
                faults.add(where(page, what, scheme) + fault);
            }
        }
        faults.addAll(measuredOfWidth(page, what));
        return faults;
    }

    /** The same without a look at the colours, where each of them was seen at another width. */
    static List<String> faultsOfOrder(Page page, String what) {
        var faults = new ArrayList<String>();
        for (Object fault : (List<?>) page.evaluate(ASK_AXE, OF_ORDER)) {
            faults.add(where(page, what, ColorScheme.LIGHT) + fault);
        }
        faults.addAll(measuredOfWidth(page, what));
        return faults;
    }

    private static String where(Page page, String what, ColorScheme scheme) {
        return what + ", " + page.viewportSize().width + " px, " + scheme + ", ";
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

    /**
     * With the size of targets, which axe leaves out when it is not asked; without a letter's frame, in which no script may run. The
     * page is the same in the dark: only its colours are looked at again. "Legacy" is axe's word for one call on the page itself; the
     * other way opens a tab for each look, to gather what frames of other sites have said, and no page of ours has any.
     */
    private static AxeBuilder axe(Page page, ColorScheme scheme) {
        var builder = new AxeBuilder(page).setLegacyMode(true).exclude("iframe");
        if (scheme == ColorScheme.DARK) {
            return builder.withRules(OF_COLOUR);
        }
        var asked = new AxeRuleOptions();
        asked.setEnabled(true);
        var options = new AxeRunOptions();
        options.setRules(Map.of("target-size", asked));
        return builder.options(options);
    }
}
