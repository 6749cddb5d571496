package fr.preau.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import fr.preau.testing.KeepsTables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.TestSocketUtils;

/**
 * A journey through the built application with the demonstration's people, in Debian's Chromium. At each stop the page
 * must be free of axe's violations and of complaints in the browser's console; a picture of it goes to
 * {@code target/screenshots}.
 *
 * <p>All journeys share one application and one story: each has people and dates of its own, so that their order does not matter.
 */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT, properties = {"preau.demo=true", "preau.demo-centres=3", "vaadin.productionMode=true"})
@KeepsTables
abstract class Journey {

    /** For who wants to look; they cost time. */
    private static final boolean PICTURES_WANTED = System.getenv("PREAU_PICTURES") != null;
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync");
    private static final List<String> USUAL_PLACES = List.of("/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final String NO_BROWSER = "No Chromium on this machine, so no journey: type `sudo apt-get install chromium`, or `./preau test`";

    private static final Pattern EXPECTED = Pattern.compile("status of (422|404)");
    private static final int PATIENCE = 20_000;
    private static final int LOOKS = 40;
    private static final int BETWEEN_LOOKS = 500;
    private static final int PORT = TestSocketUtils.findAvailableTcpPort();
    private static @Nullable Playwright playwright;
    private static @Nullable Browser browser;

    private final List<String> complaints = new ArrayList<>();
    private final List<BrowserContext> contexts = new ArrayList<>();
    private ServerLog log;
    private String name = "";
    private int stops;

    /** The port is known before the start: letters carry whole addresses. */
    @DynamicPropertySource
    static void address(DynamicPropertyRegistry registry) {
        registry.add("server.port", () -> PORT);
        registry.add("preau.public-url", Journey::root);
    }

    private static String root() {
        return "http://localhost:" + PORT;
    }

    /** Asked before the application starts, which takes longer than the answer. */
    @BeforeAll
    static void needBrowser() {
        askForBrowser();
    }

    /** The same for a journey that has an application of its own. */
    static void askForBrowser() {
        if (chromium().isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(NO_BROWSER);
        }
        Assumptions.assumeTrue(chromium().isPresent(), NO_BROWSER);
    }

    @BeforeEach
    void openBrowser(TestInfo test) {
        if (browser == null) {
            playwright = playwright();
            browser = launch(playwright);
        }
        name = getClass().getSimpleName() + "-" + test.getTestMethod().orElseThrow().getName();
        stops = 0;
        log = new ServerLog();
    }

    static Playwright playwright() {
        return Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    static Browser launch(Playwright playwright) {
        return playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium().orElseThrow()).setArgs(FLAGS));
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
        return open(screen, new Browser.NewContextOptions());
    }

    /** Another browser with the same cookies and nothing in its cache. */
    Page openAlike(Page page, Screen screen) {
        return open(screen, new Browser.NewContextOptions().setStorageState(page.context().storageState()));
    }

    private Page open(Screen screen, Browser.NewContextOptions options) {
        var context = browser.newContext(options.setViewportSize(screen.width, screen.height)
                .setLocale("fr-FR").setTimezoneId("Europe/Paris").setBaseURL(root())
                .setReducedMotion(ReducedMotion.REDUCE));
        contexts.add(context);
        var page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        page.onConsoleMessage(message -> {
            // A refused form answers 422, a lost address 404, each with its page and its words; the browser counts that among the errors.
            if (List.of("error", "warning").contains(message.type()) && !EXPECTED.matcher(message.text()).find()) {
                complaints.add(page.url() + " " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + " " + error));
        return page;
    }

    /** The button with these words. */
    static Locator button(Page page, String words) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
    }

    /** The link with these words. */
    static Locator link(Page page, String words) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words).setExact(true));
    }

    /** Waits until this is the page's heading. */
    static void heading(Page page, String words) {
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(words).setLevel(1)).waitFor();
    }

    /** One of the whole cards that are ticked or not. */
    static Locator card(Page page, String words) {
        return page.locator("vaadin-checkbox, vaadin-radio-button").filter(new Locator.FilterOptions().setHasText(words));
    }

    /** Enters as one of the people whom the demonstration offers at the door. */
    void enterAs(Page page, String persona, String wayOn) {
        page.navigate("/connexion?vers=" + wayOn);
        page.locator("form[action='/connexion/demo/" + persona + "'] button").click();
        page.waitForURL("**" + wayOn);
    }

    /** Enters by the link in a letter, as people do who have an account and no password. */
    void enterByMail(Page page, String mail, String wayOn) {
        page.navigate("/connexion?vers=" + wayOn);
        page.locator("#mail").fill(mail);
        button(page, "Recevoir mon lien").click();
        openLetter(page, mail, "Votre lien pour entrer dans Préau", "");
        follow(page, "/connexion/lien/");
        button(page, "Entrer").click();
        page.waitForURL("**" + wayOn);
    }

    /** The newest letter of this kind to this person that says so, as soon as it has arrived in the demonstration's mailbox. */
    void openLetter(Page page, String recipient, String title, String saying) {
        var letter = page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(recipient))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(title).setExact(true));
        for (int look = 0; look < LOOKS; look++) {
            page.navigate("/demo/courrier");
            if (letter.count() > 0) {
                letter.first().click();
                heading(page, title);
                if (page.locator("details").textContent().contains(saying)) {
                    return;
                }
            }
            page.waitForTimeout(BETWEEN_LOOKS);
        }
        throw new AssertionError("No letter \"" + title + "\" to " + recipient);
    }

    /** Follows the link of the open letter that leads to this kind of page. */
    static void follow(Page page, String path) {
        page.getByText("Lire le message en texte simple").click();
        page.locator("details a[href*='" + path + "']:not([href$='.ics'])").first().click();
        page.waitForURL(Pattern.compile(".*" + path + ".*"));
    }

    /** Looks at the page as it is now with axe; {@link TourJourney} looks at the same screens in the dark. */
    void stop(Page page, Screen screen, String what) {
        assertThat(faults(page, screen, what, List.of(ColorScheme.LIGHT))).as("at " + what + ", " + screen).isEmpty();
    }

    /** What is wrong with the page as it is now, in either colour scheme; with a picture of each in {@code target/screenshots} if PREAU_PICTURES is set. */
    List<String> faults(Page page, Screen screen, String what) {
        return faults(page, screen, what, List.of(ColorScheme.LIGHT, ColorScheme.DARK));
    }

    private List<String> faults(Page page, Screen screen, String what, List<ColorScheme> schemes) {
        stops++;
        return PageLook.faults(page, what, schemes, scheme -> {
            if (PICTURES_WANTED) {
                picture(page, screen, what, scheme);
            }
        });
    }

    private void picture(Page page, Screen screen, String what, ColorScheme scheme) {
        String file = "%s-%d-%02d-%s-%s.png".formatted(name, screen.width, stops, what.replaceAll("[^\\w-]+", "-"), scheme.name().toLowerCase(Locale.ROOT));
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(file)).setFullPage(true));
    }

    /** The one that {@code ./preau test} has found, else one in a usual place. */
    private static Optional<Path> chromium() {
        var found = System.getenv("PREAU_CHROMIUM");
        return Stream.concat(Stream.ofNullable(found), USUAL_PLACES.stream()).map(Path::of).filter(Files::isExecutable).findFirst();
    }
}
