package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Ids;
import fr.preau.base.ui.ManyCards;
import fr.preau.base.ui.OneCard;
import fr.preau.testing.SignIn;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a family does on its phone, from the activity to the confirmation and back. */
class RegisterFlowTest extends FamilyScreens {

    @Autowired
    private RegistrationService registrations;

    @Test
    void aFamilyIsRegisteredInThreeScreensAndATooYoungChildSaysWhy() {
        var group = town.group(here).series(3).aged(6, 99).places(12).stands();
        var family = town.family(here).child("Léa", born(9)).child("Zoé", born(8)).child("Tom", born(4)).lives();
        family.signIn();
        openFlow(group);
        assertThat(heading()).isEqualTo(spaced("Qui vient à « Cuisine du monde » ?"));
        assertThat(texts()).contains(spaced("Trop jeune : à partir de 6 ans"));
        tick(Set.of(person(family, "Zoé"), person(family, "Léa")));
        press("Continuer");
        assertThat(heading()).isEqualTo(spaced("Tout est juste ?"));
        press("Je fais l’inscription");
        assertThat(heading()).isEqualTo("C’est fait, vous êtes 2 à venir.");
        assertThat(_find(ListItem.class)).extracting(ListItem::getText).as("each of the dates").filteredOn(text -> text.contains(" à\u00a0")).hasSize(3);
        assertThat(texts()).containsPattern("Léa [^,]+, Zoé");
        assertThat(count("registration")).isEqualTo(2);
        assertThat(texts()).containsPattern("Votre code\\h: [A-Z]{3}-\\d{3}-\\d{3}").contains("Ajouter à mon agenda");
    }

    @Test
    void theAnswersSurviveARefreshAndAnotherTab() {
        var group = town.group(here).sessions(3).stands();
        var family = town.family(here).child("Léa", born(9)).lives();
        family.signIn();
        openFlow(group);
        tick(Set.of(person(family, "Léa")));
        openFlow(group);
        assertThat(cards().getValue()).containsExactly(person(family, "Léa"));
        press("Continuer");
        assertThat(heading()).isEqualTo(spaced("Quelles dates ?"));
        tick(Set.of(group.sessions().get(1)));
        press("Continuer");
        step(group, "verifier");
        press("Je fais l’inscription");
        assertThat(heading()).isEqualTo("C’est fait, Léa " + family.household().persons().getFirst().lastName() + " vient.");
        assertThat(texts()).containsPattern("C’est\\h\\p{L}+\\h\\d+\\h?(er)?\\h\\p{L}+\\h\\d{4}\\hà").doesNotContain(spaced("Première séance :"));
    }

