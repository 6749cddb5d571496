package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A family gives its place back; the first of the waiting list gets a letter and answers without signing in. */
class AnswerOfferJourney extends Journey {

    /** Who cancels what, and who waits for it in the demonstration's story. */
    private record Turn(String activity, String cancels, String waits, String mail, String answer, String said) {
    }

    @ParameterizedTest
    @EnumSource
    void the_first_of_the_waiting_list_answers_from_the_letter(Screen screen) {
        var turn = switch (screen) {
            case PHONE -> new Turn("Foot en salle", "Diallo", "Yanis Dubois-Lemaire", "claire.dubois-lemaire@famille.example",
                    "Oui, c’est d’accord", "La place est à vous");
            case COMPUTER -> new Turn("Français pour tous les jours", "Kowalczyk", "Linh Nguyen", "linh.nguyen@famille.example",
                    "Oui, laisser la place", "C’est noté");
        };
        givesItsPlaceBack(turn, screen);

        var page = open(screen);
        openLetter(page, turn.mail(), "Une place se libère : " + turn.activity(), turn.waits());
        stop(page, screen, "letter");
        follow(page, "/place/");
        heading(page, "Il y a de la place pour vous");
        stop(page, screen, "offer");
        page.reload();
        heading(page, "Il y a de la place pour vous");
        if (screen == Screen.COMPUTER) {
            link(page, "Non, merci").click();
            heading(page, "Laisser la place ?");
            stop(page, screen, "sure");
        }
        button(page, turn.answer()).click();
        heading(page, turn.said());
        stop(page, screen, "answered");
        page.navigate(page.url());
        heading(page, turn.said());
    }

    /** Reception hears it on the phone. */
    private void givesItsPlaceBack(Turn turn, Screen screen) {
        var page = open(screen);
        enterAs(page, "accueil", "/app/belencontre/inscriptions");
        page.getByLabel("Chercher un nom, une activité ou un code").fill(turn.cancels());
        button(page, "Chercher").click();
        stop(page, screen, "found");
        page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(turn.activity()))
                .getByRole(AriaRole.LINK).first().click();
        heading(page, "Inscription : " + turn.activity());
        stop(page, screen, "request");
        // Of several, whoever is meant gets ticked; the only one is.
        page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Qui est concerné ?")).getByRole(AriaRole.CHECKBOX).all()
                .forEach(Locator::check);
        button(page, "La famille annule").click();
        var dialog = page.getByRole(AriaRole.ALERTDIALOG);
        assertThat(dialog).containsText("Annuler à la demande de la famille ?");
        stop(page, screen, "sure");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("La famille annule")).click();
        assertThat(page.getByText("C’est annulé.")).isVisible();
        stop(page, screen, "cancelled");
    }
}
