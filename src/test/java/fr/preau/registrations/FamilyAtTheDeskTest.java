package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.textfield.TextField;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Label;
import fr.preau.base.ui.ManyCards;
import fr.preau.base.ui.Page;
import fr.preau.people.PersonRecord;
import fr.preau.testing.SignIn;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A family at the desk: its children are in its file and registered in one call, and from its file one sees what it goes to. */
class FamilyAtTheDeskTest extends DeskScreens {

    @Test
    void aMotherWhoCallsForTheFirstTimeHasHerChildRegisteredAndNotHerself() {
        var roomy = town.group(centre).places(3).stands();
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscrire?activite=" + roomy.activity() + "&mots=personne");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Prénom")), "Samira");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Nom")), "Haddad");
        press("Créer la famille et continuer");
        assertThat(ticked()).containsExactly("Samira Haddad");

        press("Ajouter une personne");
        type("first-name", "Inès");
        press("Ajouter à la liste");
        assertThat(_get(Page.class).getElement().getTextRecursively()).contains("Écrivez la date de naissance de l’enfant");
        type("birth-day", "4");
        type("birth-month", "5");
        type("birth-year", "" + (LocalDate.now().getYear() - 9));
        press("Ajouter à la liste");
        assertThat(ticked()).as("whoever was alone was ticked by nobody").containsExactly("Inès Haddad");
        press("Inscrire");

        assertThat(database.sql("SELECT p.first_name FROM registration r JOIN person p ON p.id = r.person_id WHERE r.group_id = :group")
                .param("group", roomy.id()).query(String.class).list()).containsExactly("Inès");
    }

    @Test
    void whoeverWasTickedStaysSoWhenSomebodyElseIsAdded() {
        var siblings = town.family(centre).named("Petit").child("Léa", LocalDate.now().minusYears(9)).lives();
        SignIn.as(centre.id(), Role.RECEPTION);
        var lea = siblings.household().children().getFirst().id();
        open(centre.slug() + "/inscrire?activite=" + group.activity() + "&famille=" + siblings.id() + "&qui=" + lea);

        press("Ajouter une personne");
        type("first-name", "Tom");
        type("birth-day", "4");
        type("birth-month", "5");
        type("birth-year", "" + (LocalDate.now().getYear() - 7));
        press("Ajouter à la liste");

        assertThat(ticked()).containsExactlyInAnyOrder("Léa Petit", "Tom Petit");
    }

    @Test
    void aFamilysFileSaysWhatItGoesToAndLeadsToAnotherRegistration() {
        var waits = town.family(centre).named("Petit").lives();
        var second = register(waits);
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/familles/" + waits.id());

        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("En attente, numéro 1");
        assertThat(_find(Anchor.class)).extracting(Anchor::getHref).contains("/app/" + centre.slug() + "/inscriptions/" + second.request());
        open(_get(Anchor.class, spec -> spec.withText("Inscrire cette famille")).getHref().substring("/app/".length()));
        open(_find(Anchor.class, spec -> spec.withText("Choisir")).getFirst().getHref().substring("/app/".length()));
        assertThat(ticked()).containsExactly("Amina Petit");

        SignIn.as(centre.id(), Role.ANIMATOR);
        open(centre.slug() + "/familles/" + waits.id());
        _assertNone(Anchor.class, spec -> spec.withText("Inscrire cette famille"));
    }

    @SuppressWarnings("unchecked")
    private static List<String> ticked() {
        return ((ManyCards<PersonRecord>) _get(ManyCards.class, spec -> spec.withLabel(spaced("Qui vient ?")))).getValue().stream()
                .map(PersonRecord::fullName).toList();
    }

    private static void type(String id, String text) {
        _setValue(_get(Input.class, spec -> spec.withId(id)), text);
    }

    private static void press(String text) {
        _click(_get(Act.class, spec -> spec.withText(text)));
    }
}
