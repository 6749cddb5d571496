package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody leaves the screen alone. The browser's clock runs ahead; the server's does not. */
class SessionWatchJourney extends Journey {

    private static final String STAY = "Rester connecté";
    private static final Pattern OVER = Pattern.compile(".*/connexion\\?fin.*");

    @ParameterizedTest
    @EnumSource
    void a_warning_comes_two_minutes_ahead_and_one_press_keeps_the_session(Screen screen) {
        var page = open(screen);
        page.clock().install();
        enterAs(page, "accueil", "/app/belencontre/familles");
        heading(page, "Familles");
        page.clock().fastForward("27:50");
        assertThat(warning(page)).isHidden();
        page.clock().fastForward("00:20");
        assertThat(warning(page)).isVisible();
        assertThat(button(page, STAY)).isFocused();
        stop(page, screen, "warning");
        page.waitForResponse("**/app/presence", () -> button(page, STAY).click());
        assertThat(warning(page)).isHidden();

        page.clock().fastForward("27:00");
        assertThat(warning(page)).isHidden();
        page.clock().fastForward("02:15");
        assertThat(page.getByText("Dans moins d’une minute")).isVisible();
        assertThat(warning(page)).isVisible();
        page.clock().fastForward("02:00");
        page.waitForURL(OVER);
        page.getByText("Nous avons fermé votre session pour vous protéger.").waitFor();
        stop(page, screen, "over");
    }

    @ParameterizedTest
    @EnumSource
    void on_a_computer_of_everybody_the_warning_comes_after_eight_minutes(Screen screen) {
        var page = open(screen);
        page.clock().install();
        page.navigate("/connexion?vers=/app/belencontre/famille");
        page.locator("#mail").fill("amina.benali@famille.example");
        page.locator("input[name=partage]").first().check();
        button(page, "Recevoir mon lien").click();
        page.clock().resume();
        openLetter(page, "amina.benali@famille.example", "Votre lien pour entrer dans Préau", "");
        follow(page, "/connexion/lien/");
        button(page, "Entrer").click();
        page.waitForURL("**/app/belencontre/famille");
        page.clock().fastForward("07:50");
        assertThat(warning(page)).isHidden();
        page.clock().fastForward("00:20");
        assertThat(warning(page)).isVisible();
    }

    private static com.microsoft.playwright.Locator warning(Page page) {
        return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Vous êtes toujours là ?"));
    }
}
