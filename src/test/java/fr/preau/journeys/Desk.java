package fr.preau.journeys;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** What reception does on the screen "Inscrire quelqu’un", step by step or in one breath. */
final class Desk {

    private Desk() {
    }

    /** Registers one person for one of the last dates, which nobody of the demonstration has asked for. */
    static void register(Page page, String activity, String typed, String person, int fromTheEnd, String channel) {
        choose(page, "Chercher une activité", activity, activity);
        Journey.heading(page, "Quelle famille ?");
        choose(page, "Chercher par nom ou téléphone", typed, person.substring(person.indexOf(' ') + 1));
        Journey.heading(page, activity + " · ");
        confirm(page, person, fromTheEnd, channel);
        Journey.heading(page, "Inscription : " + activity);
    }

    /** Types these words and chooses the row that says this. */
    static void choose(Page page, String field, String typed, String row) {
        page.getByLabel(field).fill(typed);
        Journey.button(page, "Chercher").click();
        page.getByRole(AriaRole.LISTITEM).filter(new Locator.FilterOptions().setHasText(row))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Choisir")).first().click();
    }

    static void confirm(Page page, String person, int fromTheEnd, String channel) {
        fill(page, person, fromTheEnd, channel);
        Journey.button(page, "Inscrire").click();
    }

    static void fill(Page page, String person, int fromTheEnd, String channel) {
        var dates = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Quelles dates ?")).getByRole(AriaRole.CHECKBOX);
        dates.first().waitFor();
        dates.nth(dates.count() - 1 - fromTheEnd).check();
        var who = Journey.card(page, person).getByRole(AriaRole.CHECKBOX);
        if (!who.isChecked()) {
            who.check();
        }
        Journey.card(page, channel).getByRole(AriaRole.RADIO).check();
    }
}
