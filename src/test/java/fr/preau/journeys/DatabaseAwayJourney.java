package fr.preau.journeys;

import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import fr.preau.local.EmbeddedMariaDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.TestSocketUtils;
import org.springframework.util.FileSystemUtils;

/**
 * The database is switched off while people read, are at the door, and are in the middle of a form; and on again. Préau runs in a
 * process of its own, so that its log is the one that a server would have.
 */
class DatabaseAwayJourney {

    private static final Path HOME = Path.of("target", "database-away").toAbsolutePath();
    private static final int PORT = TestSocketUtils.findAvailableTcpPort();
    private static final String TASK = "/app/belencontre/inscription/atelier-cuisine-du-monde";
    private static final Pattern DONE = Pattern.compile("^C’est fait");
    private static final String AWAY = "Préau revient dans un instant";
    private static final int PATIENCE = 60_000;

    @BeforeAll
    static void emptyHome() throws IOException {
        Journey.askForBrowser();
        FileSystemUtils.deleteRecursively(HOME);
        Files.createDirectories(HOME);
    }

    @Test
    void everybody_reads_kind_words_and_goes_on_when_it_is_back() throws Exception {
        try (var server = EmbeddedMariaDb.start(HOME.resolve("database")); var database = new StoppedDatabase(server);
                var preau = PreauProcess.start(PORT, HOME, server, Map.of("PREAU_DEMO_CENTRES", "1"));
                var playwright = Journey.playwright(); var browser = Journey.launch(playwright)) {
            var reader = open(browser);
            var atTheDoor = open(browser);
            atTheDoor.navigate("/connexion/code");
            var inAForm = open(browser);
            enter(inAForm);
            int before = log().size();

            database.goAway();

            var answer = reader.navigate("/centres/belencontre/activites");
            isKind(answer, reader);
            atTheDoor.locator("#nom").fill("Amina Benali");
            atTheDoor.locator("#code").fill("123456");
            answer = atTheDoor.waitForNavigation(() -> Journey.button(atTheDoor, "Entrer").click());
            assertThat(answer.status()).isEqualTo(503);
            assertThat(atTheDoor.locator("main [role=alert]").innerText()).contains(AWAY);
            assertThat(atTheDoor.locator("#nom").inputValue()).isEqualTo("Amina Benali");
            Journey.card(inAForm, "Amina").getByRole(AriaRole.CHECKBOX).check();
            Journey.button(inAForm, "Continuer").click();
            inAForm.getByText(spaced("Nous essayons de nous reconnecter")).first().waitFor();

            database.comeBack();

            // the browser sends the click again by itself
            Journey.heading(inAForm, "Quelles dates ?");
            inAForm.locator("vaadin-checkbox").nth(0).getByRole(AriaRole.CHECKBOX).check();
            Journey.button(inAForm, "Continuer").click();
            Journey.heading(inAForm, "Tout est juste ?");
            Journey.button(inAForm, "Je fais l’inscription").click();
            inAForm.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(DONE).setLevel(1)).waitFor();
            reader.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Recommencer")).click();
            Journey.heading(reader, "Que faire au centre ?");
            atTheDoor.locator("#code").fill("123456");
            Journey.button(atTheDoor, "Entrer").click();
            assertThat(atTheDoor.locator("main [role=alert]").innerText()).doesNotContain(AWAY);

            var told = log().subList(before, log().size());
            assertThat(told).as("one line a minute, no trace").hasSizeBetween(1, 3).allMatch(line -> line.contains("The database does not answer"));
        }
    }

    private static void isKind(Response answer, Page page) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.headerValue("Retry-After")).isEqualTo("10");
        assertThat(answer.headerValue("Cache-Control")).isEqualTo("no-store");
        assertThat(page.locator("h1").innerText()).isEqualTo(AWAY);
        assertThat(page.locator("body").innerText()).doesNotContain("Exception", "SQL", "À dire à l’accueil");
    }

    private static Page open(Browser browser) {
        var page = browser.newContext(new Browser.NewContextOptions().setLocale("fr-FR").setBaseURL("http://localhost:" + PORT)).newPage();
        page.setDefaultTimeout(PATIENCE);
        return page;
    }

    private static void enter(Page page) {
        page.navigate("/connexion?vers=" + TASK);
        page.locator("form[action='/connexion/demo/habitante'] button").click();
        page.waitForURL("**" + TASK);
        Journey.heading(page, spaced("Qui vient à « Atelier cuisine du monde » ?"));
    }

    /** The lines that are no news of ordinary work. */
    private static List<String> log() throws IOException {
        return Files.readAllLines(HOME.resolve("preau.log")).stream().filter(line -> !line.contains(" INFO ")).toList();
    }
}
