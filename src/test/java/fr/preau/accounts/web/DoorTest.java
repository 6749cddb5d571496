package fr.preau.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.Ids;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The door itself and the guard before the app, for who is not in yet. */
class DoorTest extends AtTheWebDoor {

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

    /** Where the link of a page leads that goes to this part of the door. */
    private String link(String page, String to) {
        return browser.get(page).document().select("main a[href^=" + to + "]").attr("href");
    }
}
