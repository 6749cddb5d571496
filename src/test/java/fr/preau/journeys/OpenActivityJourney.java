package fr.preau.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The animator opens an activity in one form, and notes who has come to another one, on the phone and on paper. */
class OpenActivityJourney extends Journey {

    /** As Chromium writes a page into a PDF; "/Pages" is the list of them. */
    private static final Pattern A_PAGE = Pattern.compile("/Type\\s*/Page(?![a-zA-Z])");

    /** Paper is as wide as it is, whatever it is printed from; in CSS pixels. */
    private static final int A4_WIDTH = 794;
    private static final int A4_HEIGHT = 1123;

    @ParameterizedTest
    @EnumSource
    void the_animator_opens_an_activity(Screen screen) {
        var title = screen == Screen.PHONE ? "Chorale du jeudi" : "Chorale du soir";
        var page = open(screen);
        enterAs(page, "animation", "/app/belencontre/activites");
        heading(page, "Activités");
        stop(page, screen, "activities");
        link(page, "Nouvelle activité").click();
        heading(page, "Nouvelle activité");
        stop(page, screen, "form");
        page.getByLabel("Titre").fill(title);
        button(page, "Voir l’aperçu").click();
        assertThat(page.getByText("Rien n’est perdu.")).isVisible();
        stop(page, screen, "form-incomplete");

        arrives(page, "On chante ensemble", () -> page.getByLabel("En une phrase").fill("On chante ensemble, sans savoir lire la musique."));
        card(page, "Musique").getByRole(AriaRole.RADIO).check();
        card(page, "Jeudi").getByRole(AriaRole.CHECKBOX).check();
        arrives(page, "Salle ronde", () -> type(page, "Le lieu", "Salle ronde, rez-de-chaussée"));
        type(page, "De", "18:00");
        assertThat(page.getByLabel("À", new Page.GetByLabelOptions().setExact(true))).hasValue(Pattern.compile("20.00"));
        assertThat(page.locator(".plan")).containsText("séances, du jeudi");
        page.getByText("Gardé, ").waitFor();
        page.reload();
        heading(page, "Nouvelle activité");
        assertThat(page.getByLabel("Titre")).hasValue(title);
        stop(page, screen, "form-kept");
        button(page, "Voir l’aperçu").click();
        assertThat(page.getByText("Voici ce que les gens liront.")).isVisible();
        stop(page, screen, "preview");
        button(page, "Publier").click();
        heading(page, title);
        stop(page, screen, "published");

        var visitor = open(screen);
        visitor.navigate("/centres/belencontre/activites/" + title.toLowerCase(Locale.ROOT).replace(' ', '-'));
        assertThat(link(visitor, "Je m’inscris")).isVisible();
    }

    @ParameterizedTest
    @EnumSource
    void the_animator_notes_who_has_come_and_prints_the_sheet(Screen screen) {
        var page = open(screen);
        enterAs(page, "animation", "/app/belencontre/aujourdhui");
        heading(page, "Aujourd’hui");
        stop(page, screen, "today");
        link(page, "Présences").nth(screen.ordinal()).click();
        page.waitForURL("**/pointage");
        var open = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("À noter,"));
        open.first().waitFor();
        int expected = open.count();
        stop(page, screen, "sheet");
        open.first().click();
        assertThat(open).hasCount(expected - 1);
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Est là,"))).not().hasCount(0);
        stop(page, screen, "noted");
        page.getByLabel("Prénom").fill("Zohra");
        button(page, "Ajouter").click();
        assertThat(page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText("Zohra"))).containsText("venue sans inscription");
        page.reload();
        assertThat(open).hasCount(expected - 1);
        stop(page, screen, "walk-in");

        assertThat(button(page, "Imprimer")).isVisible();
        var names = names(page);
        assertThat(names).contains("Zohra").hasSizeGreaterThan(1);
        page.setViewportSize(A4_WIDTH, A4_HEIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("nav").filter(new Locator.FilterOptions().setVisible(true))).hasCount(0);
        assertThat(button(page, "Imprimer")).isHidden();
        var printed = page.locator("table.sheet tbody td:nth-child(2)").filter(new Locator.FilterOptions().setVisible(true)).allInnerTexts();
        assertThat(printed.subList(0, names.size())).as("the same people in the same order, then empty lines").zipSatisfy(names, (cell, name) ->
                assertThat(cell).startsWith(name));
        assertThat(printed.subList(names.size(), printed.size())).isNotEmpty().allMatch(String::isBlank);
        assertThat(page.locator(".roll").filter(new Locator.FilterOptions().setVisible(true))).hasCount(0);
        var paper = new String(page.pdf(new Page.PdfOptions().setFormat("A4")), StandardCharsets.ISO_8859_1);
        assertThat(paper).startsWith("%PDF");
        assertThat(A_PAGE.matcher(paper).results()).as("one sheet of paper").hasSize(1);
    }

    /** Who is on the list on the screen, as each one's button names them: "À pointer, Léa Benali". */
    private static List<String> names(Page page) {
        return page.locator(".roll .tick").all().stream().map(tick -> tick.getAttribute("aria-label").replaceFirst("^[^,]*, ", "")).toList();
    }

    /** What is typed leaves a moment after the last key: waits until the server has answered to it. */
    private static void arrives(Page page, String words, Runnable typing) {
        page.waitForResponse(answer -> answer.request().postData() != null && answer.request().postData().contains(words), typing);
    }

    private static void type(Page page, String label, String words) {
        var field = page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
        field.fill(words);
        field.press("Tab");
    }
}
