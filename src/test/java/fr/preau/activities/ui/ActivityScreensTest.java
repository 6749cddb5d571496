package fr.preau.activities.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.NotFoundException;
import fr.preau.activities.ActivityInput;
import fr.preau.activities.ActivityService;
import fr.preau.activities.ActivitySheet;
import fr.preau.activities.ActivityStatus;
import fr.preau.activities.CatalogueService;
import fr.preau.activities.Category;
import fr.preau.activities.Dates;
import fr.preau.activities.Outcome;
import fr.preau.activities.PhotoOutcome;
import fr.preau.activities.PhotoService;
import fr.preau.activities.ScheduleService;
import fr.preau.activities.SessionChange;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.BackLink;
import fr.preau.base.ui.Label;
import fr.preau.base.ui.ManyCards;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.OneCard;
import fr.preau.base.ui.TwoLines;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestActivities;
import fr.preau.testing.TestCentres;
import fr.preau.testing.TestPhotos;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.JsonNodeFactory;

class ActivityScreensTest extends ScreenTest {

    private static final String MUCH = "a".repeat(2_000_000);

    @Autowired
    private TestCentres centres;
    @Autowired
    private TestActivities activities;
    @Autowired
    private CatalogueService catalogue;
    @Autowired
    private ActivityService service;
    @Autowired
    private ScheduleService schedule;
    @Autowired
    private PhotoService photos;
    @Autowired
    private Clock clock;
    private CentreRecord here;

    @BeforeEach
    void aCentre() {
        here = centres.open();
    }

    @Test
    void anAnimatorOpensAnActivityInOneFormAndOneLook() {
        SignIn.as(here.id(), Role.ANIMATOR);
        fillIn("Cuisine du monde");
        press("Voir l’aperçu");
        _assertOne(H2.class, spec -> spec.withText("Cuisine du monde"));
        press("Publier");
        _assertOne(H1.class, spec -> spec.withText("Cuisine du monde"));
        assertThat(_find(Label.class)).extracting(Label::getText).contains("Publiée");
        assertThat(only().groups().getFirst().sessions()).isNotEmpty().allMatch(session -> session.places() == 12);
    }

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
    void eachMessageStandsBesideItsFieldAndNothingIsLost() {
        SignIn.as(here.id(), Role.ANIMATOR);
        open(here.slug() + "/activites/nouvelle");
        _setValue(line("Titre"), "<script>alert(1)</script>");
        _setValue(number("Nombre de places par séance"), 0);
        press("Voir l’aperçu");
        assertThat(line("En une phrase").getErrorMessage()).isEqualTo("Écrivez une phrase qui donne envie de venir.");
        assertThat(line("Le lieu").isInvalid()).isTrue();
        assertThat(days().getErrorMessage()).isEqualTo("Choisissez au moins un jour de la semaine.");
        assertThat(pictures().getErrorMessage()).isEqualTo("Choisissez une image.");
        assertThat(hour("De").getErrorMessage()).startsWith("Écrivez l’heure du début");
        assertThat(number("Nombre de places par séance").getErrorMessage()).isEqualTo(spaced("Il faut au moins 1 place."));
        assertThat(line("Titre").isInvalid()).isFalse();
        assertThat(line("Titre").getValue()).isEqualTo("<script>alert(1)</script>");
        for (int places : List.of(0, -1, 1_000_000)) {
            _setValue(number("Nombre de places par séance"), places);
            press("Voir l’aperçu");
            assertThat(number("Nombre de places par séance").isInvalid()).as("%d places", places).isTrue();
        }
        _setValue(number("Nombre de places par séance"), 999);
        press("Voir l’aperçu");
        assertThat(number("Nombre de places par séance").isInvalid()).isFalse();
    }

    @Test
    void aClosingBeforeTheOpeningIsSaidBesideTheClosing() {
        SignIn.as(here.id(), Role.DIRECTOR);
        fillIn("Yoga");
        _setValue(day("Les inscriptions ouvrent le"), today().plusDays(5));
        _setValue(day("Elles ferment le"), today().plusDays(4));
        press("Voir l’aperçu");
        assertThat(day("Elles ferment le").getErrorMessage()).startsWith("La fin des inscriptions est avant leur début.");
        _setValue(day("Elles ferment le"), today().plusDays(6));
        press("Voir l’aperçu");
        press("Publier");
        assertThat(only().rules().closesAt()).isAfter(only().rules().opensAt());
    }

