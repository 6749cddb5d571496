package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Page;
import fr.preau.testing.SignIn;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** For as long as a cancellation can be taken back, the screen says so: the message in passing is gone after seconds. */
class JustCancelledTest extends DeskScreens {

    @Autowired
    private DeskService desk;

    @Test
    void theFamilyFindsItsWayBackWhenItOpensItsRegistrationsAgain() {
        cancels();
        open(centre.slug() + "/mes-inscriptions");
        assertThat(wayBack()).singleElement().satisfies(act -> assertThat(act.getText()).contains("Cuisine du monde", "Amina Benali"));

        _click(wayBack().getFirst());

        assertThat(_get(Page.class).getElement().getTextRecursively()).contains("tout est comme avant");
        assertThat(wayBack()).as("it is there again").isEmpty();
        assertThat(states()).containsExactly("CANCELLED_BY_FAMILY", "CONFIRMED");
    }

    @Test
    void soDoesTheDeskAndAlsoForWhatTheCentreHasEndedWhichTheFamilyDoesNotTakeBack() {
        SignIn.as(centre.id(), Role.RECEPTION);
        CurrentCentre.runIn(centre.id(), () -> desk.cancelByCentre(ids(), "Dossier incomplet"));
        open(centre.slug() + "/inscriptions/" + request.request());
        assertThat(wayBack()).singleElement().satisfies(act -> assertThat(act.getText()).contains("Amina Benali ("));
        family.signIn();
        open(centre.slug() + "/mes-inscriptions");
        assertThat(wayBack()).isEmpty();
        SignIn.as(centre.id(), Role.ANIMATOR);
        open(centre.slug() + "/inscriptions/" + request.request());
        assertThat(wayBack()).isEmpty();

        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscriptions/" + request.request());
        _click(wayBack().getFirst());
        assertThat(states()).containsExactly("CANCELLED_BY_CENTRE", "CONFIRMED");
    }

    @Test
    void nobodyIsOfferedAPlaceThatIsGivenAwayOrAfterTenMinutes() {
        cancels();
        database.sql("UPDATE registration SET changed_at = SUBDATE(changed_at, INTERVAL 11 MINUTE) WHERE household_id = :id")
                .param("id", family.id()).update();
        open(centre.slug() + "/mes-inscriptions");
        assertThat(wayBack()).isEmpty();

        request = register(family);
        register(town.family(centre).named("Petit").lives());
        cancels();
        open(centre.slug() + "/mes-inscriptions");
        assertThat(wayBack()).as("it went to who waited").isEmpty();
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscriptions/" + request.request());
        assertThat(wayBack()).isEmpty();
    }

    private void cancels() {
        family.signIn();
        CurrentCentre.runIn(centre.id(), () -> registrations.cancel(ids()));
    }

    private Set<UUID> ids() {
        return Set.of(request.answers().getFirst().registration());
    }

    private List<String> states() {
        return database.sql("SELECT state FROM registration WHERE household_id = :id ORDER BY state").param("id", family.id()).query(String.class).list();
    }

    private static List<Act> wayBack() {
        return _find(Act.class).stream().filter(act -> act.getText().matches("Revenir en arrière.+")).toList();
    }
}
