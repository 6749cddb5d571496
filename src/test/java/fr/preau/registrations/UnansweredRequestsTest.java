package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.textfield.TextField;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.OneCard;
import fr.preau.base.ui.TimeField;
import fr.preau.centres.CentreRecord;
import fr.preau.registrations.Town.Group;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever has asked and has no answer yet counts nowhere, and is told of every change: the screens say so before it is made. */
@InTown
class UnansweredRequestsTest extends ScreenTest {

    private static final String ASKING = spaced("attendent peut-être encore une réponse");

    @Autowired
    private Town town;
    @Autowired
    private RegistrationService registrations;
    @Autowired
    private JdbcClient database;

    private CentreRecord centre;
    private Group group;

    @BeforeEach
    void aRequestWithoutAnAnswer() {
        centre = town.centre();
        group = town.group(centre).byApproval().stands();
        comes(group);
    }

    @Test
    void beforeASessionIsCancelledTheQuestionDoesNotSayThatNobodyIsRegistered() {
        open(session(group));
        _setValue(reason(), "Fuite d’eau");
        press("Annuler la séance");

        assertThat(question()).contains(ASKING).contains("Un message leur est envoyé").doesNotContain("Personne");
    }

    @Test
    void beforeASessionIsMovedThereIsAQuestion() {
        open(session(group));
        var begins = _get(TimeField.class, spec -> spec.withLabel("De"));
        _setValue(begins, begins.getValue().minusMinutes(15));
        press("Enregistrer");

        assertThat(question()).contains(ASKING);
        assertThat(database.sql("SELECT sequence FROM activity_session WHERE id = :id").param("id", group.session()).query(Integer.class).single())
                .as("nothing has happened yet").isZero();
    }

    @Test
    void beforeTheActivityIsCancelledTheQuestionSaysItToo() {
        open(centre.slug() + "/activites/" + group.activity() + "/arreter");
        cancelForGood();
        _setValue(reason(), "Fuite d’eau");
        press("Annuler l’activité");

        assertThat(question()).contains(ASKING).contains("Un message leur est envoyé").doesNotContain("Personne");
    }

    @Test
    void whereTheTeamAnswersNoRequestsNobodyIsNobody() {
        var other = town.group(centre).stands();
        SignIn.as(centre.id(), Role.ANIMATOR);
        open(session(other));
        _setValue(reason(), "Fuite d’eau");
        press("Annuler la séance");

        assertThat(question()).contains("Personne n’est inscrit.").doesNotContain(ASKING);
    }

    @Test
    void beforeTheTeamStopsToAnswerTheQuestionSaysHowManyWaitAndWhatBecomesOfThem() {
        edit(group);
        _setValue(approval(), false);
        press("Enregistrer");

        assertThat(question()).isEqualTo(spaced("1 demande attend encore votre réponse. Elle ne sera pas acceptée toute seule : "
                + "répondez oui ou non sur la page « Inscriptions ». Les personnes qui s’inscrivent ensuite n’ont plus besoin de votre oui : "
                + "elles peuvent avoir une place avant."));
        assertThat(needsApproval(group)).as("nothing has happened yet").isTrue();

        press("Oui, enregistrer");
        assertThat(needsApproval(group)).isFalse();
        assertThat(database.sql("SELECT state FROM registration WHERE group_id = :id").param("id", group.id()).query(String.class).single())
                .as("as the question said").isEqualTo("REQUESTED");
    }

    @Test
    void whoDoesAwayWithRegistrationWhileSomebodyWaitsIsRefusedWithoutBeingAsked() {
        edit(group);
        way("DROP_IN");
        press("Enregistrer");

        _assertNone(ConfirmDialog.class);
        assertThat(_find(Notice.class)).extracting(notice -> notice.getElement().getTextRecursively())
                .anyMatch(text -> text.contains("Des familles attendent encore une place ou une réponse."));
        assertThat(needsApproval(group)).as("nothing has happened").isTrue();
    }

    @Test
    void norIsAnybodyAskedAboutAnotherPlaceBeforeThat() {
        var full = town.group(centre).places(1).stands();
        comes(full);
        comes(full);
        edit(full);
        _setValue(_get(TextField.class, spec -> spec.withLabel("Le lieu")), "Au jardin");
        way("DROP_IN");
        press("Enregistrer");

        _assertNone(ConfirmDialog.class);
        assertThat(_find(Notice.class)).extracting(notice -> notice.getElement().getTextRecursively())
                .anyMatch(text -> text.contains("Des familles attendent encore une place ou une réponse."));
    }

    @Test
    void whereNobodyWaitsForAnAnswerItIsSavedWithoutAQuestion() {
        var other = town.group(centre).byApproval().stands();
        edit(other);
        _setValue(approval(), false);
        press("Enregistrer");

        _assertNone(ConfirmDialog.class);
        assertThat(needsApproval(other)).isFalse();
    }

    private void comes(Group where) {
        var family = town.family(centre).lives();
        family.signIn();
        CurrentCentre.runIn(centre.id(), () -> registrations.register(RegisterCommand.sessions(UUID.randomUUID().toString(), where.id(), family.id(),
                List.of(family.person()), Set.copyOf(where.sessions()), PartyRule.WHO_CAN)));
        SignIn.as(centre.id(), Role.ANIMATOR);
    }

    private void edit(Group of) {
        open(centre.slug() + "/activites/" + of.activity() + "/modifier");
    }

    private static Checkbox approval() {
        return _get(Checkbox.class, spec -> spec.withLabel("L’équipe répond à chaque demande"));
    }

    private boolean needsApproval(Group of) {
        return database.sql("SELECT needs_approval FROM activity WHERE id = :id").param("id", of.activity()).query(Boolean.class).single();
    }

    private String session(Group of) {
        return centre.slug() + "/activites/" + of.activity() + "/seances/" + of.session();
    }

    private static TextField reason() {
        return _get(TextField.class, spec -> spec.withLabel(spaced("Pourquoi ?")));
    }

    private static void cancelForGood() {
        way("CANCEL");
    }

    /** Among the cards of the screen that can mean it. */
    @SuppressWarnings("unchecked")
    private static void way(String name) {
        var how = _find(OneCard.class).stream().map(cards -> (OneCard<Object>) cards)
                .filter(cards -> named(cards, name).isPresent()).findFirst().orElseThrow();
        how.setValue(named(how, name).orElseThrow());
    }

    private static Optional<Object> named(OneCard<Object> cards, String name) {
        return cards.getListDataView().getItems().filter(one -> one instanceof Enum<?> word && word.name().equals(name)).findFirst();
    }

    private static void press(String text) {
        _click(_find(Act.class, spec -> spec.withText(text)).getFirst());
    }

    private static String question() {
        return _get(ConfirmDialog.class).getElement().getProperty("message");
    }
}
