package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Label;
import fr.preau.base.ui.ManyCards;
import fr.preau.base.ui.OneCard;
import fr.preau.registrations.RegisterOutcome.Registered;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import fr.preau.testing.SignIn;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is cancelled at the desk: whose, by which word, and back again when it was a slip. */
class DeskCancelsTest extends DeskScreens {

    @Autowired
    private DeskService desk;

    @Test
    void ofSeveralNobodyIsMeantBeforeSomebodyIsTickedAndTheQuestionNamesWhomAndWhen() {
        var siblings = town.family(centre).named("Petit").child("Léa", LocalDate.now().minusYears(9))
                .child("Tom", LocalDate.now().minusYears(7)).lives();
        var all = registered(town.group(centre).sessions(2).stands(), siblings);
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscriptions/" + all.request());

        assertThat(who().getValue()).isEmpty();
        press("La famille annule");
        assertThat(_find(ConfirmDialog.class)).isEmpty();
        assertThat(_find(Notification.class)).anyMatch(toast -> toast.getElement().getTextRecursively().contains("Choisissez au moins une personne."));

        tick("Léa");
        press("La famille annule");
        assertThat(_get(ConfirmDialog.class).getElement().getProperty("message")).containsPattern("^Léa Petit \\(.+, .+\\)\\. ")
                .doesNotContain("Tom", "Amina");
        _get(ConfirmDialog.class).close();
        press("Le centre annule");
        assertThat(_get(Dialog.class).getElement().getTextRecursively()).contains("Léa Petit (").doesNotContain("Tom");
    }

    @Test
    void whatTheCentreCancelledByMistakeIsAsBeforeAndOnlyTheStaffTakesItBack() {
        var had = request.answers().getFirst().registration();
        cancelledByTheCentre();
        assertThat(stateOf(had)).isEqualTo("CANCELLED_BY_CENTRE");
        family.signIn();
        assertThat(CurrentCentre.in(centre.id(), () -> registrations.undoCancel(Set.of(had)))).as("not for the family").isEqualTo(UndoOutcome.TOO_LATE);
        SignIn.as(centre.id(), Role.RECEPTION);

        takeBack();

        assertThat(_find(Label.class)).extracting(Label::getText).containsExactly("Confirmée");
        assertThat(states(family)).containsExactly("CANCELLED_BY_CENTRE", "CONFIRMED");
        assertThat(database.sql("SELECT COUNT(*) FROM outbox_letter WHERE centre_id = :centre AND kind = 'registrations.registration-confirmed'")
                .param("centre", centre.id()).query(Integer.class).single()).as("the last word is not that it is cancelled").isEqualTo(2);
    }

    @Test
    void whoWasToBeCalledForItIsNotCalledAnyMoreAndWhoWasCalledIsCalledAgain() {
        var caller = town.family(centre).named("Petit").phoneOnly("03 20 11 22 33").lives();
        request = register(town.group(centre).stands(), caller);
        cancelledByTheCentre();
        assertThat(calls()).containsExactly("CANCELLED_BY_CENTRE");
        takeBack();
        assertThat(calls()).isEmpty();

        open(centre.slug() + "/inscriptions/" + request.request());
        cancelledByTheCentre();
        CurrentCentre.runIn(centre.id(), () -> desk.callDone(database.sql("SELECT id FROM call_task WHERE centre_id = :centre AND done_at IS NULL")
                .param("centre", centre.id()).query(UUID.class).single(), null));
        takeBack();
        assertThat(calls()).containsExactly("REGISTERED_AGAIN");
    }

    @Test
    void whoHasBroughtWhatWasMissingIsWrittenDownWithTheWayInWhichItCame() {
        database.sql("UPDATE registration SET state = 'PRE_REGISTERED', held_until = ADDDATE(NOW(6), 3) WHERE id = :id")
                .param("id", request.answers().getFirst().registration()).update();
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscriptions/" + request.request());

        _setValue(way(), Channel.PAPER);
        press("Tout est là : confirmer l’inscription");

        assertThat(database.sql("SELECT channel FROM registration_step WHERE registration_id = :id ORDER BY happened_at DESC, id DESC LIMIT 1")
                .param("id", request.answers().getFirst().registration()).query(String.class).single()).isEqualTo("PAPER");
    }

    @Test
    void afterEachActTheReadingGoesOnAtTheHeading() {
        cancelledByTheCentre();
        assertThat(focused()).last().isInstanceOf(H1.class);

        takeBack();
        assertThat(focused()).last().isInstanceOf(H1.class);
    }

    private void cancelledByTheCentre() {
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscriptions/" + request.request());
        press("Le centre annule");
        _setValue(_get(TextField.class, spec -> spec.withLabel("La raison")), "Dossier incomplet");
        _click(_get(Act.class, spec -> spec.withPredicate(act -> act.hasClassName("danger"))));
    }

    private Registered registered(Group what, Family who) {
        who.signIn();
        return (Registered) CurrentCentre.in(centre.id(), () -> registrations.register(RegisterCommand.sessions(UUID.randomUUID().toString(), what.id(),
                who.id(), who.persons(), Set.copyOf(what.sessions()), PartyRule.WHO_CAN)));
    }

    private List<String> states(Family of) {
        return database.sql("SELECT state FROM registration WHERE household_id = :id ORDER BY state").param("id", of.id()).query(String.class).list();
    }

    private List<String> calls() {
        return database.sql("SELECT about FROM call_task WHERE centre_id = :centre AND done_at IS NULL").param("centre", centre.id())
                .query(String.class).list();
    }

    private static void tick(String firstName) {
        _setValue(who(), who().getListDataView().getItems().filter(one -> one.personName().startsWith(firstName)).collect(Collectors.toSet()));
    }

    @SuppressWarnings("unchecked")
    private static ManyCards<RegistrationRecord> who() {
        return _get(ManyCards.class, spec -> spec.withLabel(spaced("Qui est concerné ?")));
    }

    @SuppressWarnings("unchecked")
    private static OneCard<Channel> way() {
        return _get(OneCard.class, spec -> spec.withLabel(spaced("Comment la famille l’a-t-elle dit ?")));
    }

    private static void takeBack() {
        _click(_find(Act.class, spec -> spec.withText("Revenir en arrière")).getLast());
    }

    private static void press(String text) {
        _click(_get(Act.class, spec -> spec.withText(spaced(text))));
    }
}
