package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.DateField;
import fr.preau.base.ui.Label;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.OneCard;
import fr.preau.base.ui.Story;
import fr.preau.registrations.RegisterOutcome.Registered;
import fr.preau.testing.SignIn;
import org.junit.jupiter.api.Test;

/** Where the team answers each request: it accepts, refuses with a reason, takes a yes back, or says yes at once. */
class DeskApprovalScreensTest extends DeskScreens {

    @Test
    void theDayPageShowsWhatToAcceptAndAnAnimatorSaysYes() {
        var asked = asksForApproval("Petit");
        SignIn.as(centre.id(), Role.ANIMATOR);
        open(centre.slug() + "/aujourdhui");
        assertThat(_find(H2.class)).extracting(H2::getText).contains("À accepter");
        assertThat(_get(Anchor.class, spec -> spec.withText("Répondre")).getHref()).endsWith("/inscriptions/" + asked.request());

        open(centre.slug() + "/inscriptions/" + asked.request());
        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("Demande envoyée");
        assertThat(_get(Notice.class).getElement().getTextRecursively()).contains("Si vous acceptez, la famille a une place");
        _click(_get(Act.class, spec -> spec.withText("Accepter")));

        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("Confirmée");
        _assertNone(Act.class, spec -> spec.withText("Accepter"));
        open(centre.slug() + "/aujourdhui");
        assertThat(_find(H2.class)).extracting(H2::getText).doesNotContain("À accepter");
    }

    @Test
    void aRequestIsRefusedOnlyWithAReasonAndAnAnswerThatComesSecondSaysSo() {
        var asked = asksForApproval("Petit");
        SignIn.as(centre.id(), Role.DIRECTOR);
        open(centre.slug() + "/inscriptions?voir=to-accept");
        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("Demande envoyée");
        open(centre.slug() + "/inscriptions/" + asked.request());
        var accept = _get(Act.class, spec -> spec.withText("Accepter"));

        _click(_get(Act.class, spec -> spec.withText("Refuser")));
        var yes = _get(Act.class, spec -> spec.withPredicate(act -> act.hasClassName("danger")));
        _click(yes);
        assertThat(stateOf(asked.answers().getFirst().registration())).isEqualTo("REQUESTED");
        _setValue(_get(TextField.class, spec -> spec.withLabel("La raison")), "Réservé aux nageurs");
        _click(yes);
        assertThat(_get(Story.class).getElement().getTextRecursively()).contains("Demande refusée").contains("Réservé aux nageurs");
        assertThat(_find(Notification.class)).as("a letter leaves only where there is an address")
                .anyMatch(toast -> toast.getElement().getTextRecursively().contains("La famille reçoit un mail avec la raison"));
        // The other tab still shows the button.
        accept.click();

        assertThat(stateOf(asked.answers().getFirst().registration())).isEqualTo("REFUSED");
        assertThat(_find(Notification.class)).anyMatch(toast -> toast.getElement().getTextRecursively().contains("déjà une réponse"));
    }

    @Test
    void theFormOfAnActivityThatTheTeamAnswersSaysSoAndOffersNoHold() {
        var byApproval = town.group(centre).byApproval().stands();
        var caller = town.family(centre).named("Petit").lives();
        SignIn.as(centre.id(), Role.RECEPTION);

        open(centre.slug() + "/inscrire?activite=" + byApproval.activity() + "&famille=" + caller.id());
        assertThat(_find(Notice.class)).extracting(notice -> notice.getElement().getTextRecursively()).anyMatch(text -> text.contains("l’accord de l’équipe"));
        _assertNone(DateField.class);
        _click(_get(Act.class, spec -> spec.withText("Inscrire")));

        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("Demande envoyée");
        _get(Act.class, spec -> spec.withText("Accepter"));
    }

