package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.Locale;
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
        link(page, "Ouvrir la fiche : Centre social L’Écho").click();
        heading(page, "Centre social L’Écho");
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
    void an_officer_opens_a_centre_which_is_public_at_once(Screen screen) {
        String name = "Centre social du Moulin " + screen.name().charAt(0);
        var page = open(screen);
        enterAs(page, "federation", "/app/federation");
        link(page, "Ouvrir un centre").click();
        heading(page, "Ouvrir un centre");
        page.locator("#name").fill(name);
        page.locator("#short-name").fill("Le Moulin");
        assertThat(page.locator("#address")).hasValue("moulin-" + name.substring(name.length() - 1).toLowerCase(Locale.ROOT));
        button(page, "Ouvrir ce centre").click();
        assertThat(page.getByText("Écrivez le numéro et la rue.")).isVisible();
        assertThat(page.locator("#name")).hasValue(name);
        stop(page, screen, "new centre refused");
        page.locator("#street").fill("3 rue du Moulin");
        page.locator("#postcode").fill("59000");
        page.locator("#city").fill("Lille");
        page.locator("#phone").fill("03 20 11 22 33");
        page.locator("#mail").fill("accueil@moulin.example");
        page.locator("#opening-hours").fill("Du lundi au vendredi, de 9 h à 18 h");
        page.locator("#director-mail").fill("direction." + screen.width + "@moulin.example");
        page.locator("#director-name").fill("Nadia Brahimi");
        button(page, "Ouvrir ce centre").click();
        heading(page, name);
        assertThat(page.getByText("Nadia Brahimi").first()).isVisible();
        stop(page, screen, "new centre");
        page.navigate("/");
        link(page, name).click();
        heading(page, name);
        assertThat(page.getByText("Le programme arrive")).isVisible();
        stop(page, screen, "its public page");
    }

    @ParameterizedTest
    @EnumSource
    void an_officer_helps_another_to_come_in_again(Screen screen) {
        var page = open(screen);
        enterAs(page, "federation", "/app/federation/equipe");
        link(page, "Voir Claire Delattre").waitFor();
        stop(page, screen, "team");
        link(page, "Voir Claire Delattre").click();
        heading(page, "Claire Delattre");
        stop(page, screen, "officer");
        button(page, "Remettre la deuxième clé à zéro").click();
        button(page, "Oui, remettre à zéro").waitFor();
        stop(page, screen, "question");
        button(page, "Oui, remettre à zéro").click();
        assertThat(page.getByText("Claire Delattre reçoit un message pour entrer de nouveau.")).isVisible();
        page.navigate("/app/federation/equipe/inviter");
        heading(page, "Inviter une personne");
        stop(page, screen, "invite");
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
        link(page, "L’Écho").click();
        page.waitForURL("**centre=l-echo**");
        link(page, "7 jours").click();
        page.waitForURL("**periode=semaine&centre=l-echo**");
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
