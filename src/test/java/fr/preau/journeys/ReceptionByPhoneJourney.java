package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A mother calls; reception finds her as it has understood her name, and registers her. */
class ReceptionByPhoneJourney extends Journey {

    private static final String ACTIVITY = "Mes démarches en ligne";

    @ParameterizedTest
    @EnumSource
    void reception_registers_somebody_by_phone(Screen screen) {
        var page = open(screen);
        enterAs(page, "accueil", "/app/belencontre/inscriptions");
        heading(page, "Inscriptions");
        stop(page, screen, "list");
        link(page, "Inscrire quelqu’un").click();
        heading(page, "Inscrire à quelle activité ?");
        stop(page, screen, "what");
        Desk.choose(page, "Chercher une activité", "demarches", ACTIVITY);
        heading(page, "Quelle famille ?");
        page.getByLabel("Chercher par nom ou téléphone").fill("OZTURK selin");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("Öztürk"))).hasCount(1);
        stop(page, screen, "whose");
        page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("Öztürk"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Choisir")).click();
        heading(page, ACTIVITY + " · Öztürk");
        page.reload();
        heading(page, ACTIVITY + " · Öztürk");
        Desk.fill(page, "Selin Öztürk", 3 + screen.ordinal(), "par téléphone");
        stop(page, screen, "who");
        page.getByText("Il manque un papier ?").click();
        page.getByLabel("Ce qui manque (facultatif)").fill("L’assurance & le reste");
        page.waitForURL("**manque=**");
        page.reload();
        assertThat(page.getByLabel("Ce qui manque (facultatif)")).hasValue("L’assurance & le reste");
        stop(page, screen, "who-again");
        page.getByLabel("Ce qui manque (facultatif)").fill("");
        page.waitForURL(address -> !address.contains("manque="));
        button(page, "Inscrire").click();
        heading(page, "Inscription : " + ACTIVITY);
        page.goBack();
        heading(page, "Inscription : " + ACTIVITY);
        assertThat(page.locator("main")).containsText("par téléphone");
        assertThat(page.locator("main")).containsText("Confirmée");
        stop(page, screen, "done");

        page.navigate("/app/belencontre/inscriptions");
        page.getByLabel("Chercher un nom, une activité ou un code").fill("öztürk demarches");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(ACTIVITY)).first()).containsText("Selin");
        stop(page, screen, "in-the-list");
    }
}
