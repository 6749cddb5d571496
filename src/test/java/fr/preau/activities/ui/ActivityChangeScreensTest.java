package fr.preau.activities.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import fr.preau.activities.ActivityStatus;
import fr.preau.activities.ScheduleService;
import fr.preau.activities.SessionChange;
import fr.preau.base.Role;
import fr.preau.base.ui.OneCard;
import fr.preau.base.ui.TwoLines;
import fr.preau.testing.SignIn;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An activity that runs: a pause, an end, other hours or places for its sessions, and one more group. */
class ActivityChangeScreensTest extends ActivityScreens {

    @Autowired
    private ScheduleService schedule;

    @Test
    void twoMegabytesAsTheReasonOfAPauseAnEndOrACancelledSessionAreRefusedBesideItAndKept() {
        var sheet = activities.titled("Piscine").weekly(3).in(here.id());
        SignIn.as(here.id(), Role.ANIMATOR);
        open(here.slug() + "/activites/" + sheet.id() + "/arreter");
        _setValue(line(spaced("Pourquoi ?")), MUCH);
        press("Mettre en pause");
        tooLongBesideIt(line(spaced("Pourquoi ?")));
        @SuppressWarnings("unchecked")
        OneCard<Object> how = _get(OneCard.class);
        _setValue(how, how.getListDataView().getItem(1));
        press("Annuler l’activité");
        confirm("Oui, annuler l’activité");
        tooLongBesideIt(line(spaced("Pourquoi ?")));
        _get(ConfirmDialog.class).close();

        var session = sheet.groups().getFirst().sessions().getFirst();
        open(here.slug() + "/activites/" + sheet.id() + "/seances/" + session.id());
        _setValue(line(spaced("Pourquoi ?")), MUCH);
        press("Annuler la séance");
        confirm("Oui, annuler la séance");
        tooLongBesideIt(line(spaced("Pourquoi ?")));
        assertThat(fresh(sheet)).isEqualTo(sheet);
    }

    private static void tooLongBesideIt(TextField field) {
        assertThat(field.isInvalid()).isTrue();
        assertThat(field.getErrorMessage()).startsWith("C’est trop long");
        assertThat(field.getValue()).hasSize(MUCH.length());
    }

    @Test
    void aPauseNeedsAReasonAndCanBeEnded() {
        var sheet = activities.titled("Piscine").in(here.id());
        SignIn.as(here.id(), Role.ANIMATOR);
        open(here.slug() + "/activites/" + sheet.id() + "/arreter");
        press("Mettre en pause");
        assertThat(line(spaced("Pourquoi ?")).getErrorMessage()).startsWith("Dites pourquoi");
        _setValue(line(spaced("Pourquoi ?")), "Travaux");
        press("Mettre en pause");
        assertThat(paragraphs()).anyMatch(text -> text.contains(spaced("en pause : Travaux")));
        focused();
        press("Reprendre les inscriptions");
        assertThat(focused()).as("what had the focus is gone").last().isInstanceOf(H1.class);
        assertThat(fresh(sheet).status()).isEqualTo(ActivityStatus.PUBLISHED);
    }

    @Test
    @SuppressWarnings("unchecked")
    void aCancellationAsksFirst() {
        var sheet = activities.titled("Piscine").in(here.id());
        SignIn.as(here.id(), Role.ANIMATOR);
        open(here.slug() + "/activites/" + sheet.id() + "/arreter");
        OneCard<Object> how = _get(OneCard.class);
        _setValue(how, how.getListDataView().getItem(1));
        _setValue(line(spaced("Pourquoi ?")), "Plus d’animatrice");
        press("Annuler l’activité");
        assertThat(fresh(sheet).status()).isEqualTo(ActivityStatus.PUBLISHED);
        confirm("Oui, annuler l’activité");
        assertThat(fresh(sheet).status()).isEqualTo(ActivityStatus.CANCELLED);
    }

    @Test
    @SuppressWarnings("unchecked")
    void theFollowingSessionsGetAnotherHourAndMorePlaces() {
        var sheet = activities.titled("Danse").weekly(4).in(here.id());
        var sessions = sheet.groups().getFirst().sessions();
        SignIn.as(here.id(), Role.ANIMATOR);
        open(here.slug() + "/activites/" + sheet.id() + "/seances/" + sessions.get(1).id());
        _setValue(_get(OneCard.class), SessionChange.Reach.FOLLOWING);
        _setValue(hour("De"), LocalTime.of(15, 0));
        _setValue(hour("À"), LocalTime.of(17, 0));
        _setValue(number("Nombre de places"), 20);
        press("Enregistrer");
        var after = fresh(sheet).groups().getFirst().sessions();
        assertThat(after).extracting(session -> session.startsAt().atZone(here.zone()).getHour()).containsExactly(14, 15, 15, 15);
        assertThat(after).extracting(session -> session.places()).containsExactly(12, 20, 20, 20);
    }

