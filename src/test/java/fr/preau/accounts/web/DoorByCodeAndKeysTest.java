package fr.preau.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.accounts.SignInPost;
import fr.preau.accounts.signin.DeskCodeService;
import fr.preau.accounts.signin.PasskeyDevice;
import fr.preau.accounts.signin.PasskeyQuestion;
import fr.preau.accounts.signin.PasskeyService;
import fr.preau.base.CurrentCentre;
import fr.preau.base.EmailAddress;
import fr.preau.base.Ids;
import fr.preau.base.PublicAddress;
import fr.preau.base.Role;
import fr.preau.testing.SignIn;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Coming in by a code from reception, by a password with a second key, or by a passkey. */
class DoorByCodeAndKeysTest extends AtTheWebDoor {

    @Autowired
    private PasskeyService passkeys;
    @Autowired
    private PublicAddress address;
    @Autowired
    private DeskCodeService codes;

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

    private static PasskeyQuestion question(Browser.Answer asked) {
        var json = JsonMapper.builder().build().readTree(asked.text());
        return new PasskeyQuestion(UUID.fromString(json.get("step").asString()), json.get("options").asString());
    }
}
