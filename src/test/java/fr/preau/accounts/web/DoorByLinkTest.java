package fr.preau.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.accounts.SignInPost;
import fr.preau.base.EmailAddress;
import fr.preau.base.Ids;
import fr.preau.base.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Coming in by a link: where it leads, and how it is refused. */
class DoorByLinkTest extends AtTheWebDoor {

    @Test
    void theWayOnNeverLeadsOutOfTheApp() {
        for (String elsewhere : List.of("https://example.org", "//example.org", "/app/../evil", "/app//example.org", "/connexion",
                "javascript:alert(1)")) {
            var answer = signInByLink(Map.of("mail", Ids.next() + "@exemple.fr", "vers", elsewhere));
            assertThat(answer.to()).as(elsewhere).isEqualTo("/app");
            browser = new Browser(port);
        }
    }

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
}