    @Test
    void whatDoesNotGoInAChangeOfASessionStandsBesideItsField() {
        var sheet = activities.titled("Danse").in(here.id());
        var session = sheet.groups().getFirst().sessions().getFirst();
        SignIn.as(here.id(), Role.ANIMATOR);
        open(here.slug() + "/activites/" + sheet.id() + "/seances/" + session.id());
        for (int places : List.of(0, -1, 1_000_000)) {
            _setValue(number("Nombre de places"), places);
            press("Enregistrer");
            assertThat(number("Nombre de places").isInvalid()).as("%d places", places).isTrue();
        }
        _setValue(number("Nombre de places"), 12);
        _setValue(hour("De"), LocalTime.of(17, 0));
        _setValue(hour("À"), LocalTime.of(16, 0));
        press("Enregistrer");
        assertThat(hour("À").getErrorMessage()).startsWith("La fin est avant le début.");
        _setValue(day("Le jour"), today());
        _setValue(hour("De"), LocalTime.MIDNIGHT);
        _setValue(hour("À"), LocalTime.of(0, 30));
        press("Enregistrer");
        assertThat(hour("À").getErrorMessage()).startsWith("Cette heure est déjà passée aujourd’hui.");
        _setValue(day("Le jour"), today().minusDays(1));
        press("Enregistrer");
        assertThat(day("Le jour").getErrorMessage()).startsWith("Ce jour est passé.");
        assertThat(fresh(sheet).groups().getFirst().sessions()).containsExactly(session);
    }

    @Test
    void aSessionIsCancelledWithAReasonAfterAQuestion() {
        var sheet = activities.titled("Danse").weekly(3).in(here.id());
        var first = sheet.groups().getFirst().sessions().getFirst();
        SignIn.as(here.id(), Role.ANIMATOR);
        open(here.slug() + "/activites/" + sheet.id() + "/seances/" + first.id());
        press("Annuler la séance");
        assertThat(line(spaced("Pourquoi ?")).isInvalid()).isTrue();
        _setValue(line(spaced("Pourquoi ?")), "Salle inondée");
        press("Annuler la séance");
        confirm("Oui, annuler la séance");
        assertThat(fresh(sheet).groups().getFirst().sessions()).filteredOn(session -> session.isPlanned()).hasSize(2);
        assertThat(_find(TwoLines.class)).anyMatch(line -> line.getElement().getTextRecursively().contains(spaced("Annulée : Salle inondée")));
    }

    @Test
    void aSessionThatSomebodyElseMovedIsNotOverwritten() {
        var sheet = activities.titled("Danse").in(here.id());
        var group = sheet.groups().getFirst();
        var session = group.sessions().getFirst();
        SignIn.as(here.id(), Role.ANIMATOR);
        open(here.slug() + "/activites/" + sheet.id() + "/seances/" + session.id());
        in(() -> schedule.changeSessions(group.id(), session.id(), session.version(), SessionChange.Reach.ONE, new SessionChange(null, null, null, 30)));
        _setValue(number("Nombre de places"), 5);
        press("Enregistrer");
        assertThat(paragraphs()).anyMatch(text -> text.startsWith("Rien n’est enregistré."));
        assertThat(fresh(sheet).groups().getFirst().sessions().getFirst().places()).isEqualTo(30);
    }

    @Test
    void aGroupIsAddedWithItsOwnDates() {
        var sheet = activities.titled("Judo").in(here.id());
        SignIn.as(here.id(), Role.ANIMATOR);
        open(here.slug() + "/activites/" + sheet.id() + "/dates");
        press("Ajouter ces dates");
        assertThat(line("Nom du groupe").isInvalid()).isTrue();
        _setValue(line("Nom du groupe"), "6 à 8 ans");
        chooseDates();
        press("Ajouter ces dates");
        assertThat(fresh(sheet).groups()).extracting(group -> group.name()).contains("6 à 8 ans");
        _assertOne(H2.class, spec -> spec.withText("6 à 8 ans"));
    }
}
