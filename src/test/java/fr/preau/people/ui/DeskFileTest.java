package fr.preau.people.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Moments;
import fr.preau.base.Role;
import fr.preau.base.ui.TwoLines;
import fr.preau.centres.CentreRecord;
import fr.preau.people.FamilyService;
import fr.preau.people.HouseholdService;
import fr.preau.people.NewHousehold;
import fr.preau.people.PersonDetails;
import fr.preau.people.PersonRecord;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the desk reads in a family's file. */
class DeskFileTest extends ScreenTest {

    private static final LocalDate NINE_YEARS_AGO = LocalDate.now(Moments.PARIS).minusYears(9).minusDays(40);

    @Autowired
    private TestCentres centres;
    @Autowired
    private HouseholdService households;
    @Autowired
    private FamilyService family;
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
        in(() -> family.addGuardian(child, father)).value().orElseThrow();
        open(here.slug() + "/familles/" + file);
        assertThat(underTheNames()).contains(spaced("9 ans, responsable : Amina, Karim"));

        in(() -> family.removePerson(father)).value().orElseThrow();
        UI.getCurrent().refreshCurrentRoute(true);

        assertThat(underTheNames()).contains(spaced("9 ans, responsable : Amina"));
        var amina = in(() -> households.find(file)).orElseThrow().adults().getFirst().id();
        assertThat(in(() -> households.persons(List.of(child))).values()).flatExtracting(PersonRecord::guardians).containsExactly(amina);
    }

    private static List<String> underTheNames() {
        return _find(TwoLines.class).stream().map(line -> line.getElement().getChild(1).getText()).toList();
    }

    private <T> T in(Supplier<T> work) {
        return CurrentCentre.in(here.id(), work::get);
    }
}
