package fr.preau.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A journey through the built application with the demonstration's people, in Debian's Chromium. At each stop the page
 * must be free of axe's violations and of complaints in the browser's console; a picture of it goes to
 * {@code target/screenshots}.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "preau.demo=true")
abstract class Journey {

    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    private int port;

    private final List<String> complaints = new ArrayList<>();
    private final List<BrowserContext> contexts = new ArrayList<>();
    private ServerLog log;
    private String name = "";
    private int stops;

    @BeforeEach
    void openBrowser(TestInfo test) {
        if (browser == null) {
            playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium()).setArgs(FLAGS));
        }
        name = getClass().getSimpleName() + "-" + test.getTestMethod().orElseThrow().getName();
        stops = 0;
        log = new ServerLog();
    }

    @AfterEach
    void closePages() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        log.close();
        assertThat(complaints).as("complaints in the browser").isEmpty();
        assertThat(log.complaints()).as("complaints of the server").isEmpty();
    }

    /** A browser of its own (cookies, storage) of this size. */
    Page open(Screen screen) {
        var context = browser.newContext(new Browser.NewContextOptions().setViewportSize(screen.width, screen.height)
                .setLocale("fr-FR").setTimezoneId("Europe/Paris").setBaseURL("http://localhost:" + port)
                .setReducedMotion(ReducedMotion.REDUCE));
        contexts.add(context);
        var page = context.newPage();
        page.setDefaultTimeout(20_000);
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(page.url() + " " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + " " + error));
        return page;
    }

    /** Looks at the page as it is now: axe, both colour schemes, a picture of each. */
    void stop(Page page, Screen screen, String what) {
        stops++;
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            String file = "%s-%d-%02d-%s-%s.png".formatted(name, screen.width, stops, what, scheme.name().toLowerCase(java.util.Locale.ROOT));
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(file)).setFullPage(true));
            var violations = new AxeBuilder(page).analyze().getViolations().stream()
                    .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                            + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).collect(Collectors.joining(" | ")))
                    .toList();
            assertThat(violations).as("axe at " + what + ", " + screen + ", " + scheme).isEmpty();
        }
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("no sideways scrolling at " + what + ", " + screen).isTrue();
    }

    private static Path chromium() {
        for (String place : List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")) {
            if (Files.isExecutable(Path.of(place))) {
                return Path.of(place);
            }
        }
        throw new IllegalStateException("No Chromium on this machine: type `apt-get install chromium`, or `./preau test`");
    }
}
