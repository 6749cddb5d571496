package fr.preau.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.accounts.AccountService;
import fr.preau.accounts.SignInLetters;
import fr.preau.accounts.SignInPost;
import fr.preau.base.EmailAddress;
import fr.preau.base.Ids;
import fr.preau.testing.PageTest;
import fr.preau.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** There is one way into the app, however its address is written and whatever a request looks like. */
@PageTest
class RoundTheGuardTest {

    private static final String SESSION = "JSESSIONID";
    private static int hours;

    @Autowired
    private AccountService accounts;
    @Autowired
    private SignInLetters letters;
    @Autowired
    private TestClock clock;
    @Autowired
    private JdbcTemplate jdbc;
    @LocalServerPort
    private int port;

    private Browser browser;
    private String mail;

    @BeforeEach
    void anotherDay() {
        clock.pass(Duration.ofHours(3L * ++hours));
        browser = new Browser(port);
        mail = "amina" + Ids.next() + "@exemple.fr";
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%61pp", "/%61%70%70", "/a%70p"})
    void theAppHasOneSpelling(String app) {
        for (String page : List.of("", "/", "/l-echo/famille", "/?v-r=init", "/VAADIN/build/x.js", "/VAADIN/build/?v-r=uidl")) {
            var answer = browser.get(app + page);
            assertThat(answer.status()).as(app + page).isEqualTo(404);
            assertThat(answer.setCookies()).as(app + page).isEmpty();
        }
        assertThat(browser.post(app + "/?v-r=uidl&v-uiId=0", Map.of()).status()).isEqualTo(404);
        assertThat(browser.has(SESSION)).isFalse();
        signIn();
        assertThat(browser.get(app + "/").status()).isEqualTo(404);
        assertThat(browser.post(app + "/?v-r=uidl&v-uiId=0", Map.of()).status()).isEqualTo(404);
    }

    @Test
    void whatIsBelowIsTheSameHoweverItIsSpelled() {
        assertThat(browser.post("/app/%70resence", Map.of(), "X-Presence", "1").status()).isEqualTo(401);
        assertThat(browser.get("/app/VAADIN/%62uild/x.js").status()).isEqualTo(401);
        assertThat(browser.get("/app/%66amille").to()).isEqualTo("/connexion?vers=%2Fapp%2F%2566amille");
        signIn();
        assertThat(browser.post("/app/%70resence", Map.of(), "X-Presence", "1").status()).isEqualTo(204);
        clock.pass(Duration.ofMinutes(31));
        assertThat(browser.post("/app/%70resence", Map.of(), "X-Presence", "1").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /app/VAADIN/build/?v-r=uidl", "GET /app/VAADIN/build/", "GET /app/VAADIN/build/x.js?v-r=uidl", "POST /app/VAADIN/build/x.js",
        "GET /app/VAADIN/%62uild/?v-r=init"})
    void onlyFilesAreSpareFromTheQuestionWhetherTheAccountIsOpen(String asked) {
        signIn();
        accounts.disable(accounts.findByMail(new EmailAddress(mail)).orElseThrow().id(), "TEST");
        assertThat(browser.get("/app/VAADIN/build/x.js").status()).as("a file that is not there").isNotEqualTo(401);
        String path = asked.substring(asked.indexOf(' ') + 1);
        var answer = asked.startsWith("POST") ? browser.post(path, Map.of("v-r", "uidl")) : browser.get(path);
        assertThat(answer.status()).isEqualTo(401);
        assertThat(browser.get("/app/").to()).as("it has ended the session").startsWith("/connexion?fin");
    }

    @Test
    void aFormComesFromHereWhenItComesFromTheAddressThatPeopleType() {
        assertThat(browser.post("/connexion/lien", Map.of("mail", mail), "Origin", "https://preau.example").status()).isEqualTo(302);
        for (String stranger : List.of("http://preau.example", "https://preau.example.org", "https://preau.example:8443", "https://a.preau.example")) {
            assertThat(browser.post("/connexion/lien", Map.of("mail", mail), "Origin", stranger).status()).as(stranger).isEqualTo(403);
        }
        assertThat(browser.post("/connexion/lien", Map.of("mail", mail), "Origin", "https://preau.example", "Sec-Fetch-Site", "cross-site").status())
                .isEqualTo(403);
    }

    @Test
    void aFormOfHundredsOfPagesIsNotRead() {
        assertThat(browser.post("/connexion/code", Map.of("nom", "a".repeat(200_000), "code", "1")).status()).isEqualTo(422);
        assertThat(browser.post("/connexion/code", Map.of("nom", "a".repeat(400_000), "code", "1")).status()).isIn(400, 413);
    }

    /** One look at the door is enough: what the person before has ticked stands there for the next, who may take it off. */
    @Test
    void theDoorRemembersThatOthersUseThisComputerToo() {
        signIn(Map.of("mail", mail, "partage", "oui"));
        clock.pass(Duration.ofMinutes(10).plusSeconds(1));
        var over = browser.get("/app/l-echo/famille").to();
        assertThat(over).isEqualTo("/connexion?fin&partage=oui&vers=%2Fapp%2Fl-echo%2Ffamille");
        assertTicked(over);

        signIn(Map.of("mail", mail, "partage", "oui"));
        var left = browser.post("/connexion/quitter", Map.of(), "Sec-Fetch-Site", "same-origin").to();
        assertThat(left).isEqualTo("/connexion?au-revoir&partage=oui");
        assertTicked(left);

        signIn(Map.of("mail", mail, "partage", "oui"));
        accounts.disable(accounts.findByMail(new EmailAddress(mail)).orElseThrow().id(), "TEST");
        assertThat(browser.post("/app/?v-r=uidl&v-uiId=0", Map.of()).text()).isEqualTo("Vaadin-Refresh: /connexion?ferme&partage=oui");
    }

    private void assertTicked(String door) {
        assertThat(browser.get(door).document().select("input[name=partage]").hasAttr("checked")).as(door).isTrue();
    }

    private void signIn() {
        signIn(Map.of("mail", mail));
    }

    private void signIn(Map<String, String> form) {
        assertThat(browser.post("/connexion/lien", form).status()).isEqualTo(302);
        var ticket = jdbc.queryForObject("SELECT id FROM sign_in_ticket WHERE email = ? ORDER BY made_at DESC LIMIT 1", String.class, mail);
        browser.post(letters.write(SignInPost.Kind.LINK, UUID.fromString(ticket)).orElseThrow().path(), Map.of());
        assertThat(browser.presence()).isEqualTo(204);
    }
}
