package fr.preau.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.AriaRole;
import fr.preau.local.EmbeddedMariaDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.TestSocketUtils;
import org.springframework.util.FileSystemUtils;

/**
 * Préau runs in a process of its own. The power goes between "C’est fait" and the letter: it is killed with {@code kill -9} while
 * letters are at the mail server's door or wait behind them, and is started again on the same database. Or it is ended in order,
 * as at an update, while somebody is in the middle of a form.
 */
class PowerCutJourney {

    private static final Path HOME = Path.of("target", "power-cut").toAbsolutePath();
    private static final int PORT = TestSocketUtils.findAvailableTcpPort();
    private static final String TASK = "/app/belencontre/inscription/atelier-cuisine-du-monde";
    private static final Pattern DONE = Pattern.compile("^C’est fait");
    private static final int PATIENCE = 60_000;
    private static final String AMINA = "amina.benali@famille.example";
    private static final String TO_SEND = "SELECT id FROM outbox_letter WHERE state IN ('WAITING', 'SENDING')";
    private static final String TO_AMINA = TO_SEND + " AND recipient = '" + AMINA + "' ORDER BY created_at";
    private static final String REGISTRATIONS = "SELECT id FROM registration";

    private static @Nullable EmbeddedMariaDb server;
    private static @Nullable HeldMail mail;
    private static @Nullable PreauProcess preau;
    private static @Nullable Playwright playwright;
    private static @Nullable Browser browser;

    /** One base for both, told once: each has dates of its own. What one leaves running, the other takes up. */
    @BeforeAll
    static void startAll() throws IOException {
        Journey.askForBrowser();
        FileSystemUtils.deleteRecursively(HOME);
        Files.createDirectories(HOME);
        server = EmbeddedMariaDb.start(HOME.resolve("database"));
        mail = new HeldMail();
        playwright = Journey.playwright();
        browser = Journey.launch(playwright);
        start();
    }

    @AfterAll
    static void stopAll() throws Exception {
        for (var one : Arrays.asList(browser, playwright, preau, mail, server)) {
            if (one != null) {
                one.close();
            }
        }
    }

    @Test
    void what_was_confirmed_stays_and_its_letter_leaves_once() throws Exception {
        try (var database = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password())) {
            until("the letters of before have left", () -> ask(database, TO_SEND).isEmpty());
            int registrations = ask(database, REGISTRATIONS).size();
            mail.hold(AMINA);
            var page = enter();
            register(page, 0);
            var inHand = mail.next();
            register(page, 1);
            var letters = ask(database, TO_AMINA);
            preau.kill();
            inHand.forget();
            assertThat(letters).as("one at the mail server’s door, one behind it").hasSize(2);
            assertThat(copies(letters)).as("neither has left").containsExactly(0L, 0L);
            mail.goOn();
            claimsEnd(database);

            start();
            assertThat(ask(database, REGISTRATIONS)).hasSize(registrations + 2);
            until("both letters have left", () -> ask(database, TO_AMINA).isEmpty());
            assertThat(copies(letters)).containsExactly(1L, 1L);

            mail.hold(AMINA);
            register(enter(), 2);
            inHand = mail.next();
            var last = ask(database, TO_AMINA);
            preau.kill();
            inHand.accept();
            mail.goOn();
            until("the mail server has it, and nobody heard it say so", () -> copies(last).equals(List.of(1L)));
            claimsEnd(database);

            start();
            assertThat(ask(database, REGISTRATIONS)).hasSize(registrations + 3);
            until("the letter is known to have left", () -> ask(database, TO_AMINA).isEmpty());
            assertThat(copies(last)).as("the one window that SMTP leaves: the same message again").containsExactly(2L);
        }
    }

    @Test
    void an_open_form_outlives_a_restart_in_order() throws Exception {
        var page = enter();
        fill(page, 4);
        preau.stop();
        start();
        // the tab sees that the server does not know it any more, and loads its address again
        page.evaluate("window.before = true");
        Journey.button(page, "Je fais l’inscription").click();
        page.waitForFunction("!window.before && document.querySelector('h1')");
        assertThat(page.url()).as("still signed in").contains(TASK);
        // what was answered on the steps before is there
        page.navigate(TASK + "/verifier");
        Journey.heading(page, "Tout est juste ?");
        confirm(page);
    }

    private static void start() throws IOException {
        preau = PreauProcess.start(PORT, HOME, server, Map.of("PREAU_DEMO_CENTRES", "1", "SPRING_MAIL_HOST", "127.0.0.1", "SPRING_MAIL_PORT", String.valueOf(mail.port())));
    }

    private static Page enter() {
        var page = browser.newContext(new Browser.NewContextOptions().setLocale("fr-FR").setBaseURL("http://localhost:" + PORT)).newPage();
        page.setDefaultTimeout(PATIENCE);
        page.navigate("/connexion?vers=" + TASK);
        page.locator("form[action='/connexion/demo/habitante'] button").click();
        page.waitForURL("**" + TASK);
        return page;
    }

    /** As {@link RegisterFamilyJourney} does, for one person and one date, until the page says that it is done. */
    private static void register(Page page, int date) {
        fill(page, date);
        confirm(page);
    }

    private static void fill(Page page, int date) {
        page.navigate(TASK);
        Journey.heading(page, "Qui vient à « Atelier cuisine du monde » ?");
        Journey.card(page, "Amina").getByRole(AriaRole.CHECKBOX).check();
        Journey.button(page, "Continuer").click();
        Journey.heading(page, "Quelles dates ?");
        page.locator("vaadin-checkbox").nth(date).getByRole(AriaRole.CHECKBOX).check();
        Journey.button(page, "Continuer").click();
        Journey.heading(page, "Tout est juste ?");
    }

    private static void confirm(Page page) {
        Journey.button(page, "Je fais l’inscription").click();
        page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(DONE).setLevel(1)).waitFor();
    }

    /** The minutes for which a sender may have a letter in hand go by. */
    private static void claimsEnd(Connection database) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.executeUpdate("UPDATE outbox_letter SET due_at = created_at WHERE state = 'SENDING'");
        }
    }

    /** How many times each of these letters is at the mail server, known by its Message-ID. */
    private static List<Long> copies(List<String> letters) {
        var ids = mail.messageIds();
        return letters.stream().map(letter -> ids.stream().filter(id -> id.startsWith("<" + letter + "@")).count()).toList();
    }

    private static List<String> ask(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement(); var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private static void until(String what, Callable<Boolean> holds) throws Exception {
        long limit = System.nanoTime() + Duration.ofMillis(PATIENCE).toNanos();
        while (!holds.call()) {
            assertThat(System.nanoTime()).as(what).isLessThan(limit);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }
}
