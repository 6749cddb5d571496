package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Label;
import fr.preau.base.ui.OneCard;
import fr.preau.base.ui.Story;
import fr.preau.base.ui.TwoLines;
import fr.preau.registrations.RegisterOutcome.Registered;
import fr.preau.testing.SignIn;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A request at the desk: found, cancelled, offered on and undone, with a role that may and one that may not. */
class DeskRequestScreensTest extends DeskScreens {

    @Test
    void receptionFindsARequestByANameAndWhatIsShownIsInTheAddress() {
        register(town.family(centre).named("Petit").lives());
        SignIn.as(centre.id(), Role.RECEPTION);

        open(centre.slug() + "/inscriptions?voir=all&mots=benali");

        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("Confirmée");
        assertThat(_find(Anchor.class, spec -> spec.withPredicate(link -> link.getHref().contains("/inscriptions/" + request.request())))).hasSize(1);
        open(_get(Anchor.class, spec -> spec.withPredicate(link -> link.getHref().contains("/inscriptions/" + request.request()))).getHref().substring("/app/".length()));
        assertThat(_find(Anchor.class)).extracting(Anchor::getHref).as("back to what was filtered")
                .contains("/app/" + centre.slug() + "/inscriptions?voir=all&mots=benali");
        open(centre.slug() + "/inscriptions?voir=all&mots=benali");
        _setValue(_get(Input.class, spec -> spec.withId("words")), "petit");
        _click(_get(Button.class, spec -> spec.withText("Chercher")));
        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("En attente, numéro 1");
        assertThat(UI.getCurrent().getActiveViewLocation().getQueryParameters().getSingleParameter("mots")).contains("petit");
    }

    @Test
    void anAnimatorSeesTheListWithoutExportsAndAResidentDoesNotEnter() {
        SignIn.as(centre.id(), Role.ANIMATOR);
        open(centre.slug() + "/inscriptions?voir=all");
        _assertNone(Anchor.class, spec -> spec.withText("Télécharger en CSV"));

        family.signIn();
        openInVain(centre.slug() + "/inscriptions");
    }

    @Test
    void receptionCancelsForTheFamilyAndTheNextOfTheListHasThePlace() {
        var next = register(town.family(centre).named("Petit").lives()).answers().getFirst().registration();
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscriptions/" + request.request());

        _click(_get(Act.class, spec -> spec.withText("La famille annule")));
        _click(_get(Act.class, spec -> spec.withPredicate(act -> act.hasClassName("danger"))));

        assertThat(stateOf(request.answers().getFirst().registration())).isEqualTo("CANCELLED_BY_FAMILY");
        assertThat(stateOf(next)).isEqualTo("OFFERED");
    }

    @Test
    void whatTheFamilySaidIsWrittenDownWithHowItSaidItAndTheUsualWayIsNoClick() {
        var next = town.family(centre).named("Petit").lives();
        var waits = register(next);
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscriptions/" + request.request());
        assertThat(way().getValue()).isEqualTo(Channel.DESK);
        _setValue(way(), Channel.PAPER);
        _click(_get(Act.class, spec -> spec.withText("La famille annule")));
        _click(_get(Act.class, spec -> spec.withPredicate(act -> act.hasClassName("danger"))));

        open(centre.slug() + "/inscriptions/" + waits.request());
        assertThat(way().getValue()).as("who is offered a place mostly calls").isEqualTo(Channel.PHONE);
        _click(_get(Act.class, spec -> spec.withText("La famille dit oui")));
        assertThat(way().getValue()).as("there is no offer any more").isEqualTo(Channel.DESK);

        assertThat(lastStep(request)).isEqualTo("CANCELLED_BY_FAMILY STAFF PAPER");
        assertThat(lastStep(waits)).isEqualTo("CONFIRMED STAFF PHONE");
    }

    @SuppressWarnings("unchecked")
    private static OneCard<Channel> way() {
        return _get(OneCard.class, spec -> spec.withLabel(spaced("Comment la famille l’a-t-elle dit ?")));
    }

    private String lastStep(Registered of) {
        return database.sql("SELECT CONCAT(to_state, ' ', actor, ' ', channel) FROM registration_step WHERE registration_id = :id ORDER BY happened_at DESC, id DESC LIMIT 1")
                .param("id", of.answers().getFirst().registration()).query(String.class).single();
    }

