package fr.preau.people;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.testing.PreauTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PreauTest
class HouseholdFiguresTest {

    @Autowired
    private HouseholdFigures figures;
    @Autowired
    private HouseholdService households;
    @Autowired
    private ForgettingService forgetting;
    @Autowired
    private TestCentres centres;

    @Test
    void aFamilyThatIsForgottenIsCountedNoMore() {
        var here = centres.open();
        SignIn.as(here.id(), Role.DIRECTOR);
        CurrentCentre.runIn(here.id(), () -> {
            households.openAtDesk(NewHousehold.of(PersonDetails.adult("Amina", "Benali"))).value().orElseThrow();
            var gone = households.openAtDesk(NewHousehold.of(PersonDetails.adult("Ewa", "Kowalczyk"))).value().orElseThrow();
            assertThat(forgetting.forget(gone).value()).isPresent();
        });

        SignIn.as(here.id(), Role.FEDERATION);
        assertThat(figures.perCentre()).containsEntry(here.id(), 1L);
    }
}