    @Test
    void receptionSaysYesAtOnceAndThenAHoldAndAPlaceBeyondThePlacesAreOffered() {
        var byApproval = town.group(centre).byApproval().places(1).stands();
        register(byApproval, town.family(centre).named("Ancien").lives());
        var caller = town.family(centre).named("Petit").lives();
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscrire?activite=" + byApproval.activity() + "&famille=" + caller.id());
        _assertNone(TextField.class, spec -> spec.withLabel("Inscrire au-delà des places"));

        sayYesAtOnce();
        _get(DateField.class);
        _get(TextField.class, spec -> spec.withLabel("Inscrire au-delà des places"));
        assertThat(_find(Notice.class)).extracting(notice -> notice.getElement().getTextRecursively()).anyMatch(text -> text.contains("1 autre demande attend"));
        _click(_get(Act.class, spec -> spec.withText("Inscrire")));

        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("Confirmée");
        assertThat(_find(Notification.class)).anyMatch(toast -> toast.getElement().getTextRecursively().contains("L’inscription est faite."));
        _get(Act.class, spec -> spec.withText("Annuler cet accord"));
        open(centre.slug() + "/inscrire?activite=" + byApproval.activity() + "&famille=" + family.id() + "&equipe=now");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Inscrire au-delà des places")), "Sa sœur vient");
        _click(_get(Act.class, spec -> spec.withText("Inscrire")));
        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("Confirmée");
        assertThat(_get(Story.class).getElement().getTextRecursively()).contains("Sa sœur vient");
    }

    @Test
    void aYesIsTakenBackFromTheMessageOrFromThePageAndTheHistoryKeepsBoth() {
        var asked = asksForApproval("Petit");
        SignIn.as(centre.id(), Role.ANIMATOR);
        open(centre.slug() + "/inscriptions/" + asked.request());
        _click(_get(Act.class, spec -> spec.withText("Accepter")));

        _click(_get(Act.class, spec -> spec.withText("Revenir en arrière")));

        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("Demande envoyée");
        assertThat(_get(Story.class).getElement().getTextRecursively()).contains("Accord annulé, demande à nouveau en attente", "Confirmée");
        _click(_get(Act.class, spec -> spec.withText("Accepter")));
        open(centre.slug() + "/inscriptions/" + asked.request());
        _click(_get(Act.class, spec -> spec.withText("Annuler cet accord")));
        assertThat(stateOf(asked.answers().getFirst().registration())).isEqualTo("REQUESTED");
        _assertNone(Act.class, spec -> spec.withText("Annuler cet accord"));
    }

    @Test
    void whereNoPlaceIsLeftReceptionAcceptsBeyondThePlacesAndAnAnimatorDoesNot() {
        var full = town.group(centre).byApproval().places(1).stands();
        var first = register(full, town.family(centre).named("Premier").lives());
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscriptions/" + first.request());
        _click(_get(Act.class, spec -> spec.withText("Accepter")));
        var second = register(full, town.family(centre).named("Petit").lives());
        SignIn.as(centre.id(), Role.ANIMATOR);
        open(centre.slug() + "/inscriptions/" + second.request());
        _assertNone(TextField.class);

        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscriptions/" + second.request() + "?voir=all");
        var why = _get(TextField.class, spec -> spec.withLabel("Inscrire au-delà des places"));
        _setValue(why, MUCH);
        _click(_get(Act.class, spec -> spec.withText("Accepter")));
        assertThat(why.getErrorMessage()).contains("trop long");
        assertThat(why.getValue()).as("nothing is lost").hasSize(MUCH.length());
        _setValue(why, "Sa sœur vient");
        _click(_get(Act.class, spec -> spec.withText("Accepter")));

        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("Confirmée");
        assertThat(_get(Story.class).getElement().getTextRecursively()).contains("Sa sœur vient");
    }

    @SuppressWarnings("unchecked")
    private static void sayYesAtOnce() {
        var team = (OneCard<Enum<?>>) _get(OneCard.class, spec -> spec.withPredicate(card -> card.getElement().getTextRecursively().contains("accepter tout de suite")));
        team.setValue(team.getListDataView().getItems().filter(one -> one.name().equals("NOW")).findFirst().orElseThrow());
    }

    @Test
    void whoRefusesAFamilyWithoutMailReadsThatSheHasToCall() {
        var family = town.family(centre).named("Petit").phoneOnly("03 20 11 22 33").lives();
        var asked = register(town.group(centre).byApproval().places(1).stands(), family);
        SignIn.as(centre.id(), Role.DIRECTOR);
        open(centre.slug() + "/inscriptions/" + asked.request());

        _click(_get(Act.class, spec -> spec.withText("Refuser")));
        _setValue(_get(TextField.class, spec -> spec.withLabel("La raison")), "Réservé aux nageurs");
        _click(_get(Act.class, spec -> spec.withPredicate(act -> act.hasClassName("danger"))));

        assertThat(_find(Notification.class)).anyMatch(toast -> toast.getElement().getTextRecursively().contains("appelez-la et dites-lui la raison"));
    }

    private Registered asksForApproval(String name) {
        return register(town.group(centre).byApproval().places(1).stands(), town.family(centre).named(name).lives());
    }
}