    @Test
    void theDirectorErasesAFamilyFromItsFileOnceItsPlacesAreGivenBackAndNobodyElseCan() {
        String file = centre.slug() + "/familles/" + family.id();
        for (var role : List.of(Role.RECEPTION, Role.ANIMATOR)) {
            SignIn.as(centre.id(), role);
            open(file);
            _assertNone(Act.class, spec -> spec.withText("Effacer ce dossier"));
        }
        SignIn.as(centre.id(), Role.DIRECTOR);
        open(file);
        erase();
        _assertOne(Paragraph.class, spec -> spec.withText(spaced("Cette famille a encore des inscriptions. Annulez-les d’abord : les places seront libres pour d’autres.")));
        assertThat(namesLeft()).isPositive();

        open(centre.slug() + "/inscriptions/" + request.request());
        _click(_get(Act.class, spec -> spec.withText("La famille annule")));
        _click(_get(Act.class, spec -> spec.withPredicate(act -> act.hasClassName("danger"))));
        open(file);
        erase();
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath()).isEqualTo(centre.slug() + "/familles");
        assertThat(namesLeft()).isZero();
    }

    private long namesLeft() {
        return database.sql("SELECT count(*) FROM person WHERE household_id = :id AND last_name = 'Benali'").param("id", family.id()).query(Long.class).single();
    }

    private static void erase() {
        _click(_get(Act.class, spec -> spec.withText("Effacer ce dossier")));
        _click(_get(Act.class, spec -> spec.withText("Oui, tout effacer")));
        // The browser closes it; here nobody does.
        _find(ConfirmDialog.class).forEach(ConfirmDialog::close);
    }

    @Test
    void theCentreCancelsOnlyWithAReason() {
        SignIn.as(centre.id(), Role.DIRECTOR);
        open(centre.slug() + "/inscriptions/" + request.request());

        _click(_get(Act.class, spec -> spec.withText("Le centre annule")));
        var yes = _get(Act.class, spec -> spec.withPredicate(act -> act.hasClassName("danger")));
        _click(yes);
        assertThat(stateOf(request.answers().getFirst().registration())).isEqualTo("CONFIRMED");
        _setValue(_get(TextField.class, spec -> spec.withLabel("La raison")), "Dossier incomplet");
        _click(yes);

        assertThat(stateOf(request.answers().getFirst().registration())).isEqualTo("CANCELLED_BY_CENTRE");
    }

    @Test
    void anotherCentresRequestIsNotFound() {
        var elsewhere = town.centre();
        SignIn.as(elsewhere.id(), Role.DIRECTOR);

        open(elsewhere.slug() + "/inscriptions");
        assertThatThrownBy(() -> open(elsewhere.slug() + "/inscriptions/" + request.request()))
                .hasMessageContaining("No route found");
    }

    @Test
    void twoMegabytesAsAReasonAreRefusedBesideItAndKept() {
        SignIn.as(centre.id(), Role.DIRECTOR);
        open(centre.slug() + "/inscriptions/" + request.request());
        _click(_get(Act.class, spec -> spec.withText("Le centre annule")));
        var reason = _get(TextField.class, spec -> spec.withLabel("La raison"));

        _setValue(reason, MUCH);
        _click(_get(Act.class, spec -> spec.withPredicate(act -> act.hasClassName("danger"))));

        assertThat(reason.getErrorMessage()).contains("trop long");
        assertThat(reason.getValue()).hasSize(MUCH.length());
        assertThat(stateOf(request.answers().getFirst().registration())).isEqualTo("CONFIRMED");
        _get(Dialog.class).close();
        for (String odd : List.of("<script>alert(1)</script>", "=HYPERLINK(\"x\")", "Deux\r\nlignes")) {
            var other = register(town.group(centre).stands(), town.family(centre).named("Petit").lives());
            SignIn.as(centre.id(), Role.DIRECTOR);
            open(centre.slug() + "/inscriptions/" + other.request());
            _click(_get(Act.class, spec -> spec.withText("Le centre annule")));
            _setValue(_get(TextField.class, spec -> spec.withLabel("La raison")), odd);
            _click(_get(Act.class, spec -> spec.withPredicate(act -> act.hasClassName("danger"))));
            assertThat(_get(Story.class).getElement().getTextRecursively()).as("as text, never as more").contains(odd.lines().findFirst().orElseThrow());
            assertThat(_get(Story.class).getElement().getOuterHTML()).doesNotContain("<script>");
        }
    }

    @Test
    void aCancellationForTheFamilyCanBeUndoneWhileNobodyHasThePlace() {
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscriptions/" + request.request());
        _click(_get(Act.class, spec -> spec.withText("La famille annule")));
        _click(_get(Act.class, spec -> spec.withPredicate(act -> act.hasClassName("danger"))));

        _click(_get(Act.class, spec -> spec.withText("Revenir en arrière")));

        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("Confirmée");
    }

    @Test
    void anOfferThatWasOverBeforeTheClickIsNotSaidToBeConfirmed() {
        var next = town.family(centre).named("Petit").lives();
        var waits = register(next);
        family.signIn();
        CurrentCentre.runIn(centre.id(), () -> registrations.cancel(Set.of(request.answers().getFirst().registration())));
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscriptions/" + waits.request());
        next.signIn();
        CurrentCentre.runIn(centre.id(), () -> registrations.cancel(Set.of(waits.answers().getFirst().registration())));
        SignIn.as(centre.id(), Role.RECEPTION);

        _click(_get(Act.class, spec -> spec.withText("La famille dit oui")));

        assertThat(_find(Notification.class)).anyMatch(toast -> toast.getElement().getTextRecursively().contains("n’est plus proposée"));
        assertThat(stateOf(waits.answers().getFirst().registration())).isEqualTo("CANCELLED_BY_FAMILY");
    }

    @Test
    void whereNobodyAnswersThePhoneThePlaceGoesOnWithAWordOnWhy() {
        var silent = town.family(centre).named("Silence").phoneOnly("03 20 11 22 33").lives();
        var waits = register(silent);
        var next = register(town.family(centre).named("Petit").lives()).answers().getFirst().registration();
        family.signIn();
        CurrentCentre.runIn(centre.id(), () -> registrations.cancel(Set.of(request.answers().getFirst().registration())));
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscriptions/" + waits.request());

        _click(_get(Act.class, spec -> spec.withText("Personne ne répond")));
        _setValue(_get(TextField.class, spec -> spec.withLabel("La raison")), "Appelé lundi et mardi");
        _click(_get(Act.class, spec -> spec.withText("Ne plus garder la place")));

        assertThat(List.of(stateOf(waits.answers().getFirst().registration()), stateOf(next))).containsExactly("EXPIRED", "OFFERED");
        assertThat(_get(Story.class).getElement().getTextRecursively()).contains("Appelé lundi et mardi");
        open(centre.slug() + "/aujourdhui");
        assertThat(_find(TwoLines.class)).extracting(line -> line.getElement().getTextRecursively()).as("no second call for the same")
                .noneMatch(text -> text.contains("Silence"));
    }
}
