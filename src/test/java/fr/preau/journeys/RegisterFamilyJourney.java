package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From the public page to "C’est fait", for a mother and her daughter; with the keyboard alone too. */
class RegisterFamilyJourney extends Journey {

    private static final String SHEET = "/centres/belencontre/activites/atelier-cuisine-du-monde";
    /** A date that no other test of this class takes. */
    private static final int LAST = 4;
    private static final String TASK = "/app/belencontre/inscription/atelier-cuisine-du-monde";

    @ParameterizedTest
    @EnumSource
    void a_visitor_registers_herself_and_her_daughter(Screen screen) {
        var page = open(screen);
        page.navigate("/centres/belencontre");
        stop(page, screen, "centre");
        page.navigate("/centres/belencontre/activites");
        stop(page, screen, "activities");
        link(page, "Atelier cuisine du monde").first().click();
        heading(page, "Atelier cuisine du monde");
        stop(page, screen, "activity");

        link(page, "Je m’inscris").click();
        heading(page, "Bonjour ! On se connecte ?");
        stop(page, screen, "door");
        page.locator("form[action='/connexion/demo/habitante'] button").click();

        heading(page, "Qui vient à « Atelier cuisine du monde » ?");
        assertThat(card(page, "Adam")).containsText("Trop jeune : à partir de 6 ans");
        tick(card(page, "Amina"));
        tick(card(page, "Inès"));
        assertThat(page.locator("vaadin-checkbox[checked]")).hasCount(2);
        stop(page, screen, "who");
        button(page, "Ajouter une personne").click();
        page.locator("#first-name").fill("Zoé");
        button(page, "Ajouter à la liste").click();
        assertThat(page.getByText("Écrivez la date de naissance de l’enfant")).isVisible();
        assertThat(page.locator("#first-name-error")).hasCount(0);
        stop(page, screen, "who-new");
        page.waitForResponse(answer -> answer.request().postData() != null && answer.request().postData().contains("2019"),
                () -> page.locator("#birth-year").fill("2019"));
        page.reload();
        assertThat(box(card(page, "Inès"))).isChecked();
        assertThat(page.locator("#first-name")).hasValue("Zoé");
        assertThat(page.locator("#birth-year")).hasValue("2019");
        button(page, "Continuer").click();
        assertThat(page.getByText("Cette date n’existe pas. Vérifiez le jour et le mois.")).isVisible();
        button(page, "Ne pas ajouter").click();
        button(page, "Continuer").click();

        heading(page, "Quelles dates ?");
        tick(date(page, screen.ordinal()));
        stop(page, screen, "dates");
        button(page, "Continuer").click();

        heading(page, "Tout est juste ?");
        page.goBack();
        heading(page, "Quelles dates ?");
        assertThat(box(date(page, screen.ordinal()))).isChecked();
        page.goBack();
        heading(page, "Qui vient à « Atelier cuisine du monde » ?");
        assertThat(box(card(page, "Amina"))).isChecked();
        assertThat(box(card(page, "Inès"))).isChecked();
        assertThat(box(card(page, "Karim"))).not().isChecked();
        page.goForward();
        page.goForward();
        heading(page, "Tout est juste ?");
        page.reload();
        assertThat(page.locator("main")).containsText("Amina Benali, Inès Benali");
        stop(page, screen, "summary");
        button(page, "Je fais l’inscription").click();

        heading(page, "C’est fait, vous êtes 2 à venir.");
        stop(page, screen, "done");
        for (int back = 0; back < 3; back++) {
            page.goBack();
            page.waitForURL("**/fait?**");
            heading(page, "C’est fait, vous êtes 2 à venir.");
            assertThat(button(page, "Continuer")).isHidden();
        }
        page.reload();
        heading(page, "C’est fait, vous êtes 2 à venir.");
        stop(page, screen, "done-after-back");
        page.navigate(TASK);
        heading(page, "Qui vient à « Atelier cuisine du monde » ?");
        link(page, "Voir cette inscription").click();
        heading(page, "C’est fait, vous êtes 2 à venir.");
    }

