package fr.preau.activities.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.NotFoundException;
import fr.preau.activities.ActivitySheet;
import fr.preau.base.Role;
import fr.preau.base.ui.BackLink;
import fr.preau.base.ui.TwoLines;
import fr.preau.testing.SignIn;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of activities and the way to each: what is sought, and who may read, write or not enter. */
class ActivityListScreensTest extends ActivityScreens {

    @Test
    void receptionReadsButDoesNotChange() {
        var sheet = activities.titled("Foot").in(here.id());
        SignIn.as(here.id(), Role.RECEPTION);
        open(here.slug() + "/activites");
        _assertNone(Anchor.class, spec -> spec.withText("Nouvelle activité"));
        open(here.slug() + "/activites/" + sheet.id());
        _assertNone(Anchor.class, spec -> spec.withText("Modifier la fiche"));
        _assertOne(Anchor.class, spec -> spec.withText("Présences"));
        for (String address : writing(sheet)) {
            openInVain(here.slug() + "/activites/" + address);
        }
    }

    @Test
    void aResidentAndAnotherCentresAnimatorStayOutside() {
        var sheet = activities.titled("Foot").in(here.id());
        SignIn.as(centres.open().id(), Role.ANIMATOR);
        openInVain(here.slug() + "/activites");
        openInVain(here.slug() + "/activites/" + sheet.id());
        for (String address : writing(sheet)) {
            openInVain(here.slug() + "/activites/" + address);
        }
    }

    @Test
    void anotherCentresActivityIsNotFound() {
        var theirs = activities.titled("Chez eux").in(centres.open().id());
        var ours = activities.titled("Chez nous").in(here.id());
        SignIn.as(here.id(), Role.DIRECTOR);
        var session = theirs.groups().getFirst().sessions().getFirst().id();
        for (String address : List.of(theirs.id().toString(), "personne", theirs.id() + "/modifier", theirs.id() + "/dates", theirs.id() + "/arreter",
                theirs.id() + "/seances/" + session, ours.id() + "/seances/" + session, ours.id() + "/dates/" + theirs.groups().getFirst().id())) {
            assertThatThrownBy(() -> open(here.slug() + "/activites/" + address)).as(address).hasStackTraceContaining(NotFoundException.class.getName());
        }
    }

    @Test
    void theListIsFilteredByItsAddress() {
        activities.titled("Éveil musical").in(here.id());
        SignIn.as(here.id(), Role.ANIMATOR);
        open(here.slug() + "/activites?mots=musical%20eveil");
        assertThat(titles()).containsExactly("Éveil musical");
        open(here.slug() + "/activites?etat=draft");
        assertThat(titles()).isEmpty();
        _assertOne(H2.class, spec -> spec.withText("Rien de tel"));
        open(here.slug() + "/activites?etat=published&page=99");
        assertThat(titles()).containsExactly("Éveil musical");
    }

    @Test
    void fromAnActivityOneGoesBackToWhatWasSought() {
        activities.titled("Éveil & musique").in(here.id());
        SignIn.as(here.id(), Role.ANIMATOR);
        String sought = "/activites?etat=published&mots=musique+%26";
        open(here.slug() + sought);
        open(_find(Anchor.class, spec -> spec.withPredicate(link -> link.getHref().matches(".*/activites/[^?]{36}.*"))).getFirst().getHref().substring("/app/".length()));
        assertThat(_get(BackLink.class).getHref()).isEqualTo("/app/" + here.slug() + sought);
    }

    @Test
    void anEmptyCentreIsInvitedToBegin() {
        SignIn.as(here.id(), Role.ANIMATOR);
        open(here.slug() + "/activites");
        _assertOne(H2.class, spec -> spec.withText("Pas encore d’activité"));
        assertThat(_find(Anchor.class, spec -> spec.withText("Nouvelle activité"))).hasSize(2);
    }

    private List<String> writing(ActivitySheet sheet) {
        var session = sheet.groups().getFirst().sessions().getFirst().id();
        return List.of("nouvelle", sheet.id() + "/modifier", sheet.id() + "/dates", sheet.id() + "/arreter", sheet.id() + "/seances/" + session);
    }

    private List<String> titles() {
        return _find(TwoLines.class).stream().map(line -> line.getElement().getChild(0).getText()).toList();
    }
}
