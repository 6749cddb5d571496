package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.DateField;
import fr.preau.base.ui.TimeField;
import fr.preau.testing.SignIn;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/** A place is held until a day and an hour that there are; what does not go is said beside the day, and nobody is registered. */
class HoldOnTheScreenTest extends DeskScreens {

    private Town.Family caller;

    @BeforeEach
    void somebodyCalls() {
        caller = town.family(centre).named("Petit").lives();
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscrire?activite=" + town.group(centre).places(3).stands().activity() + "&famille=" + caller.id());
    }

    @AfterEach
    void nobodyIsRegistered() {
        assertThat(database.sql("SELECT COUNT(*) FROM registration WHERE household_id = :id").param("id", caller.id()).query(Integer.class).single()).isZero();
    }

    @Test
    void aDayThatDoesNotExist() {
        typeInto(day(), "29/02/2027");
        refusedWith("Nous n’arrivons pas à lire cette date.");
    }

    @Test
    void anHourThatDoesNotExist() {
        _setValue(day(), LocalDate.now().plusDays(3));
        _setValue(hour(), null);
        typeInto(hour(), "25 h 99");
        refusedWith("Nous n’arrivons pas à lire cette date.");
    }

    @Test
    void aDayWithoutAnHour() {
        _setValue(day(), LocalDate.now().plusDays(3));
        _setValue(hour(), null);
        refusedWith("Dites jusqu’à quel jour et quelle heure");
    }

    @Test
    void aDayThatIsOverAndOneAThousandYearsAway() {
        _setValue(hour(), LocalTime.of(18, 0));
        _setValue(day(), LocalDate.now().minusDays(1));
        refusedWith("Cette date est déjà passée.");
        _setValue(day(), LocalDate.now().plusYears(1000));
        refusedWith("Choisissez une date avant le");
    }

    private static void refusedWith(String words) {
        _click(_get(Act.class, spec -> spec.withText("Inscrire")));
        assertThat(day().isInvalid()).isTrue();
        assertThat(day().getErrorMessage()).startsWith(words);
    }

    private static DateField day() {
        return _get(DateField.class, spec -> spec.withLabel("Garder la place jusqu’au"));
    }

    private static TimeField hour() {
        return _get(TimeField.class);
    }

    /** As a browser tells of what it cannot read. */
    private static void typeInto(Component field, String text) {
        field.getElement().setProperty("_inputElementValue", text);
        field.getElement().getNode().getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(field.getElement(), "unparsable-change", JsonNodeFactory.instance.objectNode()));
    }
}
