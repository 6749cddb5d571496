package fr.preau.people.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.OneCard;
import fr.preau.base.ui.TwoLines;
import fr.preau.centres.CentreRecord;
import fr.preau.people.ContactDetails;
import fr.preau.people.Families;
import fr.preau.people.FamilyService;
import fr.preau.people.GuardianService;
import fr.preau.people.HouseholdService;
import fr.preau.people.NewHousehold;
import fr.preau.people.PersonDetails;
import fr.preau.people.PersonKind;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class FamilyScreensTest extends ScreenTest {

    @Autowired
    private TestCentres centres;
    @Autowired
    private HouseholdService households;
    @Autowired
    private FamilyService family;
    @Autowired
    private GuardianService guardians;
    @Autowired
    private JdbcTemplate jdbc;
    private CentreRecord here;

    @BeforeEach
    void aCentre() {
        here = centres.open();
    }

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
        var account = fr.preau.accounts.CurrentUser.require().account();
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
        var one = in(() -> households.openAtDesk(NewHousehold.of(PersonDetails.adult("Amina", "Benali"), ContactDetails.phone("0612345678")))).value().orElseThrow();
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
        assertThat(_find(Anchor.class)).extracting(Anchor::getHref).as("back to what was sought").contains("/app/" + here.slug() + "/familles?mots=benali&page=1");
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
        press("Code de connexion pour Amina");
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
    void aDirectorErasesAFileAfterAQuestionAndReceptionCannot() {
        SignIn.as(here.id(), Role.RECEPTION);
        var household = CurrentCentre.in(here.id(), () -> households.openAtDesk(NewHousehold.of(PersonDetails.adult("Amina", "Benali")))).value().orElseThrow();
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
        var theirs = CurrentCentre.in(there.id(), () -> households.openAtDesk(NewHousehold.of(PersonDetails.adult("Amina", "Benali")))).value().orElseThrow();
        SignIn.as(here.id(), Role.RECEPTION);
        assertThatThrownBy(() -> open(here.slug() + "/familles/" + theirs)).hasStackTraceContaining(NotFoundException.class.getName());
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

    private UUID addChild(UUID household) {
        return in(() -> family.addPerson(household, PersonDetails.child("Léa", "Benali", LocalDate.now(fr.preau.base.Moments.PARIS).minusYears(9).minusDays(40)))).value().orElseThrow();
    }

    private void type(String id, String text) {
        _get(Input.class, spec -> spec.withId(id)).setValue(text);
    }

    private void typeBirth(String day, String month, String year) {
        type("birth-day", day);
        type("birth-month", month);
        type("birth-year", year);
    }

    private void press(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }

    private List<String> names() {
        return _find(TwoLines.class).stream().map(line -> line.getElement().getChild(0).getText())
                .filter(text -> text.contains(" ") && !text.startsWith("0")).toList();
    }

    private <T> T in(java.util.function.Supplier<T> work) {
        return CurrentCentre.in(here.id(), work::get);
    }
}
