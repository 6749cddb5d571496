package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Input;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Notice;
import fr.preau.people.Families;
import fr.preau.people.PersonDetails;
import fr.preau.testing.SignIn;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who comes: a newcomer who adds herself and her child, somebody whose birth date is missing, nobody who can, or who is in already. */
class NewcomerFlowTest extends FamilyScreens {

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void aNewcomerWhoComesAloneSaysHerNameAndGoesOn() {
        var group = town.group(here).sessions(2).stands();
        SignIn.asResident(Families.account(jdbc));
        openFlow(group);
        assertThat(heading()).isEqualTo(spaced("Qui vient à « Cuisine du monde » ?"));
        press("Continuer");
        assertThat(texts()).contains("Écrivez le prénom");
        type("first-name", "Amina");
        press("Continuer");
        assertThat(heading()).as("no screen between").isEqualTo(spaced("Quelles dates ?"));
        tick(Set.of(group.session()));
        press("Continuer");
        assertThat(texts()).contains("Amina");
        press("Je fais l’inscription");
        assertThat(heading()).startsWith("C’est fait");
    }

    @Test
    void aNewcomerAddsHerChildOnTheSameScreenAndGoesOnWithBoth() {
        var group = town.group(here).series(2).stands();
        SignIn.asResident(Families.account(jdbc));
        openFlow(group);
        type("first-name", "Amina");
        press("Ajouter une personne");
        type("first-name", "Léa");
        press("Ajouter à la liste");
        assertThat(texts()).contains("Écrivez la date de naissance de l’enfant");
        typeBirth("4", "5", "2018");
        press("Ajouter à la liste");
        assertThat(cards().getValue()).hasSize(2);
        press("Continuer");
        press("Je fais l’inscription");
        assertThat(heading()).isEqualTo("C’est fait, vous êtes 2 à venir.");
        assertThat(texts()).contains("Vous recevez un mail dans quelques minutes");
    }

    @Test
    void aNewcomerForWhomItIsNotStaysWithTheReason() {
        var group = town.group(here).aged(6, 12).stands();
        SignIn.asResident(Families.account(jdbc));
        openFlow(group);
        type("first-name", "Amina");
        press("Continuer");
        assertThat(heading()).isEqualTo(spaced("Qui vient à « Cuisine du monde » ?"));
        assertThat(_find(Input.class, spec -> spec.withId("first-name"))).as("her name is known now").isEmpty();
        press("Ajouter une personne");
        type("first-name", "Léa");
        typeBirth("4", "5", String.valueOf(born(8).getYear()));
        press("Continuer");
        assertThat(heading()).as("who is described comes").isNotEqualTo(spaced("Qui vient à « Cuisine du monde » ?"));
        assertThat(count("registration_draft")).isEqualTo(1);
    }

    @Test
    void whoGoesOnWithAChildHalfAddedIsNotLeftWithoutHer() {
        var group = town.group(here).aged(6, 99).sessions(2).stands();
        var family = town.family(here).lives();
        SignIn.as(here.id(), Role.RECEPTION);
        CurrentCentre.in(here.id(), () -> families.changePerson(family.person(), 0,
                PersonDetails.adult("Amina", "Test", born(40))).value().orElseThrow());
        family.signIn();
        openFlow(group);
        press("Ajouter une personne");
        press("Continuer");
        assertThat(heading()).as("an empty form is no person").isEqualTo(spaced("Quelles dates ?"));

        openFlow(group);
        press("Ajouter une personne");
        type("first-name", "Léa");
        press("Continuer");
        assertThat(heading()).isEqualTo(spaced("Qui vient à « Cuisine du monde » ?"));
        assertThat(texts()).contains("Écrivez la date de naissance de l’enfant");
        typeBirth("4", "5", String.valueOf(born(3).getYear()));
        press("Continuer");
        assertThat(heading()).as("too young: it is said before anybody goes on without her").isEqualTo(spaced("Qui vient à « Cuisine du monde » ?"));
        assertThat(texts()).contains("Trop jeune");

        press("Ajouter une personne");
        type("first-name", "Tom");
        press("Ne pas ajouter");
        assertThat(_find(Input.class, spec -> spec.withId("first-name"))).isEmpty();
        press("Continuer");
        assertThat(heading()).isEqualTo(spaced("Quelles dates ?"));
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
        press("Ajouter une personne");
        anotherSession(newcomer, group);
        assertThat(typed("last-name")).as("also what is refused").isEqualTo("Ben\nAli 😀");
        type("last-name", "Ben Ali");
        press("Ajouter une personne");
        anotherSession(newcomer, group);
        assertThat(typed("first-name")).as("she is in the file: somebody else is asked for").isEmpty();
        assertThat(typed("last-name")).isEqualTo("Ben Ali");

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
        assertThat(texts()).contains("Cette activité est pour un autre âge", "Ajouter une personne").doesNotContain("places demandées");
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
        assertThat(_find(Link.class)).extracting(Link::getText).contains(spaced("Karim : donner la date de naissance"));
    }

    @Test
    void whoHasAPlaceAlreadyIsLedToIt() {
        var group = town.group(here).series(2).stands();
        var family = town.family(here).lives();
        family.signIn();
        openFlow(group);
        press("Continuer");
        press("Je fais l’inscription");
        openFlow(group);
        assertThat(texts()).contains("Cette personne a déjà une place.");
        assertThat(_find(_get(Notice.class), Anchor.class).stream().map(Anchor::getHref)).containsExactly("/app/" + here.slug() + "/mes-inscriptions");
    }

    @Test
    void whoseBirthDateIsMissingGivesItAndComesBackWithNothingLost() {
        var group = town.group(here).sessions(2).aged(18, 99).stands();
        var family = town.family(here).adult("Karim").child("Léa", born(9)).lives();
        SignIn.as(here.id(), Role.RECEPTION);
        CurrentCentre.in(here.id(), () -> families.changePerson(family.person(), 0,
                PersonDetails.adult("Amina", "Test", born(40))).value().orElseThrow());
        family.signIn();
        openFlow(group);
        tick(Set.of(family.person()));
        var link = _find(Link.class).stream().filter(one -> one.getText().equals(spaced("Karim : donner la date de naissance"))).findFirst().orElseThrow();

        open(link.getHref().substring("/app/".length()));
        typeBirth("4", "5", "1985");
        press("Enregistrer");

        assertThat(heading()).isEqualTo(spaced("Qui vient à « Cuisine du monde » ?"));
        assertThat(cards().getValue()).containsExactly(family.person());
        assertThat(_find(Link.class)).noneMatch(one -> one.getText().contains("donner la date"));
        open(here.slug() + "/famille/personne/" + person(family, "Karim") + "?retour=https://ailleurs.example/");
        press("Enregistrer");
        assertThat(heading()).as("an address of elsewhere is not followed").isEqualTo("Ma famille");
    }

    private static void type(String id, String text) {
        _get(Input.class, spec -> spec.withId(id)).setValue(text);
    }

    private static void typeBirth(String day, String month, String year) {
        type("birth-day", day);
        type("birth-month", month);
        type("birth-year", year);
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

    private static List<String> hrefs() {
        return _find(Anchor.class).stream().map(Anchor::getHref).toList();
    }
}
