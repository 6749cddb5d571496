package fr.preau.accounts.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import fr.preau.accounts.AccountService;
import fr.preau.accounts.Grant;
import fr.preau.base.Demonstration;
import fr.preau.base.EmailAddress;
import fr.preau.base.Ids;
import fr.preau.base.Role;
import fr.preau.base.ui.Notice;
import fr.preau.centres.CentreRecord;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The way in to one's centre, and the frame around its screens. */
class ShellTest extends ScreenTest {

    @Autowired
    private TestCentres centres;
    @Autowired
    private AccountService accounts;
    @Autowired
    private JdbcTemplate jdbc;
    private CentreRecord here;

    @BeforeEach
    void aCentre() {
        here = centres.open();
    }

    @Test
    void whoWorksInOneCentreArrivesAtItsFirstSection() {
        SignIn.as(here.id(), Role.RECEPTION);
        open("");
        assertThat(place()).isEqualTo(here.slug() + "/aujourdhui");
    }

    @Test
    void aFamilyOfOneCentreArrivesThere() {
        var account = resident();
        family(account, here);
        centres.open();
        SignIn.asResident(account);
        open("");
        assertThat(place()).startsWith(here.slug() + "/");
    }

    @Test
    void whoCameByACodeArrivesInItsCentreAndReadsHowToSeeOthers() {
        var account = resident();
        family(account, here);
        family(account, centres.open());
        SignIn.byCode(account, here.id());
        open("");
        assertThat(place()).startsWith(here.slug() + "/");
        open("?choix");
        assertThat(links()).filteredOn(href -> href.startsWith("/app/")).allMatch(href -> href.startsWith("/app/" + here.slug() + "/"));
        assertThat(_get(Notice.class).getElement().getTextRecursively()).contains(here.name(), "entrez par un lien envoyé à votre adresse mail");
    }

    @Test
    void whoHasNoAddressIsNotSentToHerMail() {
        var account = accounts.withoutMail("Amina Benali").id();
        family(account, here);
        SignIn.byCode(account, here.id());
        open("?choix");
        assertThat(_get(Notice.class).getElement().getTextRecursively()).contains(here.name(), "demandez un code à l’accueil de l’autre centre")
                .doesNotContain("mail");
    }

    @Test
    void aNewResidentChoosesAmongAllCentresAndIsLedThereNextTime() {
        var other = centres.open();
        SignIn.asResident(resident());
        open("");
        assertThat(links()).anyMatch(href -> href.startsWith("/app/" + here.slug() + "/"))
                .anyMatch(href -> href.startsWith("/app/" + other.slug() + "/"));
    }

    @Test
    void whoWorksInTwoCentresChoosesOnceAndThenGoesOnToTheLast() {
        var other = centres.open();
        SignIn.as(resident(), Set.of(new Grant(Role.ANIMATOR, here.id()), new Grant(Role.ANIMATOR, other.id())));
        open("");
        _assertOne(H1.class, spec -> spec.withText(spaced("Quel est votre centre ?")));
        open(other.slug() + "/aujourdhui");
        open("");
        assertThat(place()).startsWith(other.slug() + "/");
        open("?choix");
        _assertOne(H1.class, spec -> spec.withText(spaced("Quel est votre centre ?")));
    }

    @Test
    void theTeamSeesItsSectionsAndTheWayToItsOwnSpaceAndBack() {
        SignIn.as(resident(), Set.of(new Grant(Role.DIRECTOR, here.id())));
        open(here.slug() + "/aujourdhui");
        assertThat(links()).contains("/app/" + here.slug() + "/equipe", "/app/" + here.slug() + "/compte");
        _assertOne(Anchor.class, spec -> spec.withText("Mon espace"));
        open(here.slug() + "/famille");
        _assertNone(Anchor.class, spec -> spec.withText("Mon espace"));
        assertThat(_find(Anchor.class, spec -> spec.withText("Espace équipe"))).isNotEmpty();
        assertThat(links()).doesNotContain("/app/" + here.slug() + "/equipe");
    }

    @Test
    void aFamilyFindsTheActivitiesAmongItsSectionsAndTheTeamOnlyItsOwn() {
        SignIn.as(resident(), Set.of(new Grant(Role.DIRECTOR, here.id())));
        open(here.slug() + "/famille");
        assertThat(links()).contains("/centres/" + here.slug() + "/activites");
        open(here.slug() + "/aujourdhui");
        assertThat(links()).doesNotContain("/centres/" + here.slug() + "/activites").contains("/app/" + here.slug() + "/activites");
    }

    @Test
    void aResidentSeesNothingOfTheTeam() {
        SignIn.asResident(resident());
        open(here.slug() + "/famille");
        _assertNone(Anchor.class, spec -> spec.withText("Espace équipe"));
        openInVain(here.slug() + "/equipe");
    }

    @Test
    void thePagesNameTheirCentre() {
        SignIn.as(resident(), Set.of(new Grant(Role.RECEPTION, here.id())));
        open(here.slug() + "/compte");
        assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo("Mon compte · " + here.name() + " · Préau");
    }

    @Test
    void signingOutIsAFormThatThePagesGuard() {
        SignIn.as(resident(), Set.of(new Grant(Role.RECEPTION, here.id())));
        open(here.slug() + "/famille");
        var form = _get(SignOutForm.class).getElement();
        assertThat(form.getAttribute("method")).isEqualTo("post");
        assertThat(form.getAttribute("action")).isEqualTo("/connexion/quitter");
    }

    @Test
    void theFootOfThePublicPagesStandsInTheAppToo() {
        SignIn.asResident(resident());
        open(here.slug() + "/famille");
        assertThat(_find(Html.class)).extracting(Html::getInnerHtml).anySatisfy(foot -> assertThat(foot).contains("href=\"/accessibilite\"", "href=\"/confidentialite\""));
    }

    @Test
    void withoutTheDemonstrationNoPageSaysSo() {
        SignIn.asResident(resident());
        open(here.slug() + "/famille");
        _assertNone(Paragraph.class, spec -> spec.withClasses("demo"));
    }

    @Test
    void everyPageOfTheDemonstrationSaysThatItIsOne() {
        SignIn.asResident(resident());
        open(here.slug() + "/famille");
        assertThat(new AppLayout(new Demonstration(true)).getElement().getTextRecursively()).contains("Démonstration, données fictives");
    }

    private void family(UUID account, CentreRecord centre) {
        var household = Ids.next().toString();
        jdbc.update("INSERT INTO household (id, centre_id, name, origin, created_at, version) VALUES (?, ?, 'Benali', 'RESIDENT', now(6), 0)",
                household, centre.id().toString());
        jdbc.update("INSERT INTO household_account (id, centre_id, household_id, account_id, linked_at, version) VALUES (?, ?, ?, ?, now(6), 0)",
                Ids.next().toString(), centre.id().toString(), household, account.toString());
    }

    private UUID resident() {
        return accounts.withMail(new EmailAddress("qui" + Ids.next() + "@exemple.fr"), "Amina Benali").id();
    }

    private static String place() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPath();
    }

    private static List<String> links() {
        return _find(Anchor.class).stream().map(Anchor::getHref).toList();
    }
}
