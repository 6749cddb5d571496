package fr.preau.people.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Input;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Moments;
import fr.preau.base.ui.TwoLines;
import fr.preau.centres.CentreRecord;
import fr.preau.people.FamilyService;
import fr.preau.people.HouseholdService;
import fr.preau.people.PersonDetails;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.TestCentres;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A centre, and how the tests of the screens of families type, press and read. */
abstract class FamilyScreens extends ScreenTest {

    @Autowired
    TestCentres centres;
    @Autowired
    HouseholdService households;
    @Autowired
    FamilyService family;
    @Autowired
    JdbcTemplate jdbc;

    CentreRecord here;

    @BeforeEach
    void aCentre() {
        here = centres.open();
    }

    UUID addChild(UUID household) {
        var born = LocalDate.now(Moments.PARIS).minusYears(9).minusDays(40);
        return in(() -> family.addPerson(household, PersonDetails.child("Léa", "Benali", born))).value().orElseThrow();
    }

    void type(String id, String text) {
        _get(Input.class, spec -> spec.withId(id)).setValue(text);
    }

    void press(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }

    List<String> names() {
        return _find(TwoLines.class).stream().map(line -> line.getElement().getChild(0).getText())
                .filter(text -> text.contains(" ") && !text.startsWith("0")).toList();
    }

    <T> T in(Supplier<T> work) {
        return CurrentCentre.in(here.id(), work::get);
    }
}
