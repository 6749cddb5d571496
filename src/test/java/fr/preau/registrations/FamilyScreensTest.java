package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Ids;
import fr.preau.base.Moments;
import fr.preau.base.ui.ManyCards;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.OneCard;
import fr.preau.base.ui.Page;
import fr.preau.centres.CentreRecord;
import fr.preau.people.Families;
import fr.preau.people.FamilyService;
import fr.preau.people.HouseholdService;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a family does on its phone, from the activity to the confirmation and after. */
class FamilyScreensTest extends ScreenTest {

    @Autowired
    private TestCentres centres;
    @Autowired
    private HouseholdService households;
    @Autowired
    private RegistrationService registrations;
    @Autowired
    private FamilyService families;
    @Autowired
    private JdbcClient database;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private Clock clock;
    private Town town;
    private CentreRecord here;

    @BeforeEach
    void aTown() {
        town = new Town(centres, households, families, database, clock);
        here = town.centre();
    }

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
        press("Je confirme");
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
        press("Je confirme");
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
        var stale = _get(Button.class, spec -> spec.withText("Je confirme"));
        press("Je confirme");
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
                .anyMatch(line -> line.endsWith(spaced("h : une place."))).anyMatch(line -> line.endsWith(spaced("h : 1er sur la liste d’attente.")));
        press("Je confirme");
        assertThat(_find(Paragraph.class)).extracting(Paragraph::getText).anyMatch(line -> line.matches(".*, .* à\u00a0.*1er sur la liste d’attente\\."));
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
        press("Je confirme");
        var done = heading();

        for (var before : new String[] {"/verifier", "/dates", ""}) {
            goBackTo(here.slug() + "/inscription/" + slug(group) + before + "?groupe=" + group.id());
            assertThat(heading()).as("back at " + before).isEqualTo(done);
            assertThat(_find(ManyCards.class)).as("nothing to answer").isEmpty();
        }

