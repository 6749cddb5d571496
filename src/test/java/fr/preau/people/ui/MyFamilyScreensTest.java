package fr.preau.people.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.NotFoundException;
import fr.preau.accounts.CurrentUser;
import fr.preau.base.Role;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.OneCard;
import fr.preau.people.Families;
import fr.preau.people.GuardianService;
import fr.preau.people.PersonDetails;
import fr.preau.people.PersonKind;
import fr.preau.testing.SignIn;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A resident’s own family: its persons, how they are reached, and who else answers for a child. */
class MyFamilyScreensTest extends FamilyScreens {

    @Autowired
    private GuardianService guardians;

    @Test
    void aNewResidentSaysHerNameAndAddsHerChild() {
        SignIn.asResident(Families.account(jdbc));
        open(here.slug() + "/famille");
        type("first-name", "Amina");
        type("last-name", "Benali");
        type("phone", "06 12 34 56 78");
        press("Continuer");
        assertThat(names()).containsExactly("Amina Benali");

        open(here.slug() + "/famille/personne");
        assertThat(_get(Input.class, spec -> spec.withId("last-name")).getValue()).isEqualTo("Benali");
        type("first-name", "Léa");
        typeBirth("29", "2", "2019");
        press("Enregistrer");
        _assertOne(Span.class, spec -> spec.withText("Cette date n’existe pas. Vérifiez le jour et le mois."));
        assertThat(_get(Input.class, spec -> spec.withId("first-name")).getValue()).isEqualTo("Léa");
        typeBirth("28", "2", "2019");
        press("Enregistrer");
        assertThat(names()).containsExactly("Amina Benali", "Léa Benali");
    }

