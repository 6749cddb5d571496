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
    static List<String> faults(Page page, Screen screen, String what, List<ColorScheme> schemes, Consumer<ColorScheme> before) {
        var faults = new ArrayList<String>();
        rest(page);
        for (ColorScheme scheme : schemes) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            page.evaluate(WHEN_COLOURS_REST);
            before.accept(scheme);
            axe(page, scheme).analyze().getViolations().stream()
                    .map(rule -> what + ", " + scheme + ", " + rule.getId() + ": " + rule.getHelp() + " "
                            + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).collect(Collectors.joining(" | ")))
                    .forEach(faults::add);
        }
        if (!(Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")) {
            faults.add(what + ": scrolls sideways at " + screen.width + " px");
        }
        return faults;
    }

    /**
     * With the size of targets, which axe leaves out when it is not asked; without a letter's frame, in which no script may run, and
     * without Vaadin's question box, whose own header and footer axe takes for those of the page. The page is the same in the dark:
     * only its colours are looked at again. "Legacy" is axe's word for one call on the page itself; the other way opens a tab for each
     * look, to gather what frames of other sites have said, and no page of ours has any.
     */
    private static AxeBuilder axe(Page page, ColorScheme scheme) {
        var builder = new AxeBuilder(page).setLegacyMode(true).exclude("iframe").exclude("vaadin-confirm-dialog");
        if (scheme == ColorScheme.DARK) {
            return builder.withRules(OF_COLOUR);
        }
        var options = new AxeRunOptions();
        options.setRules(Map.of("target-size", rule(true), "landmark-no-duplicate-banner", rule(page.locator("vaadin-confirm-dialog").count() == 0)));
        return builder.options(options);
    }

    private static AxeRuleOptions rule(boolean asked) {
        var rule = new AxeRuleOptions();
        rule.setEnabled(asked);
        return rule;
    }
}
