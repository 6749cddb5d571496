package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody of the team chooses a first password, prepares the second key, goes, and comes back. */
class SecondFactorJourney extends Journey {

    private static final String PASSWORD = "le préau sent la craie et la pluie";
    private static final int HALF_MINUTE = 30;

    @ParameterizedTest
    @EnumSource
    void staff_enters_with_a_password_and_a_second_key(Screen screen) {
        var mail = (screen == Screen.PHONE ? "animation" : "accueil") + "@l-echo.example";
        var page = open(screen);
        page.navigate("/connexion");
        link(page, "Je travaille au centre").click();
        heading(page, "Vous travaillez au centre");
        stop(page, screen, "staff");
        link(page, "Premier mot de passe, ou mot de passe oublié").click();
        heading(page, "Choisir un mot de passe");
        stop(page, screen, "ask");
        page.locator("#mail").fill(mail);
        button(page, "Recevoir mon lien").click();
        heading(page, "Regardez vos messages");
        stop(page, screen, "sent");

        openLetter(page, mail, "Choisir votre mot de passe Préau", "");
        follow(page, "/connexion/mot-de-passe/");
        heading(page, "Votre nouveau mot de passe");
        stop(page, screen, "password");
        page.locator("#motdepasse").fill(PASSWORD);
        page.locator("#encore").fill(PASSWORD);
        button(page, "Garder ce mot de passe").click();

        heading(page, "Préparez votre deuxième clé");
        stop(page, screen, "second-key");
        var key = page.locator(".panel b").innerText().replace(" ", "");
        page.locator("#code").fill("000000");
        button(page, "Entrer").click();
        assertThat(page.getByText("Ce code n’est pas le bon.")).isVisible();
        long step = now();
        page.locator("#code").fill(code(key, step));
        button(page, "Entrer").click();
        heading(page, "C’est fait. Gardez ces codes.");
        stop(page, screen, "recovery-codes");
        var recovery = page.locator(".code").first().innerText();
        link(page, "C’est noté, entrer").click();
        page.waitForURL("**/app**");
        leave(page);

        enterPassword(page, mail);
        stop(page, screen, "second-key-again");
        page.locator("#code").fill(code(key, step + 1));
        button(page, "Entrer").click();
        page.waitForURL("**/app**");
        leave(page);

        enterPassword(page, mail);
        page.locator("#code").fill(recovery);
        button(page, "Entrer").click();
        page.waitForURL("**/app**");
    }

    private void enterPassword(Page page, String mail) {
        page.navigate("/connexion/equipe");
        page.locator("#mail").fill(mail);
        page.locator("#motdepasse").fill(PASSWORD);
        button(page, "Continuer").click();
        heading(page, "Votre deuxième clé");
    }

    private static void leave(Page page) {
        page.navigate("/app/l-echo/compte");
        button(page, "Me déconnecter").last().click();
        page.waitForURL("**/connexion?au-revoir");
    }

    private static long now() {
        return Instant.now().getEpochSecond() / HALF_MINUTE;
    }

    /** What an authenticator application shows for this key in that half minute (RFC 6238). */
    private static String code(String key, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(key), "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            return "%06d".formatted((ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & Integer.MAX_VALUE) % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String base32) {
        var bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        int buffer = 0;
        int bits = 0;
        for (char one : base32.toCharArray()) {
            buffer = buffer << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(one);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (buffer >> bits));
                buffer &= (1 << bits) - 1;
            }
        }
        return bytes.array();
    }
}
