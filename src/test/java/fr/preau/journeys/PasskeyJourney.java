package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody of the team makes a passkey, comes in with it, and takes it away again. */
class PasskeyJourney extends Journey {

    private static final String KEY = "Se connecter avec une clé d’accès";

    @ParameterizedTest
    @EnumSource
    void staff_comes_in_with_a_passkey_and_nothing_else(Screen screen) {
        var page = open(screen);
        giveADevice(page);
        enterAs(page, "direction", "/app/belencontre/compte");
        assertThat(page.getByText("Vous n’avez pas encore de clé d’accès.")).isVisible();
        button(page, "Ajouter une clé d’accès").click();
        assertThat(page.getByText("Donnez un nom à cette clé.")).isVisible();
        stop(page, screen, "nameless");
        page.locator("#passkey-name").fill("Mon téléphone");
        button(page, "Ajouter une clé d’accès").click();
        assertThat(page.getByText("Ajoutée le")).isVisible();
        page.locator("#passkey-name").fill("Encore une");
        button(page, "Ajouter une clé d’accès").click();
        assertThat(page.getByText("Cet appareil a déjà une clé d’accès")).isVisible();
        stop(page, screen, "made");
        leave(page);

        page.navigate("/connexion?vers=/app/belencontre/compte");
        link(page, "Je travaille au centre").click();
        assertThat(button(page, KEY)).isVisible();
        stop(page, screen, "door");
        button(page, KEY).click();
        page.waitForURL("**/app/belencontre/compte");
        assertThat(page.getByText("Utilisée le")).isVisible();

        button(page, "Retirer la clé Mon téléphone").click();
        button(page, "Oui, retirer").click();
        assertThat(page.getByText("Vous n’avez pas encore de clé d’accès.")).isVisible();
        leave(page);
        page.navigate("/connexion/equipe");
        button(page, KEY).click();
        assertThat(page.getByText("Cette clé d’accès n’ouvre pas Préau.")).isVisible();
        stop(page, screen, "refused");
    }

    @ParameterizedTest
    @EnumSource
    void a_browser_without_passkeys_is_not_offered_one(Screen screen) {
        var page = open(screen);
        page.addInitScript("delete window.PublicKeyCredential");
        page.navigate("/connexion/equipe");
        heading(page, "Vous travaillez au centre");
        assertThat(button(page, KEY)).isHidden();
    }

    /** Chromium's own stand-in for a phone that knows its owner. */
    private static void giveADevice(Page page) {
        var browser = page.context().newCDPSession(page);
        browser.send("WebAuthn.enable");
        var device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        device.addProperty("hasResidentKey", true);
        device.addProperty("hasUserVerification", true);
        device.addProperty("isUserVerified", true);
        device.addProperty("automaticPresenceSimulation", true);
        var wish = new JsonObject();
        wish.add("options", device);
        browser.send("WebAuthn.addVirtualAuthenticator", wish);
    }

    private static void leave(Page page) {
        button(page, "Me déconnecter").last().click();
        page.waitForURL("**/connexion?au-revoir**");
    }
}
