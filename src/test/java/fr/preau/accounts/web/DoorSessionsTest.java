package fr.preau.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.testing.SignIn;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sessions: how they go on, end, and are ended. */
class DoorSessionsTest extends AtTheWebDoor {

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
        assertThat(door.text()).contains("Votre session est fermée");
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
}
