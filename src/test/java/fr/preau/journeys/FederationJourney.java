package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Those who work for all centres, and those for whom there is nothing yet. */
class FederationJourney extends Journey {

    @ParameterizedTest
    @EnumSource
    void an_officer_looks_over_the_centres_and_mends_a_sheet(Screen screen) {
        var page = open(screen);
        page.navigate("/connexion");
        stop(page, screen, "door");
        enterAs(page, "federation", "/app/federation");
        heading(page, "Les centres de la fédération");
        stop(page, screen, "centres");
        link(page, "Ouvrir la fiche : MJC centre social du Virolois").click();
        heading(page, "MJC centre social du Virolois");
        page.locator("#postcode").fill("592");
        button(page, "Enregistrer la fiche").click();
        assertThat(page.getByText("Écrivez les 5 chiffres du code postal.")).isVisible();
        stop(page, screen, "sheet");
        page.locator("#postcode").fill("59200");
        button(page, "Enregistrer la fiche").click();
        assertThat(page.getByText("C’est enregistré. Les pages publiques le disent dans une minute.")).isVisible();
    }

    @ParameterizedTest
    @EnumSource
    void the_technician_looks_at_the_machine(Screen screen) {
        var page = open(screen);
        enterAs(page, "technique", "/app/technique");
        heading(page, "L’état de la machine");
        stop(page, screen, "machine");
        page.navigate("/app/technique/journal");
        heading(page, "Journal des actions sensibles");
        stop(page, screen, "journal");
    }

    @ParameterizedTest
    @EnumSource
    void volunteers_and_young_authors_are_greeted(Screen screen) {
        for (var persona : List.of("benevole", "jeune")) {
            var page = open(screen);
            enterAs(page, persona, "/app/belencontre/bienvenue");
            assertThat(link(page, "Voir les activités")).isVisible();
            stop(page, screen, persona);
        }
    }
}
