package fr.preau.activities.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import fr.preau.activities.photos.PhotoOutcome;
import fr.preau.activities.photos.PhotoService;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.base.ui.Label;
import fr.preau.base.ui.Notice;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestPhotos;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.JsonNodeFactory;

/** The form of a new activity: one form and one look, and each message beside its field with nothing lost. */
class NewActivityScreensTest extends ActivityScreens {

    @Autowired
    private PhotoService photos;

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
    void aNameOfSeveralLinesBecomesOneAndAFormulaStaysText() {
        SignIn.as(here.id(), Role.ANIMATOR);
        fillIn("=HYPERLINK(\"http://x\")\r\nBcc: a@b.fr");
        press("Voir l’aperçu");
        press("Publier");
        assertThat(only().about().title()).isEqualTo("=HYPERLINK(\"http://x\") Bcc: a@b.fr");
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

    private int preview() {
        return _find(Button.class, spec -> spec.withText("Enlever")).size();
    }
}