    /** A family that the centre does not know: five screens from the activity to the confirmation, the door and its letter apart. */
    @Test
    void a_mother_who_is_new_needs_no_more_screens_than_others() {
        var page = open(Screen.PHONE);
        var mail = "nouvelle.famille@exemple.fr";
        var screens = new ArrayList<String>();
        page.navigate(SHEET);
        screens.add(page.url());
        link(page, "Je m’inscris").click();
        page.locator("#mail").fill(mail);
        button(page, "Recevoir mon lien").click();
        openLetter(page, mail, "Votre lien pour entrer dans Préau", "");
        follow(page, "/connexion/lien/");
        button(page, "Entrer").click();

        heading(page, "Qui vient à « Atelier cuisine du monde » ?");
        screens.add(page.url());
        stop(page, Screen.PHONE, "newcomer");
        page.locator("#first-name").fill("Fatou");
        page.locator("#last-name").fill("N’Diaye");
        button(page, "Ajouter une personne").click();
        assertThat(card(page, "Fatou")).isVisible();
        page.locator("#first-name").fill("Awa");
        page.locator("#birth-day").fill("4");
        page.locator("#birth-month").fill("5");
        page.locator("#birth-year").fill("2017");
        stop(page, Screen.PHONE, "newcomer-child");
        button(page, "Continuer").click();

        heading(page, "Quelles dates ?");
        screens.add(page.url());
        tick(date(page, LAST));
        button(page, "Continuer").click();
        heading(page, "Tout est juste ?");
        screens.add(page.url());
        assertThat(page.locator("main")).containsText("Fatou N’Diaye, Awa N’Diaye");
        button(page, "Je fais l’inscription").click();
        page.waitForURL("**/fait?**");
        screens.add(page.url());
        Assertions.assertThat(screens).hasSize(5).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void the_keyboard_alone_is_enough(Screen screen) {
        var page = open(screen);
        page.navigate(SHEET);
        press(page, link(page, "Je m’inscris"), "Enter");
        page.waitForURL("**/connexion?**");
        press(page, page.locator("form[action='/connexion/demo/habitante'] button"), "Enter");

        heading(page, "Qui vient à « Atelier cuisine du monde » ?");
        press(page, box(card(page, "Karim")), "Space");
        press(page, box(card(page, "Inès")), "Space");
        assertThat(page.locator("vaadin-checkbox[checked]")).hasCount(2);
        stop(page, screen, "who");
        press(page, button(page, "Continuer"), "Enter");

        heading(page, "Quelles dates ?");
        press(page, box(date(page, 2 + screen.ordinal())), "Space");
        press(page, button(page, "Continuer"), "Enter");

        heading(page, "Tout est juste ?");
        stop(page, screen, "summary");
        press(page, button(page, "Je fais l’inscription"), "Enter");
        heading(page, "C’est fait, vous êtes 2 à venir.");
        press(page, link(page, "Voir mes inscriptions"), "Enter");
        heading(page, "Mes inscriptions");
        stop(page, screen, "mine");
    }

    private static void tick(Locator card) {
        box(card).check();
    }

    private static Locator box(Locator card) {
        return card.getByRole(AriaRole.CHECKBOX);
    }

    /** The dates that are still to come, so that each journey has its own. */
    private static Locator date(Page page, int number) {
        return page.locator("vaadin-checkbox").nth(number);
    }

    /** Tabs until the focus is there, sees that it can be seen, and presses. */
    private static void press(Page page, Locator goal, String key) {
        goal.waitFor();
        for (int tabs = 0; tabs < 80; tabs++) {
            if ((Boolean) goal.evaluate("one => one === document.activeElement")) {
                Assertions.assertThat((Boolean) goal.evaluate(SEEN)).as("the focus is seen on " + goal).isTrue();
                page.keyboard().press(key);
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The keyboard does not reach " + goal);
    }

    private static final String SEEN = """
            one => {
              for (let at = one, i = 0; at && i < 4; at = at.parentElement, i++) {
                for (const part of [at, ...(at.shadowRoot ? at.shadowRoot.querySelectorAll('*') : [])]) {
                  const style = getComputedStyle(part);
                  if (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 1) return true;
                }
              }
              return false;
            }""";
}
