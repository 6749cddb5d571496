package fr.preau.activities.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import fr.preau.activities.ActivitySheet;
import fr.preau.activities.CatalogueService;
import fr.preau.activities.Category;
import fr.preau.base.CurrentCentre;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.ManyCards;
import fr.preau.base.ui.OneCard;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.TestActivities;
import fr.preau.testing.TestCentres;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A centre, and how the tests of the screens of its activities fill them in, press and read. */
abstract class ActivityScreens extends ScreenTest {

    static final String MUCH = "a".repeat(2_000_000);

    @Autowired
    TestCentres centres;
    @Autowired
    TestActivities activities;
    @Autowired
    CatalogueService catalogue;
    @Autowired
    private Clock clock;
    CentreRecord here;

    @BeforeEach
    void aCentre() {
        here = centres.open();
    }

    void fillIn(String title) {
        open(here.slug() + "/activites/nouvelle");
        _setValue(line("Titre"), title);
        _setValue(line("En une phrase"), "On se retrouve et on apprend.");
        _setValue(pictures(), Category.COOKING);
        _setValue(line("Le lieu"), "Grande salle");
        chooseDates();
    }

    void chooseDates() {
        _setValue(days(), Set.of(DayOfWeek.WEDNESDAY));
        _setValue(hour("De"), LocalTime.of(14, 0));
        assertThat(hour("À").getValue()).isEqualTo(LocalTime.of(16, 0));
        _setValue(day("Premier jour"), today().plusDays(1));
        _setValue(day("Dernier jour"), today().plusDays(60));
    }

    ActivitySheet only() {
        return in(() -> catalogue.sheet(catalogue.all(null, "", 0, 2).getFirst().id())).orElseThrow();
    }

    ActivitySheet fresh(ActivitySheet sheet) {
        return in(() -> catalogue.sheet(sheet.id())).orElseThrow();
    }

    static List<String> paragraphs() {
        return _find(Paragraph.class).stream().map(Paragraph::getText).toList();
    }

    static TextField line(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    static IntegerField number(String label) {
        return _get(IntegerField.class, spec -> spec.withLabel(label));
    }

    static DayField day(String label) {
        return _get(DayField.class, spec -> spec.withLabel(label));
    }

    static HourField hour(String label) {
        return _get(HourField.class, spec -> spec.withLabel(label));
    }

    @SuppressWarnings("unchecked")
    static OneCard<Category> pictures() {
        return _get(OneCard.class, spec -> spec.withLabel("L’image"));
    }

    @SuppressWarnings("unchecked")
    static ManyCards<DayOfWeek> days() {
        return _get(ManyCards.class);
    }

    static void press(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }

    static void confirm(String text) {
        _click(_get(_get(ConfirmDialog.class), Act.class, spec -> spec.withText(text)));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), here.zone());
    }

    <T> T in(Supplier<T> work) {
        return CurrentCentre.in(here.id(), work::get);
    }
}
