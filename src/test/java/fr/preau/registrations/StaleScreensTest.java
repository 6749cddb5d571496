package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import fr.preau.base.CurrentCentre;
import fr.preau.base.NotHereException;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.ManyCards;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.Page;
import fr.preau.centres.CentreRecord;
import fr.preau.people.ForgettingService;
import fr.preau.registrations.RegisterOutcome.Registered;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A screen that shows what another tab has changed meanwhile. */
@InTown
class StaleScreensTest extends ScreenTest {

    @Autowired
    private Town town;
    @Autowired
    private RegistrationService registrations;
    @Autowired
    private ForgettingService forgetting;
    @Autowired
    private JdbcClient database;

    private CentreRecord centre;
    private Group group;
    private Family family;

    @BeforeEach
    void aFamilyWithTwoChildren() {
        centre = town.centre();
        group = town.group(centre).places(9).stands();
        family = town.family(centre).child("Lina", LocalDate.of(2016, 5, 2)).child("Sami", LocalDate.of(2018, 1, 9)).lives();
    }

    @Test
    void whoeverWasGivenUpOnPurposeInAnotherTabDoesNotComeBackWithTheOthers() {
        var both = registered(List.of(child("Lina"), child("Sami")));
        open(centre.slug() + "/mes-inscriptions");
        var lina = both.answers().stream().filter(one -> one.person().equals(child("Lina"))).findFirst().orElseThrow().registration();
        CurrentCentre.runIn(centre.id(), () -> registrations.cancel(Set.of(lina)));

        press("Annuler pour plusieurs personnes");
        cards().setValue(both.answers().stream().map(Answer::registration).collect(Collectors.toSet()));
        press("Oui, annuler");
        press("Revenir en arrière");

        assertThat(text()).contains("tout est comme avant");
        assertThat(statesOf("Lina")).containsExactly("CANCELLED_BY_FAMILY");
        assertThat(statesOf("Sami")).containsExactly("CANCELLED_BY_FAMILY", "CONFIRMED");
    }

    @Test
    void norAtTheDesk() {
        var both = registered(List.of(child("Lina"), child("Sami")));
        var lina = both.answers().stream().filter(one -> one.person().equals(child("Lina"))).findFirst().orElseThrow().registration();
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscriptions/" + both.request());
        family.signIn();
        CurrentCentre.runIn(centre.id(), () -> registrations.cancel(Set.of(lina)));
        SignIn.as(centre.id(), Role.RECEPTION);

        _setValue(everybody(), everybody().getListDataView().getItems().collect(Collectors.toSet()));
        press("La famille annule");
        _click(_get(_get(ConfirmDialog.class), Button.class, spec -> spec.withText("La famille annule")));
        press("Revenir en arrière");

        assertThat(statesOf("Lina")).containsExactly("CANCELLED_BY_FAMILY");
        assertThat(statesOf("Sami")).containsExactly("CANCELLED_BY_FAMILY", "CONFIRMED");
    }

    @Test
    void ofTwoTabsOfOneDraftTheSecondSaysWhoIsNotInTheRegistrationThatTheFirstHasSent() {
        family.signIn();
        var ofTheFirstTab = confirmation(Set.of(child("Lina")), Set.of(group.session()));
        var ofTheSecond = confirmation(Set.of(child("Lina"), child("Sami")), Set.of(group.session()));

        ofTheFirstTab.click();
        assertThat(_find(Notice.class)).as("all is well").isEmpty();
        ofTheSecond.click();

        assertThat(_find(Notice.class)).singleElement().extracting(one -> one.getElement().getTextRecursively()).asString()
                .contains("partie sans Sami").doesNotContain("Lina");
        assertThat(statesOf("Lina")).containsExactly("CONFIRMED");
        open(_get(Anchor.class, spec -> spec.withText("Inscrire Sami")).getHref().substring("/app/".length()));
        cards().setValue(Set.of(child("Sami")));
        press("Continuer");
        cards().setValue(Set.of(group.session()));
        press("Continuer");
        press("Je fais l’inscription");
        assertThat(statesOf("Sami")).containsExactly("CONFIRMED");
        assertThat(_find(Notice.class)).isEmpty();
    }

    @Test
    void norIsADateLostThatOnlyTheSecondTabHad() {
        group = town.group(centre).sessions(2).stands();
        family.signIn();
        var ofTheFirstTab = confirmation(Set.of(child("Lina")), Set.of(group.session()));
        var ofTheSecond = confirmation(Set.of(child("Lina")), Set.copyOf(group.sessions()));

        ofTheFirstTab.click();
        ofTheSecond.click();

        assertThat(_find(Notice.class)).singleElement().extracting(one -> one.getElement().getTextRecursively()).asString()
                .contains("sans toutes les dates choisies pour Lina");
    }

    @Test
    void aFileThatAColleagueErasedMeanwhileIsNotThereAndThatIsNoBug() {
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscrire?activite=" + group.activity() + "&famille=" + family.id() + "&qui=" + family.person());
        SignIn.as(centre.id(), Role.DIRECTOR);
        assertThat(CurrentCentre.in(centre.id(), () -> forgetting.forget(family.id())).value()).isPresent();
        SignIn.as(centre.id(), Role.RECEPTION);
        var register = _get(Act.class, spec -> spec.withText("Inscrire"));
        assertThatThrownBy(() -> _click(register)).isInstanceOf(NotHereException.class);
    }

    /** The last button of a tab that has answered everything. */
    private Button confirmation(Set<UUID> persons, Set<UUID> sessions) {
        var slug = database.sql("SELECT slug FROM activity WHERE id = :id").param("id", group.activity()).query(String.class).single();
        open(centre.slug() + "/inscription/" + slug);
        cards().setValue(persons);
        press("Continuer");
        cards().setValue(sessions);
        press("Continuer");
        return _get(Button.class, spec -> spec.withText("Je fais l’inscription"));
    }

    private Registered registered(List<UUID> persons) {
        family.signIn();
        return (Registered) CurrentCentre.in(centre.id(), () -> registrations.register(RegisterCommand.sessions(UUID.randomUUID().toString(),
                group.id(), family.id(), persons, Set.copyOf(group.sessions()), PartyRule.WHO_CAN)));
    }

    private UUID child(String firstName) {
        return family.household().children().stream().filter(one -> one.firstName().equals(firstName)).findFirst().orElseThrow().id();
    }

    private List<String> statesOf(String firstName) {
        return database.sql("SELECT state FROM registration WHERE person_id = :person ORDER BY state").param("person", child(firstName))
                .query(String.class).list();
    }

    @SuppressWarnings("unchecked")
    private static ManyCards<UUID> cards() {
        return _get(ManyCards.class);
    }

    @SuppressWarnings("unchecked")
    private static ManyCards<RegistrationRecord> everybody() {
        return _get(ManyCards.class, spec -> spec.withLabel(spaced("Qui est concerné ?")));
    }

    private static void press(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }

    private static String text() {
        return _get(Page.class).getElement().getTextRecursively();
    }
}
