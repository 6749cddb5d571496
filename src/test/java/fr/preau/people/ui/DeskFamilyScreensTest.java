package fr.preau.people.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Notice;
import fr.preau.people.ContactDetails;
import fr.preau.people.NewHousehold;
import fr.preau.people.PersonDetails;
import fr.preau.testing.SignIn;
import org.junit.jupiter.api.Test;

/** The families’ files as the team opens, finds and erases them. */
class DeskFamilyScreensTest extends FamilyScreens {

    @Test
    void receptionOpensAFileInOneStepAndFindsItAgain() {
        SignIn.as(here.id(), Role.RECEPTION);
        open(here.slug() + "/familles/nouvelle");
        type("first-name", "Éloïse");
        type("last-name", "D’Hondt");
        press("Ouvrir le dossier");
        _assertOne(H1.class, spec -> spec.withText("Famille D’Hondt"));

        open(here.slug() + "/familles");
        type("words", "hondt eloise");
        press("Chercher");
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters()).contains("mots=hondt");
        _assertOne(Anchor.class, spec -> spec.withText("Famille D’Hondt"));
        UI.getCurrent().navigate(here.slug() + "/familles", QueryParameters.of("mots", "personne"));
        _assertNone(Anchor.class, spec -> spec.withText("Famille D’Hondt"));
    }

    @Test
    void theDeskSeesWhoMayBeThereTwiceAndNamesASecondGuardian() {
        SignIn.as(here.id(), Role.ANIMATOR);
        var one = in(() -> households.openAtDesk(NewHousehold.of(PersonDetails.adult("Amina", "Benali"), ContactDetails.phone("0612345678"))))
                .value().orElseThrow();
        addChild(one);
        var two = in(() -> households.openAtDesk(NewHousehold.of(PersonDetails.adult("Karim", "Benali")))).value().orElseThrow();
        addChild(two);
        in(() -> family.addPerson(one, PersonDetails.adult("Karim", "Benali")));
        open(here.slug() + "/familles/" + one);
        _assertOne(Anchor.class, spec -> spec.withText(spaced("Léa Benali, 9 ans")));
        press(spaced("Léa : ajouter Karim comme responsable"));
        assertThat(in(() -> households.find(one)).orElseThrow().children().getFirst().guardians()).hasSize(2);
    }

    @Test
    void anotherFamilysFileIsItsOwn() {
        SignIn.as(here.id(), Role.RECEPTION);
        var one = in(() -> households.openAtDesk(NewHousehold.of(PersonDetails.adult("Amina", "Benali")))).value().orElseThrow();
        var two = in(() -> households.openAtDesk(NewHousehold.of(PersonDetails.adult("Karim", "Petit")))).value().orElseThrow();
        open(here.slug() + "/familles/" + one + "?mots=benali&page=1");
        assertThat(_find(Anchor.class)).extracting(Anchor::getHref).as("back to what was sought")
                .contains("/app/" + here.slug() + "/familles?mots=benali&page=1");
        press("Code de connexion pour Amina");
        open(here.slug() + "/familles/" + two);
        assertThat(_get(Anchor.class, spec -> spec.withText("Ajouter une personne")).getHref()).contains(two.toString());
        _assertNone(Notice.class);
    }

    @Test
    void whatIsTypedInOneLineStaysWhenTheOtherIsAdded() {
        SignIn.as(here.id(), Role.RECEPTION);
        var one = in(() -> households.openAtDesk(NewHousehold.of(PersonDetails.adult("Amina", "Benali")))).value().orElseThrow();
        open(here.slug() + "/familles/" + one);
        type("contact-tel", "06 12 34 56 78");
        type("contact-email", "amina@exemple.fr");
        _find(Button.class, spec -> spec.withText("Ajouter")).getFirst().click();
        assertThat(_get(Input.class, spec -> spec.withId("contact-tel")).getValue()).isEmpty();
        assertThat(_get(Input.class, spec -> spec.withId("contact-email")).getValue()).isEqualTo("amina@exemple.fr");
        assertThat(in(() -> households.find(one)).orElseThrow().contacts()).hasSize(1);
        _find(Button.class, spec -> spec.withText("Ajouter")).get(1).click();
        assertThat(in(() -> households.find(one)).orElseThrow().contacts()).hasSize(2);
    }

    @Test
    void whoThinksTwiceAboutRemovingSomebodyMayStillDoIt() {
        SignIn.as(here.id(), Role.RECEPTION);
        var one = in(() -> households.openAtDesk(NewHousehold.of(PersonDetails.adult("Amina", "Benali")))).value().orElseThrow();
        var child = addChild(one);
        open(here.slug() + "/familles/" + one + "/personne/" + child);
        String remove = _find(Button.class).stream().map(Button::getText).filter(text -> text.startsWith("Retirer Léa")).findFirst().orElseThrow();
        press(remove);
        press("Non, ne rien changer");
        press(remove);
        press("Oui, retirer");
        assertThat(in(() -> households.find(one)).orElseThrow().children()).isEmpty();
    }

    @Test
    void receptionGivesAnAdultACodeAndAnAnimatorDoesNot() {
        SignIn.as(here.id(), Role.RECEPTION);
        var one = in(() -> households.openAtDesk(NewHousehold.of(PersonDetails.adult("Amina", "Benali")))).value().orElseThrow();
        open(here.slug() + "/familles/" + one);
        press("Code de connexion pour Amina");
        assertThat(_get(Notice.class).getElement().getTextRecursively()).startsWith(spaced("Code : "));
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM household_account WHERE household_id = ?", Integer.class, one.toString())).isEqualTo(1);
        press("Donner un autre code");
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM household_account WHERE household_id = ?", Integer.class, one.toString())).isEqualTo(1);
        SignIn.as(here.id(), Role.ANIMATOR);
        UI.getCurrent().refreshCurrentRoute(true);
        _assertNone(Button.class, spec -> spec.withText("Code de connexion pour Amina"));
    }

    @Test
    void receptionFindsTheOtherParentAndTakesHimAwayAgainWithAnUndo() {
        SignIn.as(here.id(), Role.RECEPTION);
        var one = in(() -> households.openAtDesk(NewHousehold.of(PersonDetails.adult("Amina", "Benali")))).value().orElseThrow();
        var child = addChild(one);
        in(() -> households.openAtDesk(NewHousehold.of(PersonDetails.adult("Karim", "Petit")))).value().orElseThrow();
        open(here.slug() + "/familles/" + one + "/personne/" + child);
        type("guardian-words", "nobody");
        press("Chercher");
        assertThat(_get(Notice.class).getElement().getTextRecursively()).contains("Aucun adulte trouvé");
        type("guardian-words", "petit");
        press("Chercher");
        press("Ajouter Karim");
        assertThat(names()).contains("Amina Benali", "Karim Petit");

        _find(Button.class, spec -> spec.withText("Retirer")).getLast().click();
        press("Oui, retirer");
        assertThat(names()).doesNotContain("Karim Petit");
        press("Revenir en arrière");
        assertThat(names()).contains("Karim Petit");
        _find(Button.class, spec -> spec.withText("Retirer")).getLast().click();
        press("Oui, retirer");
        _find(Button.class, spec -> spec.withText("Retirer")).getFirst().click();
        press("Oui, retirer");
        assertThat(_find(Notice.class).getFirst().getElement().getTextRecursively()).contains("Un enfant a toujours un responsable");
    }

    @Test
    void aDirectorErasesAFileAfterAQuestionAndReceptionCannot() {
        SignIn.as(here.id(), Role.RECEPTION);
        var household = CurrentCentre.in(here.id(), () -> households.openAtDesk(NewHousehold.of(PersonDetails.adult("Amina", "Benali")))).value()
                .orElseThrow();
        open(here.slug() + "/familles/" + household);
        _assertNone(Button.class, spec -> spec.withText("Effacer ce dossier"));

        SignIn.as(here.id(), Role.DIRECTOR);
        open(here.slug() + "/familles/" + household);
        press("Effacer ce dossier");
        assertThat(CurrentCentre.in(here.id(), () -> households.find(household))).isPresent();
        _click(_get(_get(ConfirmDialog.class), Act.class, spec -> spec.withText("Oui, tout effacer")));

        assertThat(CurrentCentre.in(here.id(), () -> households.find(household))).isEmpty();
        _assertOne(H1.class, spec -> spec.withText("Familles"));
        assertThatThrownBy(() -> open(here.slug() + "/familles/" + household)).hasStackTraceContaining(NotFoundException.class.getName());
    }

    @Test
    void anotherCentresFileIsNotFound() {
        var there = centres.open();
        SignIn.as(there.id(), Role.RECEPTION);
        var theirs = CurrentCentre.in(there.id(), () -> households.openAtDesk(NewHousehold.of(PersonDetails.adult("Amina", "Benali")))).value()
                .orElseThrow();
        SignIn.as(here.id(), Role.RECEPTION);
        assertThatThrownBy(() -> open(here.slug() + "/familles/" + theirs)).hasStackTraceContaining(NotFoundException.class.getName());
    }
}
