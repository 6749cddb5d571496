package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody leaves the screen alone. The browser's clock runs ahead; the server's does not. */
class SessionWatchJourney extends Journey {

    private static final String STAY = "Oui, je suis là";
    private static final String MAIL = "amina.benali@famille.example";
    private static final Pattern OVER = Pattern.compile(".*/connexion\\?fin.*");

    /** Who enters the demonstration in one click is on a computer of everybody: ten minutes. */
    @ParameterizedTest
    @EnumSource
    void on_a_computer_of_everybody_a_warning_comes_after_eight_minutes_and_one_press_keeps_the_session(Screen screen) {
        var page = open(screen);
        enterAs(page, "accueil", "/app/belencontre/familles");
        watch(page, "/app/belencontre/familles", "Familles");
        page.clock().fastForward("07:30");
        assertThat(warning(page)).isHidden();
        page.clock().fastForward("00:40");
        assertThat(warning(page)).isVisible();
        assertThat(button(page, STAY)).isFocused();
        stop(page, screen, "warning");
        page.waitForResponse("**/app/presence", () -> button(page, STAY).click());
        assertThat(warning(page)).isHidden();

        page.clock().fastForward("07:00");
        assertThat(warning(page)).isHidden();
        page.clock().fastForward("02:10");
        assertThat(page.getByText("Dans moins d’une minute")).isVisible();
        page.clock().fastForward("02:00");
        page.waitForURL(OVER);
        page.getByText("Nous avons fermé votre session pour vous protéger.").waitFor();
        stop(page, screen, "over");
    }

    @ParameterizedTest
    @EnumSource(names = "PHONE")
    void on_a_telephone_of_ones_own_it_comes_after_twenty_eight(Screen screen) {
        var page = open(screen);
        enterByMail(page, MAIL, "/app/belencontre/famille");
        watch(page, "/app/belencontre/famille", "Ma famille");
        page.clock().fastForward("27:00");
        assertThat(warning(page)).isHidden();
        page.clock().fastForward("01:20");
        assertThat(warning(page)).isVisible();
    }

    /** From here on the browser's time is ours. */
    private static void watch(Page page, String way, String heading) {
        page.clock().install();
        page.navigate(way);
        heading(page, heading);
    }

    private static Locator warning(Page page) {
        return page.getByRole(AriaRole.DIALOG, new Page.GetByRoleOptions().setName("Vous êtes toujours là ?"));
    }
}
