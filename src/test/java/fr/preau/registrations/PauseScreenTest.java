package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.TextField;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.testing.SignIn;
import org.junit.jupiter.api.Test;

/** Whoever puts registration on hold learns first how many families are told. */
class PauseScreenTest extends DeskScreens {

    @Test
    void aPauseSaysBeforeHowManyFamiliesWaitAndWhatTheyAreTold() {
        register(town.family(centre).lives());
        register(town.family(centre).lives());
        SignIn.as(centre.id(), Role.ANIMATOR);
        open(centre.slug() + "/activites/" + group.activity() + "/arreter");
        _setValue(_get(TextField.class, spec -> spec.withLabel(spaced("Pourquoi ?"))), "Travaux");
        _click(_get(Act.class, spec -> spec.withText("Mettre en pause")));

        assertThat(_get(ConfirmDialog.class).getElement().getProperty("message")).contains(spaced("2 familles attendent"), "gardent leur tour ou leur demande");
        assertThat(status()).isEqualTo("PUBLISHED");
        _click(_get(_get(ConfirmDialog.class), Act.class, spec -> spec.withText("Oui, mettre en pause")));
        assertThat(status()).isEqualTo("SUSPENDED");
    }

    private String status() {
        return database.sql("SELECT status FROM activity WHERE id = :id").param("id", group.activity()).query(String.class).single();
    }
}
