package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Input;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.base.ui.Notice;
import fr.preau.people.PeopleRefusal;
import fr.preau.people.PersonDetails;
import fr.preau.testing.SignIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reception has taken an adult out of her family: what she reads then, and how reception takes her back. */
class WhoWasTakenOutScreensTest extends FamilyScreens {

    private Town.Family family;

    @BeforeEach
    void receptionHasTakenHerOut() {
        family = town.family(here).named("Benali").lives();
        SignIn.as(here.id(), Role.RECEPTION);
        CurrentCentre.runIn(here.id(), () -> {
            families.addPerson(family.id(), PersonDetails.adult("Karim", "Benali")).value().orElseThrow();
            families.removePerson(family.person()).value().orElseThrow();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"inscription", "famille"})
    void whoIsRefusedReadsWhyOnceAndWhomToAsk(String screen) {
        var group = town.group(here).stands();
        family.signIn();
        open(here.slug() + "/" + screen + (screen.equals("inscription") ? "/" + slug(group) : ""));
        _get(Input.class, spec -> spec.withId("first-name")).setValue("Amina");

        press("Continuer");

        assertThat(_find(Notice.class)).singleElement().extracting(one -> one.getElement().getTextRecursively()).asString()
                .contains(spaced("Demandez à l’accueil du centre : l’équipe peut ouvrir un dossier pour vous"));
        press("Continuer");
        assertThat(_find(Notice.class)).as("said once").hasSize(1);
    }

    @Test
    void anAnimatorDoesNotTakeAnAdultBack() {
        SignIn.as(here.id(), Role.ANIMATOR);
        open(here.slug() + "/familles/" + family.id());
        assertThat(texts()).doesNotContain("Retirés de la famille");
        database.sql("UPDATE person SET removed_at = removed_at - INTERVAL 11 MINUTE WHERE centre_id = :centre AND removed_at IS NOT NULL")
                .param("centre", here.id()).update();
        var gone = family.person();
        assertThat(CurrentCentre.in(here.id(), () -> families.restorePerson(gone)).reasons()).containsExactly(PeopleRefusal.NOT_FOUND);
        SignIn.as(here.id(), Role.RECEPTION);
        assertThat(CurrentCentre.in(here.id(), () -> families.restorePerson(gone)).reasons()).isEmpty();
    }

    @Test
    void receptionTakesHerBackOnTheFamilysPage() {
        open(here.slug() + "/familles/" + family.id());
        assertThat(texts()).contains("Retirés de la famille", "Les places d’avant ne reviennent pas");

        press("Remettre Amina dans la famille");
        assertThat(_get(ConfirmDialog.class).getElement().getProperty("message")).contains("pourra de nouveau ouvrir le dossier");
        press("Oui, remettre");

        assertThat(texts()).doesNotContain("Retirés de la famille");
        assertThat(database.sql("SELECT COUNT(*) FROM person WHERE centre_id = :centre AND removed_at IS NOT NULL")
                .param("centre", here.id()).query(Integer.class).single()).isZero();
    }
}