    @Test
    void aWrongPhoneIsSaidBesideThePhoneAndNothingTypedIsLost() {
        SignIn.asResident(Families.account(jdbc));
        open(here.slug() + "/famille");
        type("first-name", "<script>");
        type("phone", "12");
        press("Continuer");
        assertThat(_get(Input.class, spec -> spec.withId("phone")).getElement().getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(_get(Input.class, spec -> spec.withId("first-name")).getElement().getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(_get(Input.class, spec -> spec.withId("first-name")).getValue()).isEqualTo("<script>");
    }

    @Test
    void aResidentRemovesAPersonAndTakesItBack() {
        var household = Families.welcomed(jdbc, here, households, "Amina", "Benali");
        var child = addChild(household);
        open(here.slug() + "/famille/personne/" + child);
        press("Retirer Léa de la famille");
        press("Oui, retirer");
        assertThat(names()).containsExactly("Amina Benali");
        press("Revenir en arrière");
        assertThat(names()).containsExactly("Amina Benali", "Léa Benali");
    }

    @Test
    void whoeverWasTakenOutOfAFamilyIsSentToTheDeskInPlainWords() {
        var household = Families.welcomed(jdbc, here, households, "Karim", "Benali");
        var account = CurrentUser.require().account();
        var karim = in(() -> households.mine()).orElseThrow().you();
        in(() -> family.addPerson(household, PersonDetails.adult("Amina", "Benali")));
        SignIn.as(here.id(), Role.RECEPTION);
        open(here.slug() + "/familles/" + household + "/personne/" + karim);
        press("Retirer Karim de la famille");
        _assertOne(Paragraph.class, spec -> spec.withText("Karim ne pourra plus ouvrir le dossier de la famille."));
        press("Oui, retirer");

        SignIn.asResident(account);
        open(here.slug() + "/famille");
        type("first-name", "Karim");
        press("Continuer");
        assertThat(_get(Notice.class).getElement().getTextRecursively()).contains("Demandez à l’accueil du centre");
    }

    @Test
    void aGuardianOfTheSameFamilyMayStillRegisterTheChildAndTheQuestionDoesNotSayOtherwise() {
        var household = Families.welcomed(jdbc, here, households, "Amina", "Benali");
        var child = addChild(household);
        var karim = in(() -> family.addPerson(household, PersonDetails.adult("Karim", "Benali"))).value().orElseThrow();
        in(() -> guardians.addGuardian(child, karim));
        open(here.slug() + "/famille/personne/" + child);
        _find(Button.class, spec -> spec.withText("Retirer")).getLast().click();
        assertThat(_find(Paragraph.class)).extracting(Paragraph::getText).anyMatch(text -> text.contains("peut encore faire des inscriptions"))
                .noneMatch(text -> text.contains("ne pourra plus inscrire"));
    }

    @Test
    void anotherFamilysPersonIsNotFound() {
        var theirs = Families.welcomed(jdbc, here, households, "Paul", "Petit");
        var child = addChild(theirs);
        Families.welcomed(jdbc, here, households, "Amina", "Benali");
        for (String address : List.of("/famille/personne/" + child, "/famille/personne/nobody")) {
            assertThatThrownBy(() -> open(here.slug() + address)).hasStackTraceContaining(NotFoundException.class.getName());
        }
    }

    @Test
    void aResidentDoesNotEnterTheDesksScreens() {
        var household = Families.welcomed(jdbc, here, households, "Amina", "Benali");
        openInVain(here.slug() + "/familles");
        openInVain(here.slug() + "/familles/nouvelle");
        openInVain(here.slug() + "/familles/" + household);
        openInVain(here.slug() + "/familles/" + household + "/personne");
    }

    @Test
    void aParentGivesACodeAndTheOtherOneTypesIt() {
        var household = Families.welcomed(jdbc, here, households, "Amina", "Benali");
        open(here.slug() + "/famille/personne/" + addChild(household));
        press("Ajouter l’autre parent, qui habite ailleurs");
        var code = _get(Notice.class).getElement().getTextRecursively().replaceAll("(?s).*?(\\w{4}-\\w{4}).*", "$1");

        Families.welcomed(jdbc, here, households, "Karim", "Petit");
        open(here.slug() + "/famille");
        press("J’ai un code de l’autre parent");
        type("guardian-code", "AAAA-1111");
        press("Ajouter l’enfant");
        _assertOne(Span.class, spec -> spec.withText("Ce code n’est pas le bon, ou il a déjà servi. Demandez-en un autre à l’autre parent."));
        assertThat(_get(Input.class, spec -> spec.withId("guardian-code")).getValue()).isEqualTo("AAAA-1111");
        type("guardian-code", code);
        press("Ajouter l’enfant");
        assertThat(names()).containsExactly("Karim Petit", "Léa Benali");
    }

    @Test
    void twoMegabytesInAnyFieldAreSaidBesideItAndNotLost() {
        String much = "a".repeat(2_000_000);
        SignIn.asResident(Families.account(jdbc));
        open(here.slug() + "/famille");
        List.of("first-name", "last-name", "phone").forEach(id -> type(id, much));
        press("Continuer");
        assertRefusedAndKept(much, "first-name", "last-name", "phone");
        type("first-name", "Amina");
        type("last-name", "");
        type("phone", "");
        press("Continuer");
        assertThat(names()).isEmpty();
        _assertOne(H1.class, spec -> spec.withText("Ma famille"));

        for (String id : List.of("contact-tel", "contact-email")) {
            type(id, much);
            _find(Button.class, spec -> spec.withText("Ajouter")).get(id.equals("contact-tel") ? 0 : 1).click();
            assertRefusedAndKept(much, id);
        }
        press("J’ai un code de l’autre parent");
        type("guardian-code", much);
        press("Ajouter l’enfant");
        assertRefusedAndKept(much, "guardian-code");

        open(here.slug() + "/famille/personne");
        List.of("first-name", "last-name", "birth-day", "birth-month", "birth-year").forEach(id -> type(id, much));
        press("Enregistrer");
        assertRefusedAndKept(much, "first-name", "last-name");
        assertThat(_get(Input.class, spec -> spec.withId("birth-year")).getValue().equals(much)).isTrue();
        assertThat(_find(Span.class)).anyMatch(span -> span.getText().startsWith("Écrivez l’année avec"));

        SignIn.as(here.id(), Role.RECEPTION);
        open(here.slug() + "/familles");
        type("words", much);
        press("Chercher");
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters().length()).isLessThan(300);
        _assertNone(Anchor.class, spec -> spec.withText("Famille Amina"));
    }

    private void assertRefusedAndKept(String value, String... ids) {
        for (String id : ids) {
            var field = _get(Input.class, spec -> spec.withId(id));
            assertThat(field.getElement().getAttribute("aria-invalid")).as(id).isEqualTo("true");
            assertThat(field.getValue().equals(value)).as("%s is kept", id).isTrue();
        }
    }

    @Test
    void whoCameByALinkIsCalledByHerNameFromTheFirstWelcomeOn() {
        var account = Families.account(jdbc);
        jdbc.update("UPDATE account SET display_name = 'amina.b' , email = 'amina.b@exemple.fr' WHERE id = ?", account.toString());
        SignIn.asResident(account);
        open(here.slug() + "/famille");
        type("first-name", "Amina");
        type("last-name", "Benali");
        press("Continuer");
        assertThat(jdbc.queryForObject("SELECT display_name FROM account WHERE id = ?", String.class, account.toString())).isEqualTo("Amina Benali");
    }

    @Test
    void anAdultIsAddedWithoutABirthDate() {
        Families.welcomed(jdbc, here, households, "Amina", "Benali");
        open(here.slug() + "/famille/personne");
        @SuppressWarnings("unchecked")
        OneCard<PersonKind> kind = _get(OneCard.class);
        _setValue(kind, PersonKind.ADULT);
        type("first-name", "Karim");
        press("Enregistrer");
        assertThat(names()).containsExactly("Amina Benali", "Karim Benali");
    }

    private void typeBirth(String day, String month, String year) {
        type("birth-day", day);
        type("birth-month", month);
        type("birth-year", year);
    }
}
