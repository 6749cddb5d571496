package fr.preau.activities.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import fr.preau.activities.ActivitySheet;
import fr.preau.activities.CatalogueService;
import fr.preau.activities.Occupancy;
import fr.preau.activities.PlacesService;
import fr.preau.base.CurrentCentre;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import fr.preau.base.ui.ManyCards;
import fr.preau.base.ui.TwoLines;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestActivities;
import fr.preau.testing.TestCentres;
import fr.preau.testing.TestClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The dates of an activity that stands: more of them, other ones, and what is said of each. */
class SessionScreensTest extends ScreenTest {

    @Autowired
    private TestCentres centres;
    @Autowired
    private TestActivities activities;
    @Autowired
    private CatalogueService catalogue;
    @Autowired
    private TestClock clock;
    @Autowired
    private PlacesService places;
    @Autowired
    private RetriedTransaction transactions;
    private CentreRecord here;

    @AfterEach
    void now() {
        clock.reset();
    }

    @BeforeEach
    void anAnimator() {
        here = centres.open();
        SignIn.as(here.id(), Role.ANIMATOR);
    }

    @Test
    void datesThatAreThereAlreadyAreSaidBeforeAndAfterTheOthersAreAdded() {
        var sheet = activities.titled("Danse").weekly(3).in(here.id());
        var tomorrow = today().plusDays(1);
        open(here.slug() + "/activites/" + sheet.id() + "/dates/" + sheet.groups().getFirst().id());
        _setValue(days(), Set.of(tomorrow.getDayOfWeek()));
        _setValue(_get(HourField.class, spec -> spec.withLabel("De")), LocalTime.of(14, 0));
        _setValue(_get(DayField.class, spec -> spec.withLabel("Premier jour")), tomorrow);
        _setValue(_get(DayField.class, spec -> spec.withLabel("Dernier jour")), tomorrow.plusWeeks(4));
        _find(Checkbox.class).forEach(holidays -> _setValue(holidays, false));
        assertThat(_find(Paragraph.class)).extracting(Paragraph::getText).anyMatch(text -> text.startsWith(spaced("3 dates sont déjà là")));
        press("Ajouter ces dates");
        assertThat(_find(Notification.class)).anyMatch(toast -> toast.getElement().getTextRecursively().contains(spaced("3 dates étaient déjà là.")));
        assertThat(fresh(sheet).groups().getFirst().sessions()).hasSize(5);
    }

    @Test
    void anEmptiedDayIsAskedForBesideItAndNothingIsChanged() {
        var sheet = activities.titled("Danse").weekly(2).in(here.id());
        var session = sheet.groups().getFirst().sessions().getFirst();
        occupy(sheet, 2, 0);
        open(here.slug() + "/activites/" + sheet.id() + "/seances/" + session.id());
        var day = _get(DayField.class, spec -> spec.withLabel("Le jour"));
        _setValue(day, null);
        press("Enregistrer");
        assertThat(day.isInvalid()).isTrue();
        assertThat(day.getErrorMessage()).isEqualTo("Choisissez un jour.");
        _assertNone(ConfirmDialog.class);
        _assertNone(Notification.class);
        assertThat(fresh(sheet).groups().getFirst().sessions().getFirst().startsAt()).isEqualTo(session.startsAt());
    }

    @Test
    void whoWaitedIsSaidOfWhatIsToComeOnly() {
        var sheet = activities.titled("Danse").in(here.id());
        occupy(sheet, 2, 3);
        open(here.slug() + "/activites/" + sheet.id());
        assertThat(lines()).anyMatch(line -> line.contains(spaced("3 personnes attendent.")));
        clock.pass(Duration.ofDays(20));
        open(here.slug() + "/activites");
        open(here.slug() + "/activites/" + sheet.id());
        assertThat(lines()).anyMatch(line -> line.contains(spaced("2 places prises."))).noneMatch(line -> line.contains("attendent"));
    }

    private static List<String> lines() {
        return _find(TwoLines.class).stream().map(line -> line.getElement().getTextRecursively()).toList();
    }

    private void occupy(ActivitySheet sheet, int taken, int waiting) {
        var group = sheet.groups().getFirst();
        CurrentCentre.runIn(here.id(), () -> transactions.run(() -> {
            places.lock(List.of(group.id()));
            places.recordOccupancy(List.of(new Occupancy(group.sessions().getFirst().id(), new Occupancy.People(taken, waiting, 0))));
        }));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), here.zone());
    }

    private ActivitySheet fresh(ActivitySheet sheet) {
        return CurrentCentre.in(here.id(), () -> catalogue.sheet(sheet.id())).orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static ManyCards<DayOfWeek> days() {
        return _get(ManyCards.class);
    }

    private static void press(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }
}