    @Test
    void aPhotoIsSentToldInWordsTakenAwayAndPutBack() throws IOException {
        SignIn.as(here.id(), Role.ANIMATOR);
        fillIn("Couture");
        var field = _get(PhotoField.class);
        field.settle(new PhotoOutcome.Refused(PhotoOutcome.Reason.UNREADABLE));
        assertThat(_get(field, Notice.class).getElement().getTextRecursively()).contains("JPEG, PNG ou WebP");
        var sent = CurrentCentre.<PhotoOutcome, IOException>in(here.id(), () -> photos.keep(new ByteArrayInputStream(TestPhotos.jpeg(800, 600))));
        field.settle(sent);
        _assertOne(Image.class);
        press("Voir l’aperçu");
        assertThat(line(spaced("Que voit-on sur la photo ?")).getErrorMessage()).isEqualTo("Dites en une phrase ce que l’on voit sur la photo.");
        _setValue(line(spaced("Que voit-on sur la photo ?")), "Une machine à coudre");
        press("Enlever la photo");
        _assertNone(Image.class);
        press("Remettre la photo");
        assertThat(line(spaced("Que voit-on sur la photo ?")).getValue()).isEqualTo("Une machine à coudre");
        press("Voir l’aperçu");
        assertThat(_get(SheetPreview.class).getElement().getOuterHTML()).contains("Une machine à coudre");
        press("Publier");
        assertThat(only().photo()).isNotNull();
        open(here.slug() + "/activites/" + only().id() + "/modifier");
        assertThat(line(spaced("Que voit-on sur la photo ?")).getValue()).isEqualTo("Une machine à coudre");
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
    void anActivityMayGiveItsOwnTimeForAMissingPaper() {
        SignIn.as(here.id(), Role.ANIMATOR);
        fillIn("Séjour");
        var field = number("Jours pour apporter un papier qui manque (facultatif)");
        for (int days : List.of(0, -1, 1_000_000)) {
            _setValue(field, days);
            press("Voir l’aperçu");
            assertThat(field.getErrorMessage()).as("%d days", days).isEqualTo(spaced("Écrivez entre 1 et 30 jours, ou rien."));
        }
        _setValue(field, 10);
        press("Voir l’aperçu");
        press("Publier");
        assertThat(only().rules().holdDays()).isEqualTo(10);
        open(here.slug() + "/activites/" + only().id() + "/modifier");
        assertThat(number("Jours pour apporter un papier qui manque (facultatif)").getValue()).isEqualTo(10);
    }

    @Test
    void theTeamMayAnswerEachRequestItself() {
        SignIn.as(here.id(), Role.ANIMATOR);
        fillIn("Séjour à la mer");
        _setValue(_get(Checkbox.class, spec -> spec.withLabel("L’équipe répond à chaque demande")), true);
        press("Voir l’aperçu");
        assertThat(_get(SheetPreview.class).getElement().getTextRecursively()).contains("L’équipe répond à chaque demande");
        press("Publier");
        assertThat(only().rules().needsApproval()).isTrue();
        open(here.slug() + "/activites/" + only().id() + "/modifier");
        assertThat(_get(Checkbox.class, spec -> spec.withLabel("L’équipe répond à chaque demande")).getValue()).isTrue();
    }

    @Test
    void aDayThatDoesNotExistIsSaidAsSuch() {
        SignIn.as(here.id(), Role.ANIMATOR);
        fillIn("Danse");
        var field = day("Premier jour");
        _setValue(field, null);
        field.getElement().setProperty("_inputElementValue", "29/02/2027");
        field.getElement().getNode().getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(field.getElement(), "unparsable-change", JsonNodeFactory.instance.objectNode()));
        press("Voir l’aperçu");
        assertThat(field.getErrorMessage()).startsWith("Cette date n’existe pas.");
    }

    @Test
    void twoMegabytesOfTextAreRefusedKindlyAndKept() {
        SignIn.as(here.id(), Role.ANIMATOR);
        fillIn("Long");
        _setValue(_get(TextArea.class), "a".repeat(2_000_000));
        press("Voir l’aperçu");
        assertThat(_get(TextArea.class).getErrorMessage()).startsWith("C’est trop long");
        assertThat(_get(TextArea.class).getValue()).hasSize(2_000_000);
        assertThat(in(() -> catalogue.countAll(null, ""))).isZero();
    }

