package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.base.ui.Page;
import fr.preau.base.ui.Tick;
import fr.preau.centres.CentreRecord;
import fr.preau.registrations.Town.Group;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.SqlCount;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A family says that she was there: the sheet tells who noted what, when somebody asks. */
@InTown
class AttendanceTraceScreenTest extends ScreenTest {

    private static final String QUESTION = "Ce qui a été changé";

    @Autowired
    private Town town;
    @Autowired
    private RegistrationService registrations;
    private CentreRecord centre;
    private Group group;

    @BeforeEach
    void aSheet() {
        centre = town.centre();
        group = town.group(centre).stands();
        var family = town.family(centre).named("Benali").lives();
        family.signIn();
        CurrentCentre.in(centre.id(), () -> registrations.register(RegisterCommand.sessions(UUID.randomUUID().toString(), group.id(), family.id(),
                List.of(family.person()), Set.copyOf(group.sessions()), PartyRule.WHO_CAN)));
        SignIn.as(centre.id(), Role.ANIMATOR);
    }

    @Test
    void everyMarkIsToldWithWhatItWasBeforeAndGoesOnWhileItIsOpen() {
        open(sheet());
        _click(_get(Tick.class));
        press();
        assertThat(text()).contains(spaced("Amina Benali : Est là")).doesNotContain("avant");
        _click(_get(Tick.class));
        assertThat(text()).contains(spaced("Amina Benali : A prévenu, avant : Est là"));
        press();
        assertThat(text()).doesNotContain("avant");
    }

    @Test
    void aSheetOnWhichNothingWasNotedSaysSo() {
        open(sheet());
        press();
        assertThat(text()).contains("Rien n’a encore été noté sur cette feuille.");
    }

    @Test
    void nothingIsLookedUpBeforeSomebodyAsks() throws Exception {
        open(centre.slug() + "/plus");
        var asked = SqlCount.during(() -> {
            open(sheet());
            _click(_get(Tick.class));
            return null;
        });
        assertThat(asked).noneMatch(sql -> sql.contains("JOIN attendance_change"));
        assertThat(SqlCount.during(() -> {
            press();
            return null;
        })).anyMatch(sql -> sql.contains("JOIN attendance_change"));
    }

    @Test
    void aSecondTapOnWhoCameWithoutARegistrationIsNoneAndTheNextOneIs() {
        open(sheet());
        for (String name : List.of("Zoé", "Idris")) {
            _setValue(_get(TextField.class, spec -> spec.withLabel("Prénom")), name);
            var add = _get(Button.class, spec -> spec.withText("Ajouter"));
            assertThat(add.isDisableOnClick()).isTrue();
            _click(add);
            assertThat(add.isEnabled()).isTrue();
        }
        assertThat(text()).contains("Zoé", "Idris");
    }

    private String sheet() {
        return centre.slug() + "/seances/" + group.session() + "/pointage";
    }

    private static void press() {
        _click(_get(Button.class, spec -> spec.withText(QUESTION)));
    }

    private static String text() {
        return _get(Page.class).getElement().getTextRecursively();
    }
}
