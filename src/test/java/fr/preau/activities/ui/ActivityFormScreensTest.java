package fr.preau.activities.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import fr.preau.activities.ActivitySheet;
import fr.preau.activities.CatalogueService;
import fr.preau.activities.Occupancy;
import fr.preau.activities.PlacesService;
import fr.preau.base.CurrentCentre;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.BackLink;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestActivities;
import fr.preau.testing.TestCentres;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.JsonNodeFactory;

/** What the form of an activity that stands asks before it is saved, and what it does not take for something else. */
class ActivityFormScreensTest extends ScreenTest {

    @Autowired
    private TestCentres centres;
    @Autowired
    private TestActivities activities;
    @Autowired
    private CatalogueService catalogue;
    @Autowired
    private PlacesService places;
    @Autowired
    private RetriedTransaction transactions;
    @Autowired
    private Clock clock;
    private CentreRecord here;

    @BeforeEach
    void anAnimator() {
        here = centres.open();
        SignIn.as(here.id(), Role.ANIMATOR);
    }

    @Test
    void anotherPlaceIsAskedWhereThereArePeopleWhoAreToldOfIt() {
        var sheet = activities.titled("Jardin").in(here.id());
        occupy(sheet, 3, 1);
        edit(sheet);
        _setValue(line("Le lieu"), "Gymnase Jean-Moulin");
        press("Enregistrer");
        assertThat(_get(ConfirmDialog.class).getElement().getProperty("message"))
                .contains(spaced("3 places prises"), "reçoivent un message avec le nouveau lieu");
        assertThat(fresh(sheet).about().place()).as("not yet").isNotEqualTo("Gymnase Jean-Moulin");
        _click(_get(_get(ConfirmDialog.class), Act.class, spec -> spec.withText("Oui, changer le lieu")));
        assertThat(fresh(sheet).about().place()).isEqualTo("Gymnase Jean-Moulin");
    }

    @Test
    void anotherPlaceIsSavedAtOnceWhereThereIsNobody() {
        var sheet = activities.titled("Jardin").in(here.id());
        edit(sheet);
        _setValue(line("Le lieu"), "Gymnase Jean-Moulin");
        press("Enregistrer");
        _assertNone(ConfirmDialog.class);
        assertThat(fresh(sheet).about().place()).isEqualTo("Gymnase Jean-Moulin");
    }

    @Test
    void anHourThatDoesNotExistIsSaidBesideItAndNotTakenForAnother() {
        var sheet = activities.titled("Jardin").in(here.id());
        edit(sheet);
        _setValue(_get(DayField.class, spec -> spec.withLabel("Les inscriptions ouvrent le")), today().plusDays(2));
        var hour = _find(HourField.class).getFirst();
        assertThat(hour.getValue()).isEqualTo(LocalTime.of(9, 0));
        _setValue(hour, null);
        typeInto(hour, "25:00");
        press("Enregistrer");
        assertThat(hour.isInvalid()).isTrue();
        assertThat(hour.getErrorMessage()).isNotBlank();
        assertThat(fresh(sheet).rules().opensAt()).as("not written").isNull();
        _setValue(hour, LocalTime.of(10, 0));
        press("Enregistrer");
        assertThat(fresh(sheet).rules().opensAt().atZone(here.zone()).getHour()).isEqualTo(10);
    }

    @Test
    void besideAnHourThatStaysEmptyStandsTheOneThatItMeans() {
        var sheet = activities.titled("Jardin").in(here.id());
        edit(sheet);
        _setValue(_get(DayField.class, spec -> spec.withLabel("Les inscriptions ouvrent le")), today().plusDays(2));
        _setValue(_get(DayField.class, spec -> spec.withLabel("Elles ferment le")), today().plusDays(4));
        var hours = _find(HourField.class);
        assertThat(hours).extracting(HourField::getHelperText).containsExactly(spaced("Vide : 9 h"), spaced("Vide : 18 h"));

        hours.forEach(hour -> _setValue(hour, null));
        press("Enregistrer");
        var rules = fresh(sheet).rules();
        assertThat(rules.opensAt().atZone(here.zone()).toLocalTime()).isEqualTo(LocalTime.of(9, 0));
        assertThat(rules.closesAt().atZone(here.zone()).toLocalTime()).isEqualTo(LocalTime.of(18, 0));
    }

    @Test
    void anAgeThatIsNoNumberIsSaidBesideItAndNotTakenForNoLimit() {
        var sheet = activities.titled("Jardin").aged(6, 11).in(here.id());
        edit(sheet);
        var oldest = _get(IntegerField.class, spec -> spec.withLabel("Jusqu’à (ans)"));
        _setValue(oldest, null);
        typeInto(oldest, "douze");
        press("Voir l’aperçu");
        assertThat(oldest.getErrorMessage()).isEqualTo("Écrivez un nombre, en chiffres.");
        press("Enregistrer");
        assertThat(oldest.isInvalid()).isTrue();
        assertThat(fresh(sheet).rules().maxAge()).as("not written").isEqualTo(11);
        _setValue(oldest, 12);
        press("Enregistrer");
        assertThat(fresh(sheet).rules().maxAge()).isEqualTo(12);
    }

    @Test
    void aNumberOfDaysThatIsNoneIsSaidBesideItAndNotTakenForTheUsualOne() {
        var sheet = activities.titled("Jardin").holdDays(5).in(here.id());
        edit(sheet);
        var days = _get(IntegerField.class, spec -> spec.withLabel("Jours pour apporter un papier qui manque (facultatif)"));
        _setValue(days, null);
        typeInto(days, "cinq");
        press("Enregistrer");
        assertThat(days.getErrorMessage()).isEqualTo("Écrivez un nombre, en chiffres.");
        assertThat(fresh(sheet).rules().holdDays()).isEqualTo(5);
    }

    @Test
    void fromTheFormOneGoesBackToTheActivityAndFromThereToWhatWasSought() {
        var sheet = activities.titled("Jardin").in(here.id());
        String sought = "?etat=published&mots=jardin";
        open(here.slug() + "/activites/" + sheet.id() + sought);
        open(_get(Anchor.class, spec -> spec.withPredicate(link -> link.getHref().contains("/modifier"))).getHref().substring("/app/".length()));
        assertThat(_get(Anchor.class, spec -> spec.withText("Retour")).getHref()).endsWith("/activites/" + sheet.id() + sought);
        _setValue(line("Le lieu"), "Au jardin du haut");
        press("Enregistrer");
        assertThat(_get(BackLink.class).getHref()).isEqualTo("/app/" + here.slug() + "/activites" + sought);
    }

    /** As a browser tells of what it cannot read. */
    private static void typeInto(Component field, String text) {
        field.getElement().setProperty("_inputElementValue", text);
        field.getElement().getNode().getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(field.getElement(), "unparsable-change", JsonNodeFactory.instance.objectNode()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), here.zone());
    }

    private void edit(ActivitySheet sheet) {
        open(here.slug() + "/activites/" + sheet.id() + "/modifier");
    }

    private void occupy(ActivitySheet sheet, int taken, int waiting) {
        var group = sheet.groups().getFirst();
        CurrentCentre.runIn(here.id(), () -> transactions.run(() -> {
            places.lock(List.of(group.id()));
            places.recordOccupancy(List.of(new Occupancy(group.sessions().getFirst().id(), new Occupancy.People(taken, waiting, 0))));
        }));
    }

    private ActivitySheet fresh(ActivitySheet sheet) {
        return CurrentCentre.in(here.id(), () -> catalogue.sheet(sheet.id())).orElseThrow();
    }

    private static TextField line(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    private static void press(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }
}
