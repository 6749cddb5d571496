package fr.preau.activities.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.IntegerField;
import fr.preau.activities.ActivityService;
import fr.preau.activities.ActivitySheet;
import fr.preau.activities.Outcome;
import fr.preau.base.Role;
import fr.preau.base.ui.BackLink;
import fr.preau.testing.SignIn;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever opened an activity from a search comes back to it, whatever the task on the way. */
class BackToWhatWasSoughtTest extends ActivityScreens {

    private static final String SOUGHT = "?etat=published&mots=jardin";

    @Autowired
    private ActivityService service;
    private ActivitySheet sheet;

    @BeforeEach
    void anActivityThatWasFound() {
        sheet = activities.titled("Jardin").weekly(2).in(here.id());
        SignIn.as(here.id(), Role.ANIMATOR);
        open(here.slug() + "/activites/" + sheet.id() + SOUGHT);
    }

    @Test
    void fromNewDates() {
        follow("/dates/");
        assertThatTheWayBackKnows();
        _setValue(days(), Set.of(today().plusDays(2).getDayOfWeek()));
        _setValue(hour("De"), LocalTime.of(14, 0));
        _setValue(day("Premier jour"), today().plusDays(2));
        _setValue(day("Dernier jour"), today().plusDays(40));
        press("Ajouter ces dates");
        assertThatOneIsBack();
    }

    @Test
    void fromAFurtherGroup() {
        open(_get(Anchor.class, spec -> spec.withPredicate(link -> link.getHref().contains("/dates?"))).getHref().substring("/app/".length()));
        assertThatTheWayBackKnows();
    }

    @Test
    void fromASessionThatIsChanged() {
        follow("/seances/" + sheet.groups().getFirst().sessions().getFirst().id() + "?");
        assertThatTheWayBackKnows();
        _setValue(_get(IntegerField.class), 20);
        press("Enregistrer");
        assertThatOneIsBack();
    }

    @Test
    void fromAnActivityThatIsStopped() {
        follow("/arreter");
        assertThatTheWayBackKnows();
        _setValue(line(spaced("Pourquoi ?")), "Fuite d’eau");
        press("Mettre en pause");
        assertThatOneIsBack();
    }

    @Test
    void fromADraftThatIsDeleted() {
        var draft = (Outcome.Done) in(() -> service.duplicate(sheet.id(), "Jardin bis"));
        open(here.slug() + "/activites/" + draft.activityId() + "?etat=draft");
        press("Supprimer ce brouillon");
        confirm("Oui, supprimer");
        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters()).endsWith("/activites?etat=draft");
    }

    private void follow(String address) {
        open(_get(Anchor.class, spec -> spec.withPredicate(link -> link.getHref().contains("/activites/" + sheet.id() + address)))
                .getHref().substring("/app/".length()));
    }

    private void assertThatTheWayBackKnows() {
        assertThat(_get(Anchor.class, spec -> spec.withText("Retour")).getHref()).endsWith("/activites/" + sheet.id() + SOUGHT);
    }

    private void assertThatOneIsBack() {
        assertThat(_get(BackLink.class).getHref()).isEqualTo("/app/" + here.slug() + "/activites" + SOUGHT);
    }
}
