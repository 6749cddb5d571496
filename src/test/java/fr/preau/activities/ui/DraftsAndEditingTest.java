package fr.preau.activities.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.H1;
import fr.preau.activities.ActivityInput;
import fr.preau.activities.ActivityService;
import fr.preau.activities.ActivitySheet;
import fr.preau.activities.ActivityStatus;
import fr.preau.activities.Dates;
import fr.preau.activities.Outcome;
import fr.preau.base.Role;
import fr.preau.base.ui.Notice;
import fr.preau.testing.SignIn;
import java.time.DayOfWeek;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is not published yet, or half typed, or edited by two people at once: nobody else sees it and no word of it is lost. */
class DraftsAndEditingTest extends ActivityScreens {

    @Autowired
    private ActivityService service;

    @Test
    void aDraftIsSeenByTheStaffOnly() {
        SignIn.as(here.id(), Role.ANIMATOR);
        fillIn("Couture");
        press("Voir l’aperçu");
        press("Garder en brouillon");
        assertThat(only().status()).isEqualTo(ActivityStatus.DRAFT);
        assertThat(in(() -> catalogue.shownSheet("couture"))).isEmpty();
        press("Publier");
        assertThat(in(() -> catalogue.shownSheet("couture"))).isPresent();
    }

    @Test
    void withoutADateTheReasonStandsWhereDatesAreAdded() {
        SignIn.as(here.id(), Role.ANIMATOR);
        var sheet = activities.titled("Foot").in(here.id());
        in(() -> service.duplicate(sheet.id(), "Foot bis"));
        open(here.slug() + "/activites/" + only().id());
        press("Publier");
        assertThat(_find(Notice.class)).last().satisfies(notice -> assertThat(notice.getElement().getTextRecursively()).contains("Aucune date à venir"));
        assertThat(only().status()).isEqualTo(ActivityStatus.DRAFT);
    }

    @Test
    void aDraftIsDeletedAfterAQuestion() {
        SignIn.as(here.id(), Role.ANIMATOR);
        fillIn("Couture");
        press("Voir l’aperçu");
        press("Garder en brouillon");
        press("Supprimer ce brouillon");
        confirm("Oui, supprimer");
        _assertOne(H1.class, spec -> spec.withText("Activités"));
        assertThat(in(() -> catalogue.countAll(null, ""))).isZero();
    }

    @Test
    void whatIsTypedIsTakenUpAgainAfterLeavingAndMayBeThrownAway() {
        SignIn.as(here.id(), Role.ANIMATOR);
        open(here.slug() + "/activites/nouvelle");
        _setValue(line("Titre"), "Rosa & Cie");
        _setValue(days(), Set.of(DayOfWeek.TUESDAY));
        open(here.slug() + "/activites");
        open(here.slug() + "/activites/nouvelle");
        assertThat(line("Titre").getValue()).isEqualTo("Rosa & Cie");
        assertThat(days().getValue()).containsExactly(DayOfWeek.TUESDAY);
        press("Recommencer");
        confirm("Effacer et recommencer");
        assertThat(line("Titre").getValue()).isEmpty();
        open(here.slug() + "/activites");
        open(here.slug() + "/activites/nouvelle");
        assertThat(line("Titre").getValue()).isEmpty();
    }

    @Test
    void anotherPersonsDraftIsNotShown() {
        SignIn.as(here.id(), Role.ANIMATOR);
        open(here.slug() + "/activites/nouvelle");
        _setValue(line("Titre"), "À moi");
        SignIn.as(here.id(), Role.ANIMATOR);
        open(here.slug() + "/activites");
        open(here.slug() + "/activites/nouvelle");
        assertThat(line("Titre").getValue()).isEmpty();
    }

    @Test
    void twoPeopleEditAndNeitherLosesAWord() {
        var sheet = activities.titled("Jardin").in(here.id());
        SignIn.as(here.id(), Role.ANIMATOR);
        open(here.slug() + "/activites/" + sheet.id() + "/modifier");
        _setValue(line("Le lieu"), "Au jardin du haut");
        assertThat(changeTitle(sheet, "Jardin partagé")).isInstanceOf(Outcome.Done.class);
        press("Enregistrer");
        assertThat(paragraphs()).anyMatch(text -> text.contains(spaced("Différent de la fiche actuelle : « Titre », « Le lieu ».")));
        assertThat(line("Le lieu").getValue()).isEqualTo("Au jardin du haut");
        assertThat(fresh(sheet).about().title()).isEqualTo("Jardin partagé");
        open(here.slug() + "/activites");
        open(here.slug() + "/activites/" + sheet.id() + "/modifier");
        assertThat(paragraphs()).as("it is said again when one comes back").anyMatch(text -> text.contains(spaced("« Titre », « Le lieu »")));
        press("Reprendre la fiche actuelle");
        assertThat(line("Titre").getValue()).isEqualTo("Jardin partagé");
        _setValue(line("Le lieu"), "Au jardin du haut");
        press("Enregistrer");
        assertThat(fresh(sheet).about().place()).isEqualTo("Au jardin du haut");
        assertThat(fresh(sheet).about().title()).isEqualTo("Jardin partagé");
    }

    @Test
    void whoInsistsSavesHerVersion() {
        var sheet = activities.titled("Jardin").in(here.id());
        SignIn.as(here.id(), Role.ANIMATOR);
        open(here.slug() + "/activites/" + sheet.id() + "/modifier");
        changeTitle(sheet, "Jardin partagé");
        press("Enregistrer");
        press("Enregistrer ma version");
        assertThat(fresh(sheet).about().title()).isEqualTo("Jardin");
    }

    @Test
    void aCopyWaitsForItsDates() {
        var sheet = activities.titled("Foot").in(here.id());
        SignIn.as(here.id(), Role.ANIMATOR);
        open(here.slug() + "/activites/" + sheet.id());
        press("Dupliquer");
        _assertOne(H1.class, spec -> spec.withText("Foot (copie)"));
        assertThat(paragraphs()).anyMatch(text -> text.contains("Il manque les dates"));
        assertThat(fresh(sheet).about().title()).isEqualTo("Foot");
    }

    private Outcome changeTitle(ActivitySheet sheet, String title) {
        return in(() -> {
            var now = catalogue.sheet(sheet.id()).orElseThrow();
            var input = ActivityInput.of(now, here.zone());
            return service.change(sheet.id(), now.version(), new ActivityInput(title, input.summary(), input.description(), input.category(), input.photo(), input.who(),
                    null, null, null, null, false, Dates.blank(), input.place(), input.accessNote(), input.bring(), input.price(), input.places(), true, false,
                    input.booking(), null, null, null));
        });
    }
}
