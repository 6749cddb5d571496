package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody cannot come, cancels from the letter without signing in, and takes it back. */
class CancelFromMailJourney extends Journey {

    private static final String ACTIVITY = "Mes démarches en ligne";

    @ParameterizedTest
    @EnumSource
    void cancels_from_the_letter_and_takes_it_back(Screen screen) {
        var desk = open(screen);
        enterAs(desk, "accueil", "/app/belencontre/inscrire");
        Desk.register(desk, ACTIVITY, "o’connor sean", "Sean O’Connor", 1 + screen.ordinal(), "par téléphone");

        var page = open(screen);
        openLetter(page, "sean.o-connor@famille.example", "Inscription confirmée : " + ACTIVITY, "Sean O’Connor");
        stop(page, screen, "letter");
        follow(page, "/annuler/");
        heading(page, "Que voulez-vous annuler ?");
        stop(page, screen, "who");
        page.reload();
        heading(page, "Que voulez-vous annuler ?");
        button(page, "Annuler ce qui est coché").click();
        heading(page, "C’est annulé");
        assertThat(page.locator("main")).containsText("Annulée par la famille");
        stop(page, screen, "cancelled");
        button(page, "C’était une erreur : rétablir").click();
        heading(page, "C’est rétabli");
        assertThat(page.locator("main")).containsText("Confirmée");
        stop(page, screen, "restored");
    }
}
