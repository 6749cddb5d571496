package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextField;
import fr.preau.base.NotHereException;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Page;
import fr.preau.base.ui.PrintButton;
import fr.preau.base.ui.Tick;
import fr.preau.testing.SignIn;
import org.junit.jupiter.api.Test;

/** A session that does not take place: its sheet says so, and has nothing to tap. */
class CalledOffSheetScreensTest extends DeskScreens {

    private static final String OFF = spaced("Cette séance n’a pas lieu.");

    @Test
    void nobodyIsNotedWhereNobodyComes() {
        callOff();
        openSheet();

        assertThat(text()).contains(OFF).doesNotContain("Personne n’est inscrit");
        _assertNone(Tick.class);
        _assertNone(TextField.class);
        _assertNone(PrintButton.class);
    }

    @Test
    void whatWasNotedBeforeCanStillBeRead() {
        openSheet();
        _click(_get(Tick.class));
        callOff();
        closeTab();
        openSheet();

        assertThat(text()).contains(OFF, "Amina Benali", "Est là");
        _assertNone(Tick.class);
        _click(_get(Button.class, spec -> spec.withText("Ce qui a été changé")));
        assertThat(text()).contains(spaced("Amina Benali : Est là"));
    }

    @Test
    void aPhoneThatStillShowsTheSheetOfBeforeNotesNobodyAndIsTold() {
        openSheet();
        callOff();
        _click(_get(Tick.class));

        assertThat(text()).contains(OFF);
        assertThat(_find(Tick.class)).isEmpty();
        assertThat(noted()).isZero();
    }

    @Test
    void aNameThatIsAddedThereIsNotNoted() {
        openSheet();
        callOff();
        _setValue(_get(TextField.class, spec -> spec.withLabel("Prénom")), "Idris");

        assertThatThrownBy(() -> _click(_get(Act.class, spec -> spec.withText("Ajouter")))).hasStackTraceContaining(NotHereException.class.getName());
        assertThat(noted()).isZero();
    }

    @Test
    void oneOfTheCentresFamiliesWhoIsChosenThereIsNotNotedEither() {
        town.family(centre).named("Haddad").lives();
        openSheet();
        callOff();
        _setValue(_get(TextField.class, spec -> spec.withLabel("Nom")), "haddad");
        _click(_get(Act.class, spec -> spec.withText("Amina Haddad")));

        assertThat(text()).contains(OFF);
        assertThat(noted()).isZero();
    }

    private void callOff() {
        database.sql("UPDATE activity_session SET status = 'CANCELLED' WHERE id = :id").param("id", group.session()).update();
    }

    private int noted() {
        return database.sql("SELECT count(*) FROM attendance WHERE session_id = :id").param("id", group.session()).query(Integer.class).single();
    }

    private void openSheet() {
        SignIn.as(centre.id(), Role.ANIMATOR);
        open(centre.slug() + "/seances/" + group.session() + "/pointage");
    }

    private static String text() {
        return _get(Page.class).getElement().getTextRecursively();
    }
}
