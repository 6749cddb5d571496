package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.notification.Notification;
import fr.preau.testing.SignIn;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the screen of a family's registrations offers: to answer, to give up and take back, and each step in plain words. */
class MyRegistrationsScreensTest extends FamilyScreens {

    @Test
    void anOfferIsAnsweredAndACancellationTakenBack() {
        var group = town.group(here).places(1).stands();
        var first = town.family(here).lives();
        register(first, group);
        var second = town.family(here).lives();
        register(second, group);

        first.signIn();
        open(here.slug() + "/mes-inscriptions");
        pressLike("Annuler pour");
        assertThat(_find(Div.class, spec -> spec.withPredicate(part -> "group".equals(part.getElement().getAttribute("role")))))
                .as("the question is read with its buttons").singleElement()
                .satisfies(part -> assertThat(part.getElement().getAttribute("aria-label")).contains("ne vient plus"));
        press("Oui, annuler");
        assertThat(texts()).doesNotContain("Confirmée");

        second.signIn();
        open(here.slug() + "/mes-inscriptions");
        assertThat(texts()).contains("Il y a de la place pour");
        press("Oui, c’est d’accord");
        assertThat(texts()).contains("la place est à vous").contains("Confirmée");
        pressLike("Annuler pour");
        press("Oui, annuler");
        press("Revenir en arrière");
        assertThat(texts()).contains("tout est comme avant");
    }

    @Test
    void whetherSomebodyElseIsOfferedThePlaceIsSaidAsItIs() {
        var group = town.group(here).places(1).stands();
        var first = town.family(here).lives();
        register(first, group);
        var second = town.family(here).lives();
        register(second, group);

        first.signIn();
        open(here.slug() + "/mes-inscriptions");
        pressLike("Annuler pour");
        press("Oui, annuler");
        assertThat(toasts()).last().asString().contains("Une place est maintenant proposée à la liste d’attente.");

        var alone = town.family(here).lives();
        register(alone, town.group(here).places(1).stands());
        open(here.slug() + "/mes-inscriptions");
        pressLike("Annuler pour");
        press("Oui, annuler");
        assertThat(toasts()).last().asString().contains("C’est annulé. Merci de nous avoir prévenus.").doesNotContain("liste");
    }

    private static List<String> toasts() {
        return _find(Notification.class).stream().map(toast -> toast.getElement().getTextRecursively()).toList();
    }

    @Test
    void whoeverHasGivenUpAPlaceGoesOnAtTheNextOneAndAfterTheLastAtTheHeading() {
        var family = town.family(here).lives();
        register(family, town.group(here).stands());
        register(family, town.group(here).stands());
        open(here.slug() + "/mes-inscriptions");
        var next = panels().getLast().getElement().getTextRecursively();

        pressLike("Annuler pour");
        press("Oui, annuler");
        assertThat(focused()).last().satisfies(card -> assertThat(card.getElement().getTextRecursively()).isEqualTo(next));
        pressLike("Annuler pour");
        press("Oui, annuler");
        assertThat(focused()).last().isInstanceOf(H1.class);

        _click(_find(Button.class, spec -> spec.withText("Revenir en arrière")).getLast());
        assertThat(focused()).as("where the answer stands").last().isInstanceOf(H1.class);
    }

    @Test
    void whoeverWantsToSeeMoreGoesOnAtTheFirstThatWasNotThere() {
        var family = town.family(here).lives();
        for (int at = 0; at < 7; at++) {
            register(family, town.group(here).stands());
        }
        open(here.slug() + "/mes-inscriptions");

        pressLike("Voir");
        var focused = focused();
        assertThat(focused).last().isEqualTo(panels().getLast());
    }

    @Test
    void theWholeRequestIsGivenUpAtOnceOrSomeOfItAndTakenBack() {
        var group = town.group(here).series(2).places(12).stands();
        var family = town.family(here).child("Léa", born(9)).child("Zoé", born(8)).lives();
        family.signIn();
        openFlow(group);
        tick(Set.copyOf(family.persons()));
        press("Continuer");
        press("Je fais l’inscription");
        open(here.slug() + "/mes-inscriptions");

        press("Annuler pour plusieurs personnes");
        cards().setValue(Set.of());
        press("Oui, annuler");
        assertThat(texts()).contains("Cochez au moins une ligne.");
        cards().setValue(Set.copyOf(database.sql("SELECT id FROM registration WHERE household_id = :family AND person_id <> :you").param("family", family.id()).param("you", family.person())
                .query(UUID.class).list()));
        press("Oui, annuler");
        assertThat(states()).containsExactly("CANCELLED_BY_FAMILY", "CANCELLED_BY_FAMILY", "CONFIRMED");
        press("Revenir en arrière");
        assertThat(texts()).contains("tout est comme avant");
        assertThat(states()).containsExactly("CANCELLED_BY_FAMILY", "CANCELLED_BY_FAMILY", "CONFIRMED", "CONFIRMED", "CONFIRMED");
    }

    @Test
    void eachStepIsToldInPlainWordsAndWhyOneWaits() {
        var group = town.group(here).places(1).stands();
        var first = town.family(here).lives();
        register(first, group);
        var second = town.family(here).lives();
        register(second, group);
        assertThat(texts()).contains("Toutes les places sont prises.");
        open(here.slug() + "/mes-inscriptions");
        assertThat(texts()).contains("Toutes les places sont prises. Vous êtes numéro 1 sur la liste d’attente");
        press("Ce qui s’est passé");
        assertThat(texts()).contains("la demande est sur la liste d’attente. Toutes les places sont prises.", "maintenant numéro 1 sur la liste", "sur le site");

        first.signIn();
        open(here.slug() + "/mes-inscriptions");
        pressLike("Annuler pour");
        press("Oui, annuler");
        second.signIn();
        open(here.slug() + "/mes-inscriptions");
        press("Oui, c’est d’accord");
        press("Ce qui s’est passé");
        assertThat(texts()).contains("la demande est sur la liste d’attente. Toutes les places sont prises.", "une place s’est libérée, elle est proposée",
                "la réponse est oui, la place est confirmée");
        press("Ce qui s’est passé");
        assertThat(texts()).doesNotContain("elle est proposée");
    }

    private List<String> states() {
        return database.sql("SELECT state FROM registration WHERE centre_id = :centre ORDER BY state").param("centre", here.id()).query(String.class).list();
    }

    @Test
    void whoIsNotSignedInStaysOutside() {
        SignIn.out();
        openInVain(here.slug() + "/mes-inscriptions");
    }

    private static List<Div> panels() {
        return _find(Div.class, spec -> spec.withClasses("panel"));
    }
}
