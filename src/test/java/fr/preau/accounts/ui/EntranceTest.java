package fr.preau.accounts.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.preau.base.AllowedTo;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Ids;
import fr.preau.base.Role;
import fr.preau.base.ui.StyleView;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EntranceTest extends ScreenTest {

    @Autowired
    private TestCentres centres;
    private CentreRecord here;

    @BeforeEach
    void aCentre() {
        here = centres.open();
    }

    @Test
    void receptionEntersItsCentresScreenAndTheScreenKnowsItsCentre() {
        SignIn.as(here.id(), Role.RECEPTION);
        open(here.slug() + "/essai");
        _assertOne(H1.class, spec -> spec.withText(here.id().toString()));
    }

    @Test
    void receptionOfAnotherCentreStaysOutside() {
        SignIn.as(centres.open().id(), Role.RECEPTION);
        openInVain(here.slug() + "/essai");
    }

    @Test
    void anAnimatorStaysOutsideWhatIsForReception() {
        SignIn.as(here.id(), Role.ANIMATOR);
        openInVain(here.slug() + "/essai");
    }

    @Test
    void aScreenOfNoCentreAsksForTheRoleInAnyCentre() {
        SignIn.as(here.id(), Role.RECEPTION);
        open("style");
        _assertOne(StyleView.class);
        SignIn.asResident(Ids.next());
        openInVain("style");
    }

    @Test
    void aCentreThatDoesNotExistIsNotFound() {
        SignIn.as(here.id(), Role.RECEPTION);
        assertThatThrownBy(() -> open("nulle-part/essai")).hasStackTraceContaining(NotFoundException.class.getName());
    }

    /** A screen for this test. */
    @Route(value = "essai", layout = CentreLayout.class)
    @AllowedTo(Role.RECEPTION)
    public static class TrialView extends Div {
        private static final long serialVersionUID = 1L;

        public TrialView() {
            add(new H1(CurrentCentre.require().toString()));
        }
    }
}
