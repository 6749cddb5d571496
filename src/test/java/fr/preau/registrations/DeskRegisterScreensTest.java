package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.BackLink;
import fr.preau.base.ui.DateField;
import fr.preau.base.ui.Label;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.Page;
import fr.preau.base.ui.Story;
import fr.preau.base.ui.TimeField;
import fr.preau.base.ui.TwoLines;
import fr.preau.testing.SignIn;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Reception registers whoever calls or stands there: the family, the dates, a hold, and a place beyond the places. */
class DeskRegisterScreensTest extends DeskScreens {

    @Test
    void receptionRegistersACallerWhoThenWaitsInTheSameQueue() {
        var caller = town.family(centre).named("Petit").unreachable().lives();
        SignIn.as(centre.id(), Role.RECEPTION);

        open(centre.slug() + "/inscrire?activite=" + group.activity() + "&famille=" + caller.id());
        _click(_get(Act.class, spec -> spec.withText("Inscrire")));

        assertThat(UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations()).as("what was done is read from its beginning")
                .anyMatch(call -> call.getInvocation().getExpression().contains("window.scrollTo(0, 0)"));
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).contains("/inscriptions/");
        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("En attente, numéro 1");
    }

    @Test
    void aCardTellsTheAgeAndARefusalForItShowsTheWayOutAndGoesWithTheChoice() {
        var forChildren = town.group(centre).aged(6, 12).stands();
        var caller = town.family(centre).named("Petit").child("Zoé", LocalDate.now().minusYears(4)).lives();
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscrire?activite=" + forChildren.activity() + "&famille=" + caller.id() + "&qui=" + caller.household().children().getFirst().id());
        assertThat(_get(Page.class).getElement().getTextRecursively()).containsPattern("4\\hans");
        assertThat(_find(NativeDetails.class)).noneMatch(NativeDetails::isOpen);
        _click(_get(Act.class, spec -> spec.withText("Inscrire")));
        assertThat(_find(NativeDetails.class)).anyMatch(NativeDetails::isOpen);
    }

    @Test
    void whoeverComesBeyondThePlacesIsCountedApart() {
        var caller = town.family(centre).named("Petit").lives();
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscrire?activite=" + group.activity() + "&famille=" + caller.id());
        assertThat(_find(BackLink.class)).extracting(BackLink::getText).contains("Une autre famille");

        _setValue(_get(TextField.class, spec -> spec.withLabel("Inscrire au-delà des places")), "Vient avec sa sœur");
        _click(_get(Act.class, spec -> spec.withText("Inscrire")));

        assertThat(_find(Label.class)).extracting(Label::getText).contains("Confirmée");
        assertThat(_get(Page.class).getElement().getTextRecursively()).contains("Vient avec sa sœur");
        open(centre.slug() + "/activites/" + group.activity());
        assertThat(_find(TwoLines.class)).extracting(line -> line.getElement().getTextRecursively()).anyMatch(text -> text.contains("1 en dépassement"));
    }

    @Test
    void receptionHoldsAPlaceReadsWhatFollowsAndConfirmsItLater() {
        var roomy = town.group(centre).places(3).stands();
        var caller = town.family(centre).named("Petit").lives();
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscrire?activite=" + roomy.activity() + "&famille=" + caller.id());

        _setValue(_get(TextField.class, spec -> spec.withLabel("Ce qui manque (facultatif)")), "L’assurance");
        _click(_get(Act.class, spec -> spec.withText("Inscrire")));
        assertThat(_get(DateField.class).getErrorMessage()).contains("jusqu’à quel jour");
        _setValue(_get(DateField.class), LocalDate.now().minusDays(2));
        _click(_get(Act.class, spec -> spec.withText("Inscrire")));
        assertThat(_get(DateField.class).getErrorMessage()).contains("déjà passée");
        _click(_get(Act.class, spec -> spec.withPredicate(act -> act.getText().startsWith("Jusqu’au"))));
        assertThat(_get(DateField.class).isInvalid()).isFalse();
        assertThat(_find(Notice.class)).extracting(notice -> notice.getElement().getTextRecursively())
                .anyMatch(text -> text.contains("La place est gardée jusqu’au") && text.contains("elle leur est proposée"));
        _click(_get(Act.class, spec -> spec.withText("Inscrire")));

        assertThat(_find(Notification.class)).anyMatch(toast -> toast.getElement().getTextRecursively().contains("La place est gardée."));
        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("Papier à apporter");
        assertThat(_get(Story.class).getElement().getTextRecursively()).contains("Papier à apporter jusqu’au").contains("L’assurance");
        var address = UI.getCurrent().getActiveViewLocation().getPath();
        open(centre.slug() + "/aujourdhui");
        assertThat(_find(TwoLines.class)).extracting(line -> line.getElement().getTextRecursively())
                .anyMatch(text -> text.contains("Petit") && text.contains("L’assurance"));
        open(address);
        _click(_get(Act.class, spec -> spec.withPredicate(act -> act.getText().startsWith("Tout est là"))));
        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("Confirmée");
    }

    @Test
    void twoMegabytesInAFieldOfTheDeskAreRefusedBesideItAndKept() {
        var caller = town.family(centre).named("Petit").lives();
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscrire?activite=" + group.activity() + "&famille=" + caller.id());

        for (String label : List.of("Ce qui manque (facultatif)", "Inscrire au-delà des places", "Inscrire malgré l’âge")) {
            var field = _get(TextField.class, spec -> spec.withLabel(label));
            _setValue(field, MUCH);
            _click(_get(Act.class, spec -> spec.withText("Inscrire")));
            assertThat(field.isInvalid()).as(label).isTrue();
            assertThat(field.getErrorMessage()).as(label).contains("trop long");
            assertThat(field.getValue()).as(label).hasSize(MUCH.length());
            _setValue(field, "");
        }

        assertThat(database.sql("SELECT COUNT(*) FROM registration WHERE household_id = :id").param("id", caller.id()).query(Integer.class).single()).isZero();
        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters().length()).as("the address stays one").isLessThan(600);
    }

    @Test
    void aHoldThatWasTypedIsFoundAgainByTheAddress() {
        var roomy = town.group(centre).places(3).stands();
        var caller = town.family(centre).named("Petit").lives();
        SignIn.as(centre.id(), Role.RECEPTION);
        var day = LocalDate.now().plusDays(4);
        var form = centre.slug() + "/inscrire?activite=" + roomy.activity() + "&famille=" + caller.id();

        open(form + "&jusqua=" + day + "&heure=17:30&manque=L%E2%80%99assurance+%26+le+reste");

        assertThat(_get(TextField.class, spec -> spec.withLabel("Ce qui manque (facultatif)")).getValue()).isEqualTo("L’assurance & le reste");
        assertThat(_get(DateField.class).getValue()).isEqualTo(day);
        assertThat(_get(TimeField.class).getValue()).isEqualTo(LocalTime.of(17, 30));
        assertThat(_find(NativeDetails.class).getFirst().isOpen()).as("what is typed is in sight").isTrue();
        assertThat(_find(Notice.class)).extracting(notice -> notice.getElement().getTextRecursively()).anyMatch(text -> text.contains("La place est gardée jusqu’au"));
        open(form + "&jusqua=demain&heure=tard&manque=" + "a".repeat(3_000));
        assertThat(_get(DateField.class).getValue()).as("nonsense in an address is left out").isNull();
        assertThat(_get(TextField.class, spec -> spec.withLabel("Ce qui manque (facultatif)")).getValue()).hasSize(DeskTerms.LONGEST_REASON);
    }

    @Test
    void anActivitysOwnTimeForAMissingPaperIsWhatTheDeskProposes() {
        var roomy = town.group(centre).places(3).stands();
        var caller = town.family(centre).named("Petit").lives();
        SignIn.as(centre.id(), Role.RECEPTION);
        var form = centre.slug() + "/inscrire?activite=" + roomy.activity() + "&famille=" + caller.id();
        open(form);
        _click(_get(Act.class, spec -> spec.withPredicate(act -> act.getText().startsWith("Jusqu’au"))));
        var usual = _get(DateField.class).getValue();
        database.sql("UPDATE activity SET hold_days = 10 WHERE id = :id").param("id", roomy.activity()).update();

        open(form);
        _click(_get(Act.class, spec -> spec.withPredicate(act -> act.getText().startsWith("Jusqu’au"))));

        assertThat(_get(DateField.class).getValue()).isAfter(usual.plusDays(6));
    }

    @Test
    void receptionFindsAFamilyWhateverTheAccentsOrOpensOneOnTheSpot() {
        town.family(centre).named("Élodie").lives();
        SignIn.as(centre.id(), Role.RECEPTION);

        open(centre.slug() + "/inscrire?activite=" + group.activity() + "&mots=elodie");
        assertThat(_find(Anchor.class, spec -> spec.withText("Choisir"))).hasSize(1);
        _setValue(_get(TextField.class, spec -> spec.withLabel("Prénom")), "Zoé");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Nom")), "Nouvelle");
        _click(_get(Act.class, spec -> spec.withText("Créer la famille et continuer")));

        assertThat(UI.getCurrent().getActiveViewLocation().getQueryParameters().getSingleParameter("famille")).isPresent();
    }

    @Test
    void anInterruptedDeskFindsAgainWhatItHadTicked() {
        var sessions = town.group(centre).sessions(3).stands();
        var caller = town.family(centre).named("Petit").of(3).lives();
        SignIn.as(centre.id(), Role.RECEPTION);

        open(centre.slug() + "/inscrire?activite=" + sessions.activity() + "&famille=" + caller.id() + "&qui=" + caller.persons().get(1)
                + "&dates=" + sessions.sessions().getFirst() + "," + sessions.sessions().getLast() + "&arrive=phone");
        _click(_get(Act.class, spec -> spec.withText("Inscrire")));

        assertThat(database.sql("SELECT person_id FROM registration WHERE group_id = :group").param("group", sessions.id()).query(UUID.class).list())
                .containsExactly(caller.persons().get(1), caller.persons().get(1));
        assertThat(_get(Story.class).getElement().getTextRecursively()).contains("par téléphone");
    }

    @Test
    void anAnimatorDoesNotRegisterSomebody() {
        SignIn.as(centre.id(), Role.ANIMATOR);

        openInVain(centre.slug() + "/inscrire");
    }
}
