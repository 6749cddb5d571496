package fr.preau.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.accounts.AccountService;
import fr.preau.accounts.SignInLetters;
import fr.preau.accounts.SignInPost;
import fr.preau.accounts.signin.AuthenticatorApp;
import fr.preau.accounts.signin.DeskCodeService;
import fr.preau.accounts.signin.PasskeyDevice;
import fr.preau.accounts.signin.PasskeyQuestion;
import fr.preau.accounts.signin.PasskeyService;
import fr.preau.accounts.signin.PasswordService;
import fr.preau.accounts.signin.SecondFactorService;
import fr.preau.base.CurrentCentre;
import fr.preau.base.EmailAddress;
import fr.preau.base.Ids;
import fr.preau.base.PublicAddress;
import fr.preau.base.Role;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.PageTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import fr.preau.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The door and the guard before the app, over HTTP with all their filters. */
@PageTest
class DoorTest {

    private static final String PASSWORD = "un cheval bleu mange du quinoa";
    private static final String SESSION = "JSESSIONID";
    private static int hours;

    @Autowired
    private AccountService accounts;
    @Autowired
    private PasswordService passwords;
    @Autowired
    private SecondFactorService factors;
    @Autowired
    private PasskeyService passkeys;
    @Autowired
    private PublicAddress address;
    @Autowired
    private DeskCodeService codes;
    @Autowired
    private SignInLetters letters;
    @Autowired
    private TestCentres centres;
    @Autowired
    private TestClock clock;
    @Autowired
    private JdbcTemplate jdbc;
    @LocalServerPort
    private int port;

    private final AuthenticatorApp app = AuthenticatorApp.withSomeSecret();
    private final String mail = "amina" + Ids.next() + "@exemple.fr";
    private Browser browser;
    private CentreRecord here;

    @BeforeEach
    void anotherDay() {
        clock.pass(Duration.ofHours(3L * ++hours));
        here = centres.open();
        browser = new Browser(port);
    }

    // Nobody yet