        openFlow(group);
        assertThat(heading()).as("who comes from the activity registers somebody else").isEqualTo(spaced("Qui vient à « Cuisine du monde » ?"));
        assertThat(texts()).contains("Votre inscription est faite", "Voir cette inscription");
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
        press("Je confirme");
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
        assertThat(texts()).contains("vous serez 2e sur la liste d’attente");
        press("Je confirme");
        assertThat(heading()).isEqualTo("C’est noté, vous êtes sur la liste d’attente.");
        open(here.slug() + "/mes-inscriptions");
        assertThat(texts()).contains("En attente").contains("Vous êtes 2e sur la liste");
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
        assertThat(texts()).contains("Aucune place n’est encore prise").contains("dès que l’équipe a répondu").doesNotContain("agenda");
        open(here.slug() + "/mes-inscriptions");
        assertThat(texts()).contains("Demandée").contains("doit d’abord accepter cette demande");
        press("Retirer la demande pour Amina " + family.household().persons().getFirst().lastName());
        press("Oui, la retirer");
        assertThat(texts()).doesNotContain("Demandée");
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
        rule.setValue(PartyRule.WHO_CAN);
        press("Je confirme");
        assertThat(heading()).startsWith("C’est fait, ").endsWith(" vient.");
        assertThat(texts()).contains("1er sur la liste d’attente");
    }

    @Test
    void aNewcomerSaysHerNameAddsHerChildInPlaceAndGoesOn() {
        var group = town.group(here).series(2).stands();
        SignIn.asResident(Families.account(jdbc));
        openFlow(group);
        assertThat(heading()).isEqualTo(spaced("Comment vous appelez-vous ?"));
        type("first-name", "Amina");
        press("Continuer");
        press("Ajouter une personne");
        type("first-name", "Léa");
        press("Ajouter à la liste");
        assertThat(texts()).contains("Écrivez la date de naissance de l’enfant");
        type("birth-day", "4");
        type("birth-month", "5");
        type("birth-year", "2018");
        press("Ajouter à la liste");
        assertThat(cards().getValue()).hasSize(2);
        press("Continuer");
        press("Je confirme");
        assertThat(heading()).isEqualTo("C’est fait, vous êtes 2 à venir.");
        assertThat(texts()).contains("Un message part à l’instant");
    }

    @Test
    void whatANewcomerHasTypedOfHerselfAndOfHerChildIsFoundAgainInAnotherSession() {
        var group = town.group(here).series(2).stands();
        var newcomer = Families.account(jdbc);
        SignIn.asResident(newcomer);
        openFlow(group);
        type("first-name", "Ami");
        anotherSession(newcomer, group);
        assertThat(typed("first-name")).isEqualTo("Ami");
        type("first-name", "Amina");
        type("last-name", "Ben\nAli 😀");
        press("Continuer");
        anotherSession(newcomer, group);
        assertThat(typed("last-name")).as("also what is refused").isEqualTo("Ben\nAli 😀");
        type("last-name", "Ben Ali");
        press("Continuer");
        assertThat(_find(Input.class, spec -> spec.withId("first-name"))).as("she is in the file: nobody is half described").isEmpty();

        press("Ajouter une personne");
        type("first-name", "Léa");
        type("birth-day", "31");
        type("birth-month", "avril");
        anotherSession(newcomer, group);
        assertThat(heading()).isEqualTo(spaced("Qui vient à « Cuisine du monde » ?"));
        assertThat(List.of(typed("first-name"), typed("last-name"), typed("birth-day"), typed("birth-month"), typed("birth-year")))
                .containsExactly("Léa", "Ben Ali", "31", "avril", "");
        tick(Set.of());
        anotherSession(newcomer, group);
        assertThat(typed("first-name")).as("an answer to something else loses nothing").isEqualTo("Léa");
        type("birth-month", "5");
        type("birth-year", "2018");
        press("Ajouter à la liste");
        anotherSession(newcomer, group);
        assertThat(_find(Input.class, spec -> spec.withId("first-name"))).isEmpty();
        assertThat(texts()).contains("Léa Ben Ali");
    }

    @Test
    void whatIsHalfTypedIsHersAloneAndForgottenWithTheRest() {
        var group = town.group(here).stands();
        var newcomer = Families.account(jdbc);
        SignIn.asResident(newcomer);
        openFlow(group);
        type("first-name", "Zénobie" + "x".repeat(2_000_000));
        assertThat(count("registration_draft")).isEqualTo(1);

        anotherSession(Families.account(jdbc), group);
        assertThat(typed("first-name")).as("nobody else's").isEmpty();
        assertThat(database.sql("SELECT MAX(LENGTH(content)) FROM registration_draft WHERE centre_id = :centre").param("centre", here.id())
                .query(Integer.class).single()).as("kept is what may be a name, not a book").isLessThan(1_000);
        anotherSession(newcomer, group);
        assertThat(typed("first-name")).startsWith("Zénobie");
    }

    @Test
    void whoTicksNobodyIsAskedAgain() {
        var group = town.group(here).stands();
        town.family(here).adult("Karim").lives().signIn();
        openFlow(group);
        press("Continuer");
        assertThat(texts()).contains("Choisissez au moins une personne.");
        step(group, "verifier");
        assertThat(heading()).isEqualTo(spaced("Qui vient à « Cuisine du monde » ?"));
    }

    @Test
    void whereNobodyCanComeTheScreenSaysSoAndLeadsOn() {
        var group = town.group(here).aged(6, 12).stands();
        town.family(here).child("Tom", born(4)).lives().signIn();
        openFlow(group);
        assertThat(texts()).contains("Personne de votre famille ne peut s’inscrire ici").doesNotContain("places demandées");
        assertThat(hrefs()).contains("/centres/" + here.slug() + "/activites");
        press("Continuer");
        assertThat(heading()).isEqualTo(spaced("Qui vient à « Cuisine du monde » ?"));
        assertThat(texts()).doesNotContain("Choisissez au moins une personne.");
    }

    @Test
    void whereABirthDateIsAllThatIsMissingTheScreenAsksForIt() {
        var group = town.group(here).aged(18, 99).stands();
        town.family(here).adult("Karim").lives().signIn();
        openFlow(group);
        assertThat(texts()).contains("Il nous manque une date de naissance").doesNotContain("Personne de votre famille ne peut");
        assertThat(_find(fr.preau.base.ui.Link.class)).extracting(fr.preau.base.ui.Link::getText).contains(spaced("Karim : donner la date de naissance"));
    }

    @Test
    void whoHasAPlaceAlreadyIsLedToIt() {
        var group = town.group(here).series(2).stands();
        var family = town.family(here).lives();
        family.signIn();
        openFlow(group);
        press("Continuer");
        press("Je confirme");
        openFlow(group);
        assertThat(texts()).contains("Cette personne a déjà une place.");
        assertThat(_find(_get(Notice.class), Anchor.class).stream().map(Anchor::getHref)).containsExactly("/app/" + here.slug() + "/mes-inscriptions");
    }

    @Test
    void anOfferIsAnsweredAndACancellationTakenBack() {
        var group = town.group(here).places(1).stands();
        var first = town.family(here).lives();
        register(first, group);
        var second = town.family(here).lives();
        register(second, group);

        first.signIn();
        open(here.slug() + "/mes-inscriptions");
        pressLike("Annuler pour");
        assertThat(_find(Div.class, spec -> spec.withPredicate(part -> "group".equals(part.getElement().getAttribute("role")))))
                .as("the question is read with its buttons").singleElement()
                .satisfies(part -> assertThat(part.getElement().getAttribute("aria-label")).contains("ne vient plus"));
        press("Oui, annuler");
        assertThat(texts()).doesNotContain("Confirmée");

        second.signIn();
        open(here.slug() + "/mes-inscriptions");
        assertThat(texts()).contains("Une place se libère pour");
        press("Oui, je viens");
        assertThat(texts()).contains("la place est à vous").contains("Confirmée");
        pressLike("Annuler pour");
        press("Oui, annuler");
        press("Revenir en arrière");
        assertThat(texts()).contains("tout est comme avant");
    }

    @Test
    void whoeverHasGivenUpAPlaceGoesOnAtTheNextOneAndAfterTheLastAtTheHeading() {
        var family = town.family(here).lives();
        register(family, town.group(here).stands());
        register(family, town.group(here).stands());
        open(here.slug() + "/mes-inscriptions");
        var next = panels().getLast().getElement().getTextRecursively();

        pressLike("Annuler pour");
        press("Oui, annuler");
        assertThat(focused()).last().satisfies(card -> assertThat(card.getElement().getTextRecursively()).isEqualTo(next));
        pressLike("Annuler pour");
        press("Oui, annuler");
        assertThat(focused()).last().isInstanceOf(H1.class);

        _click(_find(Button.class, spec -> spec.withText("Revenir en arrière")).getLast());
        assertThat(focused()).as("where the answer stands").last().isInstanceOf(H1.class);
    }

    @Test
    void whoeverWantsToSeeMoreGoesOnAtTheFirstThatWasNotThere() {
        var family = town.family(here).lives();
        for (int at = 0; at < 7; at++) {
            register(family, town.group(here).stands());
        }
        open(here.slug() + "/mes-inscriptions");

        pressLike("Voir");
        var focused = focused();
        assertThat(focused).last().isEqualTo(panels().getLast());
    }

    @Test
    void theWholeRequestIsGivenUpAtOnceOrSomeOfItAndTakenBack() {
        var group = town.group(here).series(2).places(12).stands();
        var family = town.family(here).child("Léa", born(9)).child("Zoé", born(8)).lives();
        family.signIn();
        openFlow(group);
        tick(Set.copyOf(family.persons()));
        press("Continuer");
        press("Je confirme");
        open(here.slug() + "/mes-inscriptions");

        press("Annuler pour plusieurs personnes");
        cards().setValue(Set.of());
        press("Oui, annuler");
        assertThat(texts()).contains("Cochez au moins une personne.");
        cards().setValue(Set.copyOf(database.sql("SELECT id FROM registration WHERE household_id = :family AND person_id <> :you").param("family", family.id()).param("you", family.person())
                .query(UUID.class).list()));
        press("Oui, annuler");
        assertThat(states()).containsExactly("CANCELLED_BY_FAMILY", "CANCELLED_BY_FAMILY", "CONFIRMED");
        press("Revenir en arrière");
        assertThat(texts()).contains("tout est comme avant");
        assertThat(states()).containsExactly("CANCELLED_BY_FAMILY", "CANCELLED_BY_FAMILY", "CONFIRMED", "CONFIRMED", "CONFIRMED");
    }

    @Test
    void eachStepIsToldInPlainWordsAndWhyOneWaits() {
        var group = town.group(here).places(1).stands();
        var first = town.family(here).lives();
        register(first, group);
        var second = town.family(here).lives();
        register(second, group);
        assertThat(texts()).contains("Toutes les places sont prises.");
        open(here.slug() + "/mes-inscriptions");
        assertThat(texts()).contains("Toutes les places sont prises. Vous êtes 1er sur la liste");
        press("Ce qui s’est passé");
        assertThat(texts()).contains("la demande est sur la liste d’attente. Toutes les places sont prises.", "maintenant 1er sur la liste", "sur le site");

        first.signIn();
        open(here.slug() + "/mes-inscriptions");
        pressLike("Annuler pour");
        press("Oui, annuler");
        second.signIn();
        open(here.slug() + "/mes-inscriptions");
        press("Oui, je viens");
        press("Ce qui s’est passé");
        assertThat(texts()).contains("la demande est sur la liste d’attente. Toutes les places sont prises.", "une place s’est libérée, elle est proposée",
                "la réponse est oui, la place est confirmée");
        press("Ce qui s’est passé");
        assertThat(texts()).doesNotContain("elle est proposée");
    }

    @Test
    void whoseBirthDateIsMissingGivesItAndComesBackWithNothingLost() {
        var group = town.group(here).sessions(2).aged(18, 99).stands();
        var family = town.family(here).adult("Karim").child("Léa", born(9)).lives();
        SignIn.as(here.id(), fr.preau.base.Role.RECEPTION);
        CurrentCentre.in(here.id(), () -> families.changePerson(family.person(), 0,
                fr.preau.people.PersonDetails.adult("Amina", "Test", born(40))).value().orElseThrow());
        family.signIn();
        openFlow(group);
        tick(Set.of(family.person()));
        var link = _find(fr.preau.base.ui.Link.class).stream().filter(one -> one.getText().equals(spaced("Karim : donner la date de naissance"))).findFirst().orElseThrow();

        open(link.getHref().substring("/app/".length()));
        type("birth-day", "4");
        type("birth-month", "5");
        type("birth-year", "1985");
        press("Enregistrer");

        assertThat(heading()).isEqualTo(spaced("Qui vient à « Cuisine du monde » ?"));
        assertThat(cards().getValue()).containsExactly(family.person());
        assertThat(_find(fr.preau.base.ui.Link.class)).noneMatch(one -> one.getText().contains("donner la date"));
        open(here.slug() + "/famille/personne/" + person(family, "Karim") + "?retour=https://ailleurs.example/");
        press("Enregistrer");
        assertThat(heading()).as("an address of elsewhere is not followed").isEqualTo("Ma famille");
    }

    private java.util.List<String> states() {
        return database.sql("SELECT state FROM registration WHERE centre_id = :centre ORDER BY state").param("centre", here.id()).query(String.class).list();
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

    @Test
    void whoIsNotSignedInStaysOutside() {
        SignIn.out();
        openInVain(here.slug() + "/mes-inscriptions");
    }

    private void register(Town.Family family, Town.Group group) {
        family.signIn();
        open(here.slug() + "/mes-inscriptions");
        openFlow(group);
        press("Continuer");
        tick(Set.of(group.session()));
        press("Continuer");
        press("Je confirme");
    }

    private String slug(Town.Group group) {
        return database.sql("SELECT slug FROM activity WHERE id = :id").param("id", group.activity()).query(String.class).single();
    }

    /** The browser's own button. */
    private static void goBackTo(String address) {
        var ui = UI.getCurrent();
        ui.getInternals().getRouter().navigate(ui, new Location(address), NavigationTrigger.HISTORY);
    }

    private void openFlow(Town.Group group) {
        open(here.slug() + "/inscription/" + slug(group));
    }

    private void step(Town.Group group, String step) {
        open(here.slug() + "/inscription/" + slug(group) + "/" + step);
    }

    private void go(String step, Town.Group group, String parameter, UUID value) {
        UI.getCurrent().navigate(here.slug() + "/inscription/" + slug(group) + "/" + step, QueryParameters.of(parameter, value.toString()));
    }

    private LocalDate born(int yearsAgo) {
        return LocalDate.ofInstant(clock.instant(), Moments.PARIS).minusYears(yearsAgo).minusDays(40);
    }

    private static UUID person(Town.Family family, String firstName) {
        return family.household().persons().stream().filter(one -> one.firstName().equals(firstName)).findFirst().orElseThrow().id();
    }

    @SuppressWarnings("unchecked")
    private static ManyCards<UUID> cards() {
        return _get(ManyCards.class);
    }

    private static void tick(Set<UUID> ids) {
        cards().setValue(ids);
    }

    private static void type(String id, String text) {
        _get(Input.class, spec -> spec.withId(id)).setValue(text);
    }

    /** As after a restart: another browser session of the same account. */
    private void anotherSession(UUID account, Town.Group group) {
        closeTab();
        SignIn.asResident(account);
        openFlow(group);
    }

    private static String typed(String id) {
        return _get(Input.class, spec -> spec.withId(id)).getValue();
    }

    private static void press(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }

    private static void pressLike(String beginning) {
        _click(_find(Button.class).stream().filter(button -> button.getText().startsWith(beginning)).findFirst().orElseThrow());
    }

    private static List<Div> panels() {
        return _find(Div.class, spec -> spec.withClasses("panel"));
    }

    private static List<String> hrefs() {
        return _find(Anchor.class).stream().map(Anchor::getHref).toList();
    }

    private static String heading() {
        return _get(H1.class).getText();
    }

    private static String texts() {
        return text(_get(Page.class));
    }

    private static String text(Component root) {
        return root.getElement().getText() + " " + root.getChildren().map(FamilyScreensTest::text).collect(Collectors.joining(" "))
                + root.getElement().getTextRecursively();
    }

    private int count(String table) {
        return CurrentCentre.in(here.id(), () -> database.sql("SELECT COUNT(*) FROM " + table + " WHERE centre_id = :centre")
                .param("centre", here.id()).query(Integer.class).single());
    }
}