    @Test
    void aStalePageAndADoubleClickRegisterOnce() {
        var group = town.group(here).stands();
        var family = town.family(here).lives();
        family.signIn();
        openFlow(group);
        press("Continuer");
        tick(Set.of(group.session()));
        press("Continuer");
        var stale = _get(Button.class, spec -> spec.withText("Je fais l’inscription"));
        press("Je fais l’inscription");
        var done = UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
        stale.click();
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters()).isEqualTo(done);
        assertThat(count("registration")).isEqualTo(1);
        assertThat(count("registration_request")).isEqualTo(1);
    }

    @Test
    void whoHasNotChosenAGroupIsAskedTo() {
        var group = town.group(here).stands();
        database.sql("""
                INSERT INTO activity_group (id, centre_id, activity_id, name, booking, default_places, version)
                VALUES (:id, :centre, :activity, 'Le soir', 'BY_SESSION', 5, 0)""").param("id", Ids.next()).param("centre", here.id())
                .param("activity", group.activity()).update();
        town.family(here).lives().signIn();
        openFlow(group);
        assertThat(heading()).isEqualTo(spaced("Quel groupe ?"));
        press("Continuer");
        assertThat(texts()).contains("Choisissez un groupe.");
    }

    @Test
    void ofSeveralDatesEachIsToldWhetherThereIsAPlace() {
        var group = town.group(here).sessions(2).places(1).stands();
        var other = town.family(here).lives();
        CurrentCentre.runIn(here.id(), () -> {
            SignIn.asResident(other.account());
            registrations.register(RegisterCommand.sessions(UUID.randomUUID().toString(), group.id(), other.id(), List.of(other.person()),
                    Set.of(group.sessions().getLast()), PartyRule.WHO_CAN));
        });
        var family = town.family(here).lives();
        family.signIn();
        openFlow(group);
        tick(Set.of(family.person()));
        press("Continuer");
        tick(Set.copyOf(group.sessions()));
        press("Continuer");
        assertThat(_find(ListItem.class)).extracting(item -> item.getElement().getTextRecursively())
                .anyMatch(line -> line.endsWith(spaced("h : une place."))).anyMatch(line -> line.endsWith(spaced("h : numéro 1 sur la liste d’attente.")));
        press("Je fais l’inscription");
        assertThat(_find(Paragraph.class)).extracting(Paragraph::getText).anyMatch(line -> line.matches(".*, .* à\u00a0.*numéro 1 sur la liste d’attente\\."));
    }

    @Test
    void whoGoesBackAfterTheConfirmationFindsItAndNoOpenQuestion() {
        var group = town.group(here).sessions(2).stands();
        var family = town.family(here).child("Léa", born(9)).lives();
        family.signIn();
        openFlow(group);
        tick(Set.of(family.person()));
        press("Continuer");
        tick(Set.of(group.session()));
        press("Continuer");
        press("Je fais l’inscription");
        var done = heading();

        for (var before : new String[] {"/verifier", "/dates", ""}) {
            goBackTo(here.slug() + "/inscription/" + slug(group) + before + "?groupe=" + group.id());
            assertThat(heading()).as("back at " + before).isEqualTo(done);
            assertThat(_find(ManyCards.class)).as("nothing to answer").isEmpty();
        }

        openFlow(group);
        assertThat(heading()).as("who comes from the activity registers somebody else").isEqualTo(spaced("Qui vient à « Cuisine du monde » ?"));
        assertThat(texts()).contains("Votre demande est déjà partie", "Voir cette inscription");
        tick(Set.of(person(family, "Léa")));
        press("Continuer");
        assertThat(heading()).as("a new task has its own way back").isEqualTo(spaced("Quelles dates ?"));
        goBackTo(here.slug() + "/inscription/" + slug(group) + "?groupe=" + group.id());
        assertThat(cards().getValue()).containsExactly(person(family, "Léa"));
        assertThat(count("registration")).isEqualTo(1);
    }

    @Test
    void whoGoesBackAfterGivingUpMayAskAnew() {
        var group = town.group(here).series(2).stands();
        var family = town.family(here).lives();
        family.signIn();
        openFlow(group);
        press("Continuer");
        press("Je fais l’inscription");
        open(here.slug() + "/mes-inscriptions");
        pressLike("Annuler pour");
        press("Oui, annuler");

        goBackTo(here.slug() + "/inscription/" + slug(group) + "?groupe=" + group.id());

        assertThat(heading()).isEqualTo(spaced("Qui vient à « Cuisine du monde » ?"));
    }

    @Test
    void whoComesAfterTheLastPlaceKnowsHerRankBeforeSheConfirms() {
        var group = town.group(here).places(1).stands();
        register(town.family(here).lives(), group);
        register(town.family(here).lives(), group);
        var family = town.family(here).lives();
        family.signIn();
        openFlow(group);
        press("Continuer");
        tick(Set.of(group.session()));
        press("Continuer");
        assertThat(texts()).contains("Vous serez numéro 2 sur la liste d’attente.");
        press("Je me mets sur la liste d’attente");
        assertThat(heading()).isEqualTo("C’est noté, vous êtes sur la liste d’attente.");
        open(here.slug() + "/mes-inscriptions");
        assertThat(texts()).contains("En attente").contains("Vous êtes numéro 2 sur la liste d’attente");
    }

    @Test
    void whereTheTeamAnswersFirstTheScreensSaySoAndTheRequestCanBeWithdrawn() {
        var group = town.group(here).byApproval().stands();
        var family = town.family(here).lives();
        family.signIn();
        openFlow(group);
        press("Continuer");
        tick(Set.of(group.session()));
        press("Continuer");
        assertThat(texts()).contains("Avec l’accord de l’équipe").contains("Aucune place n’est prise avant").doesNotContain("liste d’attente");
        press("J’envoie ma demande");
        assertThat(heading()).isEqualTo("C’est envoyé, l’équipe va répondre.");
        assertThat(texts()).contains("Aucune place n’est encore prise").contains("dès que l’équipe a répondu").doesNotContain("agenda")
                .contains("Vous pouvez retirer la demande").doesNotContain("quitter la liste");
        open(here.slug() + "/mes-inscriptions");
        assertThat(texts()).contains("Demande envoyée").contains("doit d’abord accepter cette demande");
        pressLike("Retirer la demande pour Amina " + family.household().persons().getFirst().lastName() + ", ");
        press("Oui, la retirer");
        assertThat(texts()).doesNotContain("Demande envoyée");
    }

    @Test
    void severalPeopleSayWhatIsToBeDoneWhenPlacesAreShort() {
        var group = town.group(here).places(1).stands();
        var family = town.family(here).adult("Karim").lives();
        family.signIn();
        openFlow(group);
        tick(Set.copyOf(family.persons()));
        press("Continuer");
        press("Continuer");
        assertThat(texts()).contains("Choisissez au moins une date.");
        tick(Set.of(group.session()));
        assertThat(texts()).as("a refusal goes with its reason").doesNotContain("Choisissez au moins une date.");
        press("Continuer");
        @SuppressWarnings("unchecked")
        OneCard<PartyRule> rule = _get(OneCard.class);
        rule.setValue(PartyRule.TOGETHER);
        assertThat(texts()).contains("Il n’y a pas assez de places pour venir tous ensemble.");
        _get(Button.class, spec -> spec.withText("Je me mets sur la liste d’attente"));
        rule.setValue(PartyRule.WHO_CAN);
        press("Je fais l’inscription");
        assertThat(heading()).startsWith("C’est fait, ").endsWith(" vient.");
        assertThat(texts()).contains("numéro 1 sur la liste d’attente");
    }

    @Test
    void anotherFamilysConfirmationIsNotFound() {
        var group = town.group(here).stands();
        var theirs = town.family(here).lives();
        register(theirs, group);
        var request = database.sql("SELECT id FROM registration_request WHERE household_id = :id").param("id", theirs.id()).query(UUID.class).single();
        town.family(here).lives().signIn();
        openFlow(group);
        assertThatThrownBy(() -> go("fait", group, "demande", request)).hasStackTraceContaining(NotFoundException.class.getName());
        assertThatThrownBy(() -> open(here.slug() + "/inscription/nulle-part")).hasStackTraceContaining(NotFoundException.class.getName());
    }

    /** The browser's own button. */
    private static void goBackTo(String address) {
        var ui = UI.getCurrent();
        ui.getInternals().getRouter().navigate(ui, new Location(address), NavigationTrigger.HISTORY);
    }

    private void go(String step, Town.Group group, String parameter, UUID value) {
        UI.getCurrent().navigate(here.slug() + "/inscription/" + slug(group) + "/" + step, QueryParameters.of(parameter, value.toString()));
    }
}
