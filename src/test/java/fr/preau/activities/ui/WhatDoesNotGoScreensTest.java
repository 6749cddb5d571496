package fr.preau.activities.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import fr.preau.activities.ActivitySheet;
import fr.preau.base.Role;
import fr.preau.testing.SignIn;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

/** Numbers, days and words that do not go, at each door by which dates and places come in: said beside the field, and nothing is written. */
class WhatDoesNotGoScreensTest extends ActivityScreens {

    private static final String NO_SUCH_DAY = "29/02/2027";

    private ActivitySheet sheet;

    @BeforeEach
    void anActivityThatStands() {
        sheet = activities.titled("Danse").weekly(2).in(here.id());
        SignIn.as(here.id(), Role.ANIMATOR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/group"})
    void moreDatesNeedPlacesThatThereAre(String which) {
        openDates(which);
        var places = number("Nombre de places par séance");
        for (int number : List.of(0, -1, 1_000_000)) {
            _setValue(places, number);
            press("Ajouter ces dates");
            assertThat(places.isInvalid()).as("%d places", number).isTrue();
            assertThat(places.getErrorMessage()).as("%d places", number).contains(spaced(number < 1 ? "au moins 1 place" : "places au plus"));
        }
        _setValue(places, null);
        press("Ajouter ces dates");
        assertThat(places.isInvalid()).isTrue();
        assertThat(places.getErrorMessage()).isNotEmpty();
        nothingIsWritten();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/group"})
    void moreDatesNeedDaysThatThereAre(String which) {
        openDates(which);
        for (String label : List.of("Premier jour", "Dernier jour")) {
            var field = day(label);
            var before = field.getValue();
            _setValue(field, null);
            typeInto(field, NO_SUCH_DAY);
            press("Ajouter ces dates");
            assertThat(field.isInvalid()).as(label).isTrue();
            assertThat(field.getErrorMessage()).as(label).startsWith("Cette date n’existe pas.");
            typeInto(field, "");
            _setValue(field, before);
        }
        nothingIsWritten();
    }

    @Test
    void twoMegabytesAreNoNameOfAGroup() {
        openDates("");
        var name = _get(TextField.class, spec -> spec.withLabel("Nom du groupe"));
        for (String typed : List.of(MUCH, "", " \n ")) {
            _setValue(name, typed);
            press("Ajouter ces dates");
            assertThat(name.isInvalid()).isTrue();
            assertThat(name.getErrorMessage()).contains(spaced("80 lettres au plus"));
            assertThat(name.getValue()).as("nothing is lost").isEqualTo(typed);
        }
        nothingIsWritten();
    }

    @Test
    void aSessionIsNotMovedToADayThatDoesNotExistOrIsFarAway() {
        open(here.slug() + "/activites/" + sheet.id() + "/seances/" + sheet.groups().getFirst().sessions().getFirst().id());
        var field = day("Le jour");
        _setValue(field, today().plusYears(1000));
        press("Enregistrer");
        assertThat(field.getErrorMessage()).startsWith("Ce jour est trop loin.");
        _setValue(field, null);
        typeInto(field, NO_SUCH_DAY);
        press("Enregistrer");
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).startsWith("Cette date n’existe pas.");
        _assertNone(ConfirmDialog.class);
        nothingIsWritten();
    }

    @Test
    void registrationsNeitherOpenNorCloseOnADayThatDoesNotExist() {
        fillIn("Yoga");
        for (String label : List.of("Les inscriptions ouvrent le", "Elles ferment le")) {
            var field = day(label);
            typeInto(field, NO_SUCH_DAY);
            press("Voir l’aperçu");
            assertThat(field.isInvalid()).as(label).isTrue();
            assertThat(field.getErrorMessage()).as(label).startsWith("Cette date n’existe pas.");
            _assertNone(SheetPreview.class);
            typeInto(field, "");
        }
        press("Voir l’aperçu");
        _get(SheetPreview.class);
    }

    /** All that is asked for is there. */
    private void openDates(String which) {
        boolean newGroup = which.isEmpty();
        open(here.slug() + "/activites/" + sheet.id() + "/dates" + (newGroup ? "" : "/" + sheet.groups().getFirst().id()));
        if (newGroup) {
            _setValue(_get(TextField.class, spec -> spec.withLabel("Nom du groupe")), "Groupe du samedi");
        }
        _setValue(days(), Set.of(DayOfWeek.SATURDAY));
        _setValue(hour("De"), LocalTime.of(14, 0));
        _setValue(day("Premier jour"), today().plusDays(1));
        _setValue(day("Dernier jour"), today().plusDays(60));
    }

    private void nothingIsWritten() {
        assertThat(fresh(sheet).groups()).isEqualTo(sheet.groups());
    }

    /** As a browser tells of what it cannot read; nothing is readable again. */
    private static void typeInto(Component field, String text) {
        field.getElement().setProperty("_inputElementValue", text);
        field.getElement().getNode().getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(field.getElement(), "unparsable-change", JsonNodeFactory.instance.objectNode()));
    }
}
