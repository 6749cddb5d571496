package fr.preau.people.ui;

import static com.github.mvysny.kaributesting.v10.DownloadKt._download;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.notification.Notification;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Moments;
import fr.preau.base.Role;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.TwoLines;
import fr.preau.centres.CentreRecord;
import fr.preau.people.ContactDetails;
import fr.preau.people.ContactService;
import fr.preau.people.Families;
import fr.preau.people.FamilyService;
import fr.preau.people.GuardianService;
import fr.preau.people.HouseholdService;
import fr.preau.people.NewHousehold;
import fr.preau.people.PersonDetails;
import fr.preau.people.PersonRecord;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the desk reads in a family's file. */
class DeskFileTest extends ScreenTest {

    private static final LocalDate NINE_YEARS_AGO = LocalDate.now(Moments.PARIS).minusYears(9).minusDays(40);

    @Autowired
    private TestCentres centres;
    @Autowired
    private HouseholdService households;
    @Autowired
    private FamilyService family;
    @Autowired
    private GuardianService guardians;
    @Autowired
    private ContactService contacts;
    @Autowired
    private JdbcTemplate jdbc;
    private CentreRecord here;
    private UUID file;

    @BeforeEach
    void receptionHasOpenedAFile() {
        here = centres.open();
        SignIn.as(here.id(), Role.RECEPTION);
        file = in(() -> households.openAtDesk(NewHousehold.of(PersonDetails.adult("Amina", "Benali")))).value().orElseThrow();
    }

    /** It was said of the father, who had left, that "an adult of another family" answers too. */
    @Test
    void whoLeftTheFamilyNoLongerAnswersForTheChild() {
        var child = in(() -> family.addPerson(file, PersonDetails.child("Léa", "Benali", NINE_YEARS_AGO))).value().orElseThrow();
        var father = in(() -> family.addPerson(file, PersonDetails.adult("Karim", "Benali"))).value().orElseThrow();
        in(() -> guardians.addGuardian(child, father)).value().orElseThrow();
        open(here.slug() + "/familles/" + file);
        assertThat(underTheNames()).contains(spaced("9 ans, responsable : Amina, Karim"));

        in(() -> family.removePerson(father)).value().orElseThrow();
        UI.getCurrent().refreshCurrentRoute(true);

        assertThat(underTheNames()).contains(spaced("9 ans, responsable : Amina"));
        var amina = in(() -> households.find(file)).orElseThrow().adults().getFirst().id();
        assertThat(in(() -> households.persons(List.of(child))).values()).flatExtracting(PersonRecord::guardians).containsExactly(amina);
    }

    /** The family has its own in "Ma famille". */
    @Test
    void theDeskHandsOutACopyOfTheFileAndAnAnimatorDoesNot() {
        for (var role : List.of(Role.RECEPTION, Role.DIRECTOR)) {
            SignIn.as(here.id(), role);
            open(here.slug() + "/familles/" + file);
            assertThat(copy()).contains("Amina", "Benali");
        }
        SignIn.as(here.id(), Role.ANIMATOR);
        UI.getCurrent().refreshCurrentRoute(true);
        _assertNone(Anchor.class, spec -> spec.withText("Recevoir une copie du dossier"));

        Families.welcomed(jdbc, here, households, "Paul", "Petit");
        open(here.slug() + "/famille");
        assertThat(copy()).contains("Paul", "Petit").doesNotContain("Benali");
    }

    private static String copy() {
        return new String(_download(_get(Anchor.class, spec -> spec.withText("Recevoir une copie du dossier"))), StandardCharsets.UTF_8);
    }

    @Test
    void aSecondTapOnANumberIsNoneAndTheNextNumberIsOne() {
        open(here.slug() + "/familles/" + file);
        for (String number : List.of("06 12 34 56 10", "06 12 34 56 11")) {
            _setValue(_get(Input.class, spec -> spec.withId("contact-tel")), number);
            var add = _find(Button.class, spec -> spec.withText("Ajouter")).getFirst();
            assertThat(add.isDisableOnClick()).isTrue();
            _click(add);
            assertThat(add.isEnabled()).isTrue();
        }
        assertThat(in(() -> households.find(file)).orElseThrow().contacts()).hasSize(2);
    }

    @Test
    void aNumberThatCannotComeBackIsNotSaidToBeBack() {
        IntStream.range(10, 22).forEach(i -> phone("06 12 34 56 " + i));
        open(here.slug() + "/familles/" + file);
        _find(Button.class, spec -> spec.withText("Retirer")).getFirst().click();
        phone("06 12 34 56 99");
        _click(_get(Button.class, spec -> spec.withText("Revenir en arrière")));

        assertThat(_get(Notice.class).getElement().getTextRecursively()).contains("Il y a déjà 12 numéros et adresses.");
    }

    @Test
    void nobodySaysThatANumberIsGoneFromAFileThatIsNoLongerThere() {
        phone("06 12 34 56 78");
        open(here.slug() + "/familles/" + file);
        jdbc.update("UPDATE household SET forgotten_at = NOW(6) WHERE id = ?", file.toString());
        _find(Button.class, spec -> spec.withText("Retirer")).getFirst().click();

        assertThat(_get(Notice.class).getElement().getTextRecursively()).contains("Nous ne trouvons plus cette personne ou cette famille.");
        _assertNone(Notification.class);
    }

    @Test
    void whoCannotComeBackIsNotSaidToBeBack() {
        var karim = in(() -> family.addPerson(file, PersonDetails.adult("Karim", "Benali"))).value().orElseThrow();
        open(here.slug() + "/familles/" + file + "/personne/" + karim);
        _click(_get(Button.class, spec -> spec.withText("Retirer Karim de la famille")));
        _click(_get(Button.class, spec -> spec.withText("Oui, retirer")));
        jdbc.update("UPDATE household SET forgotten_at = NOW(6) WHERE id = ?", file.toString());
        _click(_get(Button.class, spec -> spec.withText("Revenir en arrière")));

        assertThat(_find(Notification.class).getLast().getElement().getTextRecursively()).contains("Nous ne trouvons plus cette personne ou cette famille.");
    }

    private void phone(String number) {
        in(() -> contacts.addContact(file, null, ContactDetails.phone(number))).value().orElseThrow();
    }

    private static List<String> underTheNames() {
        return _find(TwoLines.class).stream().map(line -> line.getElement().getChild(1).getText()).toList();
    }

    private <T> T in(Supplier<T> work) {
        return CurrentCentre.in(here.id(), work::get);
    }
}
