package fr.preau.federation.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.NotFoundException;
import fr.preau.accounts.AccountService;
import fr.preau.accounts.Audit;
import fr.preau.accounts.AuditFilter;
import fr.preau.accounts.AuditRecord;
import fr.preau.accounts.Grant;
import fr.preau.accounts.team.DirectorService;
import fr.preau.accounts.team.TeamRefusal;
import fr.preau.base.EmailAddress;
import fr.preau.base.FrenchSpaces;
import fr.preau.base.Ids;
import fr.preau.base.Role;
import fr.preau.base.Texts;
import fr.preau.base.ui.TwoLines;
import fr.preau.centres.CentreRecord;
import fr.preau.centres.CentreService;
import fr.preau.federation.CentreSheet;
import fr.preau.federation.CentreSheetService;
import fr.preau.federation.HealthService;
import fr.preau.federation.OverviewService;
import fr.preau.federation.SheetOutcome;
import fr.preau.messaging.OutboxHealth;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.SqlCount;
import fr.preau.testing.TestCentres;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** What the federation and its technician see, and what nobody else does. */
class FederationScreensTest extends ScreenTest {

    @Autowired
    private OverviewService overview;
    @Autowired
    private CentreSheetService sheets;
    @Autowired
    private DirectorService directors;
    @Autowired
    private HealthService health;
    @Autowired
    private OutboxHealth outbox;
    @Autowired
    private CentreService centres;
    @Autowired
    private AccountService accounts;
    @Autowired
    private Audit audit;
    @Autowired
    private TestCentres testCentres;
    @Autowired
    private List<RecurringTask<?>> jobs;
    @Autowired
    private Texts texts;
    private CentreRecord here;

    @BeforeEach
    void aCentreAndAnOfficer() {
        here = testCentres.open();
        SignIn.as(here.id(), Role.FEDERATION);
    }

    @Test
    void anOfficerArrivesAtTheCentresInNumbers() {
        open("");
        _assertOne(H1.class, spec -> spec.withText("Les centres de la fédération"));
        assertThat(_find(TwoLines.class)).anyMatch(line -> line.getElement().getTextRecursively().contains(here.name()));
    }

    @Test
    void theNumbersAreThoseOfEachCentreAlone() throws Exception {
        var there = testCentres.open();
        assertThat(SqlCount.during(() -> overview.centres())).as("whatever the number of centres").hasSize(4);
        assertThat(overview.centres()).filteredOn(row -> row.slug().equals(here.slug()) || row.slug().equals(there.slug())).hasSize(2)
                .allMatch(row -> row.activities() == 0 && row.registered() == 0 && row.households() == 0 && row.waiting() == 0);
    }

    @Test
    void anOfficerChangesTheSheetWithTheErrorsBesideTheLines() {
        open("federation/centres/" + here.slug());
        type("postcode", "5900");
        type("phone", "abc");
        press("Enregistrer la fiche");
        _assertOne(Span.class, spec -> spec.withText(FrenchSpaces.spaced("Écrivez les 5 chiffres du code postal.")));
        _assertOne(Span.class, spec -> spec.withText(FrenchSpaces.spaced("Écrivez un numéro de téléphone complet, comme 03 20 00 00 00.")));
        type("postcode", "59000");
        type("phone", "03 20 12 34 56");
        type("street", "3 rue des Postes");
        press("Enregistrer la fiche");
        assertThat(centres.find(here.id()).orElseThrow().contact().street()).isEqualTo("3 rue des Postes");
        assertThat(audit.of("centre", here.id())).extracting(AuditRecord::action).containsExactly("centre-sheet-changed");
    }

    @Test
    void aSheetThatSomebodyElseHasChangedIsNotOverwrittenSilently() {
        var opened = sheets.find(here.id()).orElseThrow();
        assertThat(sheets.change(here.id(), opened, with(opened, "Lille"))).isInstanceOf(SheetOutcome.Saved.class);
        assertThat(sheets.change(here.id(), opened, with(opened, "Roubaix"))).isEqualTo(new SheetOutcome.ChangedMeanwhile(with(opened, "Lille")));
        assertThat(centres.find(here.id()).orElseThrow().contact().city()).isEqualTo("Lille");
    }