    @Test
    void readingTheDoorKeepsNothingOfAnybody() {
        for (String path : List.of("/connexion", "/connexion?fin", "/connexion?ferme", "/connexion?au-revoir", "/connexion/code", "/connexion/equipe",
                "/connexion/mot-de-passe", "/connexion/lien-envoye", "/", "/centres/" + here.slug())) {
            var answer = browser.get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.setCookies()).as(path).isEmpty();
            assertThat(answer.policy()).as(path).startsWith("default-src 'none'");
            assertThat(answer.text().replaceFirst("<script src=\"/assets/passkey-[0-9a-f]+\\.js\" defer></script>", ""))
                    .as(path).doesNotContain("??", "<script");
        }
    }

    @Test
    void theDoorsAddressesAreToldToNobodyAndKeptNowhere() {
        for (String path : List.of("/connexion", "/connexion/equipe", "/connexion/code", "/connexion/mot-de-passe", "/connexion/lien/abc",
                "/connexion/mot-de-passe/abc", "/connexion/code/" + Ids.next(), "/connexion/equipe/etape/" + Ids.next())) {
            var answer = browser.get(path);
            assertThat(answer.header("Referrer-Policy")).as(path).isEqualTo("same-origin");
            assertThat(answer.header("Cache-Control")).as(path).contains("no-store");
        }
        for (String path : List.of("/centres/" + here.slug() + "/place/abc", "/centres/" + here.slug() + "/annuler/abc")) {
            var answer = browser.get(path);
            assertThat(answer.header("Referrer-Policy")).as(path).isEqualTo("same-origin");
            assertThat(answer.header("Cache-Control")).as(path).contains("no-store");
        }
        for (String path : List.of("/", "/centres/" + here.slug(), "/connexion", "/confidentialite")) {
            assertThat(browser.get(path).header("Permissions-Policy")).as(path).contains("geolocation=()", "camera=()");
        }
        assertThat(browser.get("/centres/" + here.slug()).header("Referrer-Policy")).isEqualTo("same-origin");
    }

    @Test
    void aPageThatHidesWhereItIsIsAStranger() {
        assertThat(browser.post("/connexion/lien", Map.of("mail", mail), "Origin", "null").status()).isEqualTo(403);
        assertThat(browser.post("/connexion/lien", Map.of("mail", mail), "Origin", "null", "Sec-Fetch-Site", "same-origin").status()).isEqualTo(302);
        assertThat(browser.post("/connexion/quitter", Map.of(), "Origin", "null").status()).isEqualTo(403);
    }

    @Test
    void theAppSendsStrangersToTheDoorWithoutASession() {
        var answer = browser.get("/app/" + here.slug() + "/famille?mots=a");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.to()).isEqualTo("/connexion?vers=%2Fapp%2F" + here.slug() + "%2Ffamille%3Fmots%3Da");
        assertThat(answer.setCookies()).isEmpty();
        assertThat(browser.get("/app").to()).isEqualTo("/connexion");
        assertThat(browser.get(answer.to()).text()).contains("vous revenez à la page que vous avez demandée");
        assertThat(browser.get("/connexion").text()).doesNotContain("vous revenez à la page");
        assertThat(browser.get("/app/VAADIN/build/anything.js").status()).isEqualTo(401);
        assertThat(browser.post("/app/?v-r=uidl&v-uiId=0", Map.of()).text()).isEqualTo("Vaadin-Refresh: /connexion");
        String here = "http://localhost:" + port + "/app/" + this.here.slug() + "/inscription/gym/dates?groupe=1";
        assertThat(browser.post("/app/?v-r=uidl&v-uiId=0", Map.of(), "Referer", here).text()).as("a click in a task comes back to it")
                .isEqualTo("Vaadin-Refresh: /connexion?vers=%2Fapp%2F" + this.here.slug() + "%2Finscription%2Fgym%2Fdates%3Fgroupe%3D1");
        for (String elsewhere : List.of("https://ailleurs.example/app/x", "http://localhost:" + port + "/centres/x", "not an address", "")) {
            assertThat(browser.post("/app/?v-r=uidl&v-uiId=0", Map.of(), "Referer", elsewhere).text()).isEqualTo("Vaadin-Refresh: /connexion");
        }
        assertThat(browser.presence()).isEqualTo(401);
        assertThat(browser.has(SESSION)).isFalse();
    }

    @Test
    void theWayOnNeverLeadsOutOfTheApp() {
        for (String elsewhere : List.of("https://example.org", "//example.org", "/app/../evil", "/app//example.org", "/connexion", "javascript:alert(1)")) {
            var answer = signInByLink(Map.of("mail", Ids.next() + "@exemple.fr", "vers", elsewhere));
            assertThat(answer.to()).as(elsewhere).isEqualTo("/app");
            browser = new Browser(port);
        }
    }

    // The link

    @Test
    void aLinkLeadsInAndOnToWhereThePersonWanted() {
        var answer = signInByLink(Map.of("mail", mail, "vers", "/app/" + here.slug() + "/famille"));
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.to()).isEqualTo("/app/" + here.slug() + "/famille");
        assertThat(answer.setCookies()).anyMatch(cookie -> cookie.startsWith(SESSION + "=") && cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
        assertThat(browser.presence()).isEqualTo(204);
    }

    @Test
    void whoAsksForAnotherLinkStillGoesWhereTheFirstOneWouldHaveLed() {
        String way = "/app/" + here.slug() + "/famille";
        var sent = browser.post("/connexion/lien", Map.of("mail", mail, "vers", way, "partage", "oui"));
        String again = browser.get(sent.to()).document().select("main a[href^=/connexion]").attr("href");
        var form = browser.get(again).document().select("form[action=/connexion/lien]");
        assertThat(form.select("input[name=vers]").val()).isEqualTo(way);
        assertThat(form.select("input[name=partage]").hasAttr("checked")).isTrue();

        String path = askForLink(Map.of("mail", "autre" + mail, "vers", way));
        clock.pass(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(browser.get(path).document().select("input[name=vers]").val()).isEqualTo(way);
        assertThat(browser.post(path, Map.of()).document().select("input[name=vers]").val()).isEqualTo(way);
        assertThat(browser.get(path.substring(0, path.length() - 6) + "AAAAAA").document().select("input[name=vers]").val()).isEqualTo("/app");
    }

    /** The address of a resident who works at the centre now: the page says what it says to everybody, the letter where to. */
    @Test
    void whoHasJoinedTheTeamIsLedByTheLetterToAPasswordAndThenWhereSheWanted() {
        accounts.grant(accounts.withMail(new EmailAddress(mail), "Samia").id(), Role.ANIMATOR, here.id());
        String way = "/app/" + here.slug() + "/famille";
        String door = askForLink(Map.of("mail", mail, "vers", way));
        assertThat(door).startsWith("/connexion/mot-de-passe?vers=");
        var form = browser.get(door).document().select("form[action=/connexion/mot-de-passe]");
        assertThat(form.select("input[name=vers]").val()).isEqualTo(way);
        String staff = browser.get(door).document().select("a[href^=/connexion/equipe]").attr("href");
        String again = browser.get(staff).document().select("a[href^=/connexion/mot-de-passe]").attr("href");
        assertThat(browser.get(again).document().select("input[name=vers]").val()).as("there and back").isEqualTo(way);
        var sent = browser.post("/connexion/mot-de-passe", Map.of("mail", mail, "vers", way));
        assertThat(sent.to()).isEqualTo(new Browser(port).post("/connexion/mot-de-passe", Map.of("mail", "personne" + mail, "vers", way)).to());
    }

    @Test
    void nothingIsTickedOrHiddenWhereNothingWasAsked() {
        for (String path : List.of("/connexion", "/connexion/equipe", "/connexion/code", "/connexion/mot-de-passe", "/connexion/lien-envoye",
                "/connexion?vers=&partage=", "/connexion/equipe?vers=&partage=", "/connexion/mot-de-passe?vers=&partage=non")) {
            var page = browser.get(path).document();
            assertThat(page.select("input[name=partage][checked], input[name=partage][type=hidden]")).as(path).isEmpty();
            assertThat(page.select("main a[href^=/connexion]").eachAttr("href")).as(path).isNotEmpty().noneMatch(link -> link.contains("?"));
        }
    }

    @Test
    void fromPageToPageOfTheDoorASharedComputerStaysOne() {
        String way = "/app/" + here.slug() + "/famille";
        String staff = link("/connexion?partage=oui&vers=" + way, "/connexion/equipe");
        assertAsked(browser.get(staff), way);
        String forgotten = link(staff, "/connexion/mot-de-passe");
        assertAsked(browser.get(forgotten), way);
        assertAsked(browser.get(link(forgotten, "/connexion/equipe")), way);
        assertAsked(browser.get(link("/connexion?partage=oui&vers=" + way, "/connexion/code")), way);
    }

    @Test
    void whoseLinkToAPasswordIsRefusedAsksAgainForTheSameWay() {
        colleague();
        String way = "/app/" + here.slug() + "/aujourdhui";
        browser.post("/connexion/mot-de-passe", Map.of("mail", mail, "vers", way, "partage", "oui"));
        String late = letter(SignInPost.Kind.PASSWORD, mail);
        clock.pass(Duration.ofMinutes(10).plusSeconds(1));
        assertAsked(browser.get(late), way);
        var refused = browser.post(late, Map.of("motdepasse", PASSWORD, "encore", PASSWORD));
        assertRefused(refused, "Ce lien a plus de dix minutes.");
        assertAsked(refused, way);
    }

    @Test
    void whoseSecondStepIsOverBeginsAgainOnTheSameWayInTheSameBrowserOnly() {
        colleague();
        String way = "/app/" + here.slug() + "/aujourdhui";
        String step = browser.post("/connexion/equipe", Map.of("mail", mail, "motdepasse", PASSWORD, "vers", way, "partage", "oui")).to();
        assertThat(new Browser(port).get(step).document().select("form[action=/connexion/equipe] input[name=vers]").val()).isEqualTo("/app");
        clock.pass(Duration.ofMinutes(10).plusSeconds(1));
        assertAsked(browser.get(step), way);
        var refused = browser.post(step, Map.of("code", app.shows(clock.instant())));
        assertRefused(refused, "Recommencez avec votre mot de passe");
        assertAsked(refused, way);
    }

    @Test
    void openingTheLinkChangesNothingHoweverOften() {
        String path = askForLink(Map.of("mail", mail));
        var scanner = new Browser(port);
        for (int i = 0; i < 3; i++) {
            var page = scanner.get(path);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.setCookies()).isEmpty();
            assertThat(page.text()).contains("method=\"post\"");
        }
        assertThat(browser.post(path, Map.of()).to()).isEqualTo("/app");
    }

    @Test
    void theLinkIsRefusedKindlyTheSecondTimeTooLateAndElsewhere() {
        String path = askForLink(Map.of("mail", mail));
        assertRefused(new Browser(port).post(path, Map.of()), "Ce lien a été demandé sur un autre appareil.");
        assertThat(browser.post(path, Map.of()).status()).isEqualTo(302);
        assertRefused(new Browser(port).get(path), "Ce lien a déjà servi.");
        assertRefused(browser.post(path, Map.of()), "Ce lien a déjà servi.");

        String late = askForLink(Map.of("mail", "autre" + mail));
        clock.pass(Duration.ofMinutes(10).plusSeconds(1));
        assertRefused(browser.post(late, Map.of()), "Ce lien a plus de dix minutes.");
        assertRefused(browser.post(path.substring(0, path.length() - 6) + "AAAAAA", Map.of()), "Ce lien n’est pas complet");
    }

    @Test
    void knownAndUnknownAddressesAreAnsweredAlike() {
        accounts.withMail(new EmailAddress(mail), "Amina");
        String colleague = "samia" + mail;
        accounts.grant(accounts.withMail(new EmailAddress(colleague), "Samia").id(), Role.RECEPTION, here.id());
        String shut = "paul" + mail;
        accounts.disable(accounts.withMail(new EmailAddress(shut), "Paul").id(), "TEST");
        for (String door : List.of("/connexion/lien", "/connexion/mot-de-passe")) {
            var unknown = new Browser(port).post(door, Map.of("mail", "personne" + mail));
            for (String known : List.of(mail, colleague, shut)) {
                var answer = new Browser(port).post(door, Map.of("mail", known));
                assertThat(answer.status()).isEqualTo(unknown.status()).isEqualTo(302);
                assertThat(answer.to()).isEqualTo(unknown.to());
                assertThat(answer.text()).isEqualTo(unknown.text());
                assertThat(answer.cookieNames()).isEqualTo(unknown.cookieNames());
            }
        }
    }

    @Test
    void tooManyLettersAreRefusedKindly() {
        Browser.Answer last = null;
        String sent = "";
        for (int i = 0; i < 7; i++) {
            last = browser.post("/connexion/lien", Map.of("mail", mail));
            sent = i > 0 ? sent : letter(SignInPost.Kind.LINK, mail);
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.text()).contains("Regardez votre boîte", "marche encore", "Attendez dix minutes", "demandez un code à l’accueil");
        assertThat(browser.post(sent, Map.of()).to()).as("what has left stays good").isEqualTo("/app");
    }

    @Test
    void tooManyPasswordsAreRefusedWithTheWayThatIsOpen() {
        colleague();
        Browser.Answer last = null;
        for (int i = 0; i < 16; i++) {
            last = browser.post("/connexion/equipe", Map.of("mail", mail, "motdepasse", "autre chose"));
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(last.text()).contains("Vous pouvez entrer quand même", "clé d’accès");
        assertThat(last.document().select("main a[href=/connexion/mot-de-passe]")).as("the link of which it speaks").hasSize(1);
        assertThat(browser.post("/connexion/mot-de-passe", Map.of("mail", mail)).to()).isEqualTo("/connexion/lien-envoye");
    }

    @Test
    void formsOfOtherSitesAreRefused() {
        for (String path : List.of("/connexion/lien", "/connexion/quitter", "/connexion/equipe", "/connexion/code")) {
            assertThat(browser.post(path, Map.of("mail", mail), "Sec-Fetch-Site", "cross-site").status()).as(path).isEqualTo(403);
            assertThat(browser.post(path, Map.of("mail", mail), "Origin", "https://example.org").status()).as(path).isEqualTo(403);
        }
        assertThat(browser.post("/connexion/lien", Map.of("mail", mail), "Sec-Fetch-Site", "same-origin").status()).isEqualTo(302);
    }

    @Test
    void theDemonstrationsDoorDoesNotExistHere() {
        assertThat(browser.post("/connexion/demo/direction", Map.of()).status()).isEqualTo(404);
        assertThat(browser.get("/connexion").text()).doesNotContain("/connexion/demo/");
    }

    // Codes and passwords

    @Test
    void aCodeFromReceptionLeadsInByNameAndByTheSlip() {
        var account = accounts.withoutMail("Amina Benali " + Ids.next()).id();
        SignIn.as(here.id(), Role.RECEPTION);
        var code = CurrentCentre.in(here.id(), () -> codes.make(account));
        var paul = accounts.withoutMail("Paul Petit").id();
        var slip = CurrentCentre.in(here.id(), () -> codes.make(paul));
        SignIn.out();
        assertRefused(browser.post("/connexion/code", Map.of("nom", code.name(), "code", "12")), "Ce nom et ce code ne vont pas ensemble");
        assertThat(browser.post("/connexion/code", Map.of("nom", code.name(), "code", code.shown())).to()).isEqualTo("/app");
        assertThat(browser.presence()).isEqualTo(204);

        var other = new Browser(port);
        assertThat(other.get(slip.path()).status()).isEqualTo(200);
        assertThat(other.post(slip.path(), Map.of("code", slip.digits())).to()).isEqualTo("/app");
    }

    @Test
    void theSessionOfACodeOpensTheCentreThatGaveItAndNoOther() {
        var other = centres.open();
        var account = accounts.withMail(new EmailAddress(mail), "Amina Benali " + Ids.next()).id();
        SignIn.as(here.id(), Role.RECEPTION);
        var code = CurrentCentre.in(here.id(), () -> codes.make(account));
        SignIn.out();
        browser.post("/connexion/code", Map.of("nom", code.name(), "code", code.shown()));
        assertThat(browser.screen(here.slug() + "/compte")).contains("Comment on vous appelle").doesNotContain("Votre code ouvre un autre centre");
        assertThat(browser.screen(other.slug() + "/compte")).contains("Votre code ouvre un autre centre").doesNotContain("Comment on vous appelle");

        browser = new Browser(port);
        signInByLink(Map.of("mail", mail));
        assertThat(browser.screen(other.slug() + "/compte")).contains("Comment on vous appelle");
    }

    @Test
    void whoseNameHasBeenGuessedAtReadsThatANewCodeOpensAtOnceAndItDoes() {
        var account = accounts.withoutMail("Amina Benali " + Ids.next()).id();
        SignIn.as(here.id(), Role.RECEPTION);
        var code = CurrentCentre.in(here.id(), () -> codes.make(account));
        SignIn.out();
        for (int i = 0; i < 10; i++) {
            assertRefused(browser.post("/connexion/code", Map.of("nom", code.name(), "code", "12")), "Ce nom et ce code ne vont pas ensemble");
        }
        var answer = browser.post("/connexion/code", Map.of("nom", code.name(), "code", code.shown()));
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.text()).contains("Demandez un nouveau code à l’accueil", "il marchera tout de suite");

        SignIn.as(here.id(), Role.RECEPTION);
        var next = CurrentCentre.in(here.id(), () -> codes.make(account));
        SignIn.out();
        assertThat(browser.post("/connexion/code", Map.of("nom", next.name(), "code", next.shown())).to()).isEqualTo("/app");
    }

    @Test
    void staffComesInWithAPasswordAndThenTheApp() {
        var account = colleague();
        assertRefused(browser.post("/connexion/equipe", Map.of("mail", mail, "motdepasse", "autre chose")), "ne vont pas ensemble");
        var first = browser.post("/connexion/equipe", Map.of("mail", mail, "motdepasse", PASSWORD));
        assertThat(first.to()).startsWith("/connexion/equipe/etape/");
        assertThat(browser.presence()).as("one key is not enough").isEqualTo(401);
        assertThat(browser.get(first.to()).text()).doesNotContain("otpauth", "data:image");
        assertRefused(new Browser(port).post(first.to(), Map.of("code", app.shows(clock.instant()))), "Recommencez avec votre mot de passe");
        assertThat(browser.post(first.to(), Map.of("code", app.shows(clock.instant()))).to()).isEqualTo("/app");
        assertThat(browser.presence()).isEqualTo(204);
        accounts.disable(account, "TEST");
        assertThat(browser.presence()).isEqualTo(401);
    }

    @Test
    void staffComesInWithAPasskeyAndNobodyGetsASessionForAsking() {
        var account = colleague();
        SignIn.as(accounts.signedIn(account).orElseThrow());
        var device = new PasskeyDevice(address.origin());
        var made = passkeys.askToAdd();
        assertThat(passkeys.add(made.step(), device.make(made), "Poste de l’accueil")).isEmpty();
        SignIn.out();

        var asked = browser.post("/connexion/cle", Map.of("vers", "/app/" + here.slug()));
        assertThat(asked.cookieNames()).isEqualTo(Sessions.BROWSER);
        var question = question(asked);
        assertThat(new Browser(port).post("/connexion/cle/" + question.step(), Map.of("reponse", device.sign(question))).text())
                .contains("n’ouvre pas Préau");
        var in = browser.post("/connexion/cle/" + question.step(), Map.of("reponse", device.sign(question)));
        assertThat(in.text()).isEqualTo("{\"to\":\"/app/" + here.slug() + "\"}");
        assertThat(browser.presence()).isEqualTo(204);
        assertThat(browser.post("/connexion/cle", Map.of(), "Sec-Fetch-Site", "cross-site").status()).isEqualTo(403);

        accounts.disable(account, "TEST");
        var again = question(browser.post("/connexion/cle", Map.of()));
        var shut = browser.post("/connexion/cle/" + again.step(), Map.of("reponse", device.sign(again)));
        assertThat(shut.status()).isEqualTo(422);
        assertThat(browser.presence()).isEqualTo(401);
    }

    // Sessions

    @Test
    void aSessionThatNobodyTouchesEndsAlthoughItsTabBeats() {
        signInByLink(Map.of("mail", mail));
        clock.pass(Duration.ofMinutes(20));
        browser.post("/app/?v-r=heartbeat&v-uiId=0", Map.of());
        clock.pass(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(browser.get("/app/" + here.slug() + "/famille").to()).isEqualTo("/connexion?fin&vers=%2Fapp%2F" + here.slug() + "%2Ffamille");
        assertThat(browser.presence()).isEqualTo(401);
    }

    @Test
    void whoSaysThatSheIsHereGoesOn() {
        signInByLink(Map.of("mail", mail));
        for (int i = 0; i < 4; i++) {
            clock.pass(Duration.ofMinutes(29));
            assertThat(browser.presence()).isEqualTo(204);
        }
        assertThat(browser.get("/app/presence").status()).isEqualTo(405);
        assertThat(browser.post("/app/presence", Map.of()).status()).as("without our header").isEqualTo(405);
    }

    @Test
    void onASharedComputerTheSessionEndsSoonerAndNothingStays() {
        signInByLink(Map.of("mail", mail, "partage", "oui"));
        assertThat(browser.has(Sessions.KNOWN)).isFalse();
        clock.pass(Duration.ofMinutes(9));
        assertThat(browser.presence()).isEqualTo(204);
        clock.pass(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(browser.presence()).isEqualTo(401);
    }

    @Test
    void aDisabledAccountIsOutAtItsNextClick() {
        signInByLink(Map.of("mail", mail));
        accounts.disable(account(), "TEST");
        assertThat(browser.post("/app/?v-r=uidl&v-uiId=0", Map.of()).text()).isEqualTo("Vaadin-Refresh: /connexion?ferme");
        assertThat(browser.presence()).isEqualTo(401);
        assertThat(browser.get("/app").to()).isEqualTo("/connexion?fin");
        assertThat(browser.get("/connexion?ferme").text()).contains("Votre session a été fermée");
    }

    @Test
    void signingOutEverywhereEndsTheSessionsOfAllBrowsers() {
        signInByLink(Map.of("mail", mail));
        var phone = browser;
        browser = new Browser(port);
        signInByLink(Map.of("mail", mail));
        assertThat(phone.presence()).isEqualTo(204);
        SignIn.asResident(account());
        accounts.signMeOutEverywhere();
        SignIn.out();
        assertThat(phone.get("/app").to()).isEqualTo("/connexion?ferme");
        assertThat(browser.presence()).isEqualTo(401);
    }

    @Test
    void signingOutEndsTheSession() {
        signInByLink(Map.of("mail", mail));
        assertThat(browser.post("/connexion/quitter", Map.of(), "Sec-Fetch-Site", "same-origin").to()).isEqualTo("/connexion?au-revoir");
        assertThat(browser.presence()).isEqualTo(401);
    }

    @Test
    void whoSignsOutToComeInByAnotherDoorGoesOnToWhereSheWanted() {
        signInByLink(Map.of("mail", mail));
        String way = "/app/" + here.slug() + "/famille";
        var left = browser.post("/connexion/quitter", Map.of("vers", way));
        assertThat(browser.presence()).isEqualTo(401);
        var door = browser.get(left.to());
        assertThat(door.text()).contains("Vous êtes bien déconnecté");
        assertThat(door.document().select("form[action=/connexion/lien] input[name=vers]").val()).isEqualTo(way);
        assertThat(browser.post("/connexion/quitter", Map.of("vers", "https://example.org")).to()).isEqualTo("/connexion?au-revoir");
    }

    @Test
    void anotherPersonsSignInTakesTheSessionsPlace() {
        signInByLink(Map.of("mail", mail));
        var before = browser.get("/connexion").to();
        assertThat(before).isEqualTo("/app");
        assertThat(signInByLink(Map.of("mail", "autre" + mail)).setCookies()).anyMatch(cookie -> cookie.startsWith(SESSION + "="));
    }

    // What the tests say often

    private Browser.Answer signInByLink(Map<String, String> form) {
        return browser.post(askForLink(form), Map.of());
    }

    private String askForLink(Map<String, String> form) {
        assertThat(browser.post("/connexion/lien", form).to()).startsWith("/connexion/lien-envoye");
        return letter(SignInPost.Kind.LINK, form.get("mail"));
    }

    /** Where the last letter to this address leads. */
    private String letter(SignInPost.Kind kind, String address) {
        var ticket = jdbc.queryForObject("SELECT id FROM sign_in_ticket WHERE email = ? ORDER BY made_at DESC LIMIT 1", String.class, address);
        return letters.write(kind, UUID.fromString(ticket)).orElseThrow().path();
    }

    /** Where the link of a page leads that goes to this part of the door. */
    private String link(String page, String to) {
        return browser.get(page).document().select("main a[href^=" + to + "]").attr("href");
    }

    /** The page's form leads on this way, on a computer that others use too. */
    private static void assertAsked(Browser.Answer page, String way) {
        var form = page.document().select("main form:has(input[name=partage])");
        assertThat(form.select("input[name=vers]").val()).isEqualTo(way);
        assertThat(form.select("input[name=partage][checked], input[name=partage][type=hidden]")).hasSize(1);
    }

    private static PasskeyQuestion question(Browser.Answer asked) {
        var json = JsonMapper.builder().build().readTree(asked.text());
        return new PasskeyQuestion(UUID.fromString(json.get("step").asString()), json.get("options").asString());
    }

    private UUID account() {
        return accounts.findByMail(new EmailAddress(mail)).orElseThrow().id();
    }

    private UUID colleague() {
        var account = accounts.withMail(new EmailAddress(mail), "Samia").id();
        accounts.grant(account, Role.RECEPTION, here.id());
        passwords.give(account, PASSWORD);
        factors.give(account, app.secret());
        return account;
    }

    private static void assertRefused(Browser.Answer answer, String words) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains(words);
    }
}
