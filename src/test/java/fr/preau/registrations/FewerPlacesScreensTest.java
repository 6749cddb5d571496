package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.base.ui.Label;
import fr.preau.base.ui.Notice;
import fr.preau.centres.CentreRecord;
import fr.preau.registrations.Town.Family;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who waits together reads what that means, and finds the way to take fewer places; reception finds it too. */
@InTown
class FewerPlacesScreensTest extends ScreenTest {

    @Autowired
    Town town;
    @Autowired
    RegistrationService registrations;

    private CentreRecord centre;
    private Family two;
    private UUID request;

    @BeforeEach
    void twoWaitTogetherForOnePlace() {
        centre = town.centre();
        var group = town.group(centre).places(1).stands();
        two = town.family(centre).of(2).lives();
        two.signIn();
        request = CurrentCentre.in(centre.id(), () -> ((RegisterOutcome.Registered) registrations.register(new RegisterCommand(
                UUID.randomUUID().toString(), group.id(), two.id(), two.persons(), Set.copyOf(group.sessions()), PartyRule.TOGETHER, Channel.WEB))).request());
    }

    @Test
    void theFamilyAcceptsFewerPlacesAfterAQuestion() {
        open(centre.slug() + "/mes-inscriptions");

        press("Accepter moins de places");
        assertThat(labels()).as("nothing before the yes").containsOnly("En attente");
        press("Oui, accepter moins de places");

        assertThat(labels()).containsExactlyInAnyOrder("En attente", "Place proposée");
        assertThat(_find(Notice.class)).anySatisfy(notice -> assertThat(notice.getElement().getTextRecursively()).contains("C’est noté."));
        _assertNone(Button.class, spec -> spec.withText("Accepter moins de places"));
        _get(Button.class, spec -> spec.withText("Oui, c’est d’accord"));
    }

    @Test
    void receptionNotesThatTheFamilyDoes() {
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscriptions/" + request);

        press("La famille accepte moins de places");
        press("Oui, elle l’accepte");

        assertThat(labels()).contains("Place proposée");
        _assertNone(Button.class, spec -> spec.withText("La famille accepte moins de places"));
    }

    private static List<String> labels() {
        return _find(Label.class).stream().map(Label::getText).toList();
    }

    private static void press(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }
}