    @Test
    void anOfficerNamesTheFirstDirectorWhoGetsALetter() {
        String mail = "helene" + Ids.next() + "@exemple.fr";
        open("federation/centres/" + here.slug());
        _assertOne(Paragraph.class, spec -> spec.withText("Ce centre n’a pas encore de direction."));
        type("director-mail", "helene");
        press("Nommer à la direction");
        assertThat(_get(Input.class, spec -> spec.withId("director-mail")).getElement().getAttribute("aria-invalid")).isEqualTo("true");
        type("director-mail", mail);
        type("director-name", "Hélène Marchand");
        press("Nommer à la direction");
        assertThat(_get(Button.class, spec -> spec.withText("Nommer à la direction"))).as("a second tap is none, another person is")
                .matches(Button::isDisableOnClick).matches(Button::isEnabled);
        assertThat(_find(TwoLines.class)).anyMatch(line -> line.getElement().getTextRecursively().contains("Hélène Marchand"));
        var account = accounts.findByMail(new EmailAddress(mail)).orElseThrow().id();
        assertThat(accounts.rolesOf(account)).containsExactly(new Grant(Role.DIRECTOR, here.id()));
        assertThat(directors.name(here.id(), mail, "Hélène")).contains(TeamRefusal.DIRECTS_ALREADY);
    }

    @Test
    void somebodyOfTheTeamCanBeNamed() {
        String mail = "samia" + Ids.next() + "@exemple.fr";
        var account = accounts.withMail(new EmailAddress(mail), "Samia").id();
        accounts.grant(account, Role.RECEPTION, here.id());
        assertThat(directors.name(here.id(), mail, "Samia")).isEmpty();
        assertThat(accounts.rolesOf(account)).contains(new Grant(Role.DIRECTOR, here.id()), new Grant(Role.RECEPTION, here.id()));
    }

    @Test
    void theTechnicianSeesTheMachineAndTheJournalAndNoPeople() {
        SignIn.as(here.id(), Role.TECHNICIAN);
        audit.record("role-granted", "account", Ids.next(), "RECEPTION");
        open("");
        _assertOne(H1.class, spec -> spec.withText("L’état de la machine"));
        open("technique/journal");
        assertThat(_find(TwoLines.class)).anyMatch(line -> line.getElement().getTextRecursively().equals("Rôle donnéAccueil"));
        assertThat(health.machine().databaseVersion()).contains("MariaDB");
        assertThat(outbox.figures().failed()).isZero();
        openInVain("federation");
        openInVain(here.slug() + "/inscriptions");
        assertThatThrownBy(() -> overview.centres()).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void eachJobHasANameInPlainWords() {
        assertThat(jobs).extracting(RecurringTask::getName).containsExactlyInAnyOrderElementsOf(HealthView.JOBS);
        assertThat(HealthView.JOBS).allSatisfy(name -> assertThat(texts.say("federation.job." + name)).isNotBlank());
    }

    @Test
    void nobodyOfACentreSeesTheFederationsScreens() {
        SignIn.as(here.id(), Role.DIRECTOR, Role.RECEPTION, Role.ANIMATOR);
        for (var address : List.of("federation", "federation/centres/" + here.slug(), "federation/centres/nouveau", "federation/equipe",
                "federation/equipe/inviter", "technique", "technique/journal")) {
            openInVain(address);
        }
        assertThatThrownBy(() -> sheets.find(here.id())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> directors.of(here.id())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> health.jobs()).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> audit.page(AuditFilter.ALL, 0, 10)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void anOfficerSeesNumbersAndNoFamilies() {
        openInVain(here.slug() + "/inscriptions");
        openInVain("technique");
        assertThatThrownBy(() -> open("federation/centres/nulle-part")).hasStackTraceContaining(NotFoundException.class.getName());
    }

    @Test
    void aYoungAuthorAndAVolunteerArriveAtKindWords() {
        for (var role : List.of(Role.YOUNG_AUTHOR, Role.VOLUNTEER)) {
            var account = accounts.withMail(new EmailAddress("nolan" + Ids.next() + "@exemple.fr"), "Nolan").id();
            SignIn.as(account, Set.of(new Grant(role, here.id())));
            open("");
            assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPath()).isEqualTo(here.slug() + "/bienvenue");
            assertThat(_get(H1.class).getText()).startsWith("Bonjour");
            _assertOne(H2.class, spec -> spec.withText(FrenchSpaces.spaced("À qui demander ?")));
            assertThat(_find(Anchor.class)).extracting(Anchor::getHref).contains("tel:+33320000000", "mailto:" + here.contact().email(),
                    "/centres/" + here.slug() + "/activites");
        }
    }

    private static CentreSheet with(CentreSheet sheet, String city) {
        return new CentreSheet(sheet.name(), sheet.shortName(), sheet.street(), sheet.postcode(), city, sheet.phone(), sheet.mail(), sheet.openingHours(), sheet.zone());
    }

    private static void type(String id, String text) {
        _setValue(_get(Input.class, spec -> spec.withId(id)), text);
    }

    private static void press(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }
}