    @Test
    void twoMegabytesInEachLineOfTheFormAreRefusedBesideItAndKept() {
        SignIn.as(here.id(), Role.ANIMATOR);
        fillIn("Long");
        for (var field : _find(TextField.class)) {
            String before = field.getValue();
            _setValue(field, MUCH);
            press("Voir l’aperçu");
            assertThat(field.getErrorMessage()).as(field.getLabel()).startsWith("C’est trop long");
            assertThat(field.isInvalid()).as(field.getLabel()).isTrue();
            assertThat(field.getValue()).as(field.getLabel()).hasSize(MUCH.length());
            _setValue(field, before);
        }
        assertThat(in(() -> catalogue.countAll(null, ""))).isZero();
    }

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
    void aNameOfSeveralLinesBecomesOneAndAFormulaStaysText() {
        SignIn.as(here.id(), Role.ANIMATOR);
        fillIn("=HYPERLINK(\"http://x\")\r\nBcc: a@b.fr");
        press("Voir l’aperçu");
        press("Publier");
        assertThat(only().about().title()).isEqualTo("=HYPERLINK(\"http://x\") Bcc: a@b.fr");
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
    void theDatesAreShownAtOnceAndOneIsTakenOut() {
        SignIn.as(here.id(), Role.ANIMATOR);
        fillIn("Chorale");
        int all = preview();
        _click(_find(Button.class, spec -> spec.withText("Enlever")).getFirst());
        assertThat(preview()).isEqualTo(all - 1);
        press("Voir l’aperçu");
        press("Publier");
        assertThat(only().groups().getFirst().sessions()).hasSize(all - 1);
    }

    @Test
    void receptionReadsButDoesNotChange() {
        var sheet = activities.titled("Foot").in(here.id());
        SignIn.as(here.id(), Role.RECEPTION);
        open(here.slug() + "/activites");
        _assertNone(Anchor.class, spec -> spec.withText("Nouvelle activité"));
        open(here.slug() + "/activites/" + sheet.id());
        _assertNone(Anchor.class, spec -> spec.withText("Modifier la fiche"));
        _assertOne(Anchor.class, spec -> spec.withText("Pointage"));
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
        press("Reprendre les inscriptions");
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

    private List<String> writing(ActivitySheet sheet) {
        var session = sheet.groups().getFirst().sessions().getFirst().id();
        return List.of("nouvelle", sheet.id() + "/modifier", sheet.id() + "/dates", sheet.id() + "/arreter", sheet.id() + "/seances/" + session);
    }

    private void fillIn(String title) {
        open(here.slug() + "/activites/nouvelle");
        _setValue(line("Titre"), title);
        _setValue(line("En une phrase"), "On se retrouve et on apprend.");
        _setValue(pictures(), Category.COOKING);
        _setValue(line("Le lieu"), "Grande salle");
        chooseDates();
    }

    private void chooseDates() {
        _setValue(days(), Set.of(DayOfWeek.WEDNESDAY));
        _setValue(hour("De"), LocalTime.of(14, 0));
        assertThat(hour("À").getValue()).isEqualTo(LocalTime.of(16, 0));
        _setValue(day("Premier jour"), today().plusDays(1));
        _setValue(day("Dernier jour"), today().plusDays(60));
    }

    private int preview() {
        return _find(Button.class, spec -> spec.withText("Enlever")).size();
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

    private ActivitySheet only() {
        return in(() -> catalogue.sheet(catalogue.all(null, "", 0, 2).getFirst().id())).orElseThrow();
    }

    private ActivitySheet fresh(ActivitySheet sheet) {
        return in(() -> catalogue.sheet(sheet.id())).orElseThrow();
    }

    private List<String> titles() {
        return _find(TwoLines.class).stream().map(line -> line.getElement().getChild(0).getText()).toList();
    }

    private static List<String> paragraphs() {
        return _find(Paragraph.class).stream().map(Paragraph::getText).toList();
    }

    private static TextField line(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    private static IntegerField number(String label) {
        return _get(IntegerField.class, spec -> spec.withLabel(label));
    }

    private static DayField day(String label) {
        return _get(DayField.class, spec -> spec.withLabel(label));
    }

    private static HourField hour(String label) {
        return _get(HourField.class, spec -> spec.withLabel(label));
    }

    @SuppressWarnings("unchecked")
    private static OneCard<Category> pictures() {
        return _get(OneCard.class, spec -> spec.withLabel("L’image"));
    }

    @SuppressWarnings("unchecked")
    private static ManyCards<DayOfWeek> days() {
        return _get(ManyCards.class);
    }

    private static void press(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }

    private static void confirm(String text) {
        _click(_get(_get(ConfirmDialog.class), Act.class, spec -> spec.withText(text)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), here.zone());
    }

    private <T> T in(Supplier<T> work) {
        return CurrentCentre.in(here.id(), work::get);
    }
}
