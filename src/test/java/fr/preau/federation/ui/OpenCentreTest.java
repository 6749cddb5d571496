package fr.preau.federation.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import fr.preau.accounts.AccountService;
import fr.preau.accounts.Audit;
import fr.preau.accounts.AuditRecord;
import fr.preau.accounts.Grant;
import fr.preau.accounts.team.TeamRefusal;
import fr.preau.accounts.ui.CentreLayout;
import fr.preau.base.EmailAddress;
import fr.preau.base.Ids;
import fr.preau.base.Role;
import fr.preau.base.ui.OneCard;
import fr.preau.base.ui.TwoLines;
import fr.preau.centres.CentreAddress;
import fr.preau.centres.CentreRecord;
import fr.preau.centres.CentreService;
import fr.preau.centres.HolidayZone;
import fr.preau.federation.AddressRefusal;
import fr.preau.federation.CentreSheet;
import fr.preau.federation.CentreSheet.Line;
import fr.preau.federation.NewCentre;
import fr.preau.federation.OpeningOutcome;
import fr.preau.federation.OpeningService;
import fr.preau.federation.OverviewService;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import fr.preau.testing.TestCentres;
import fr.preau.testing.TestDatabase;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** An officer opens a centre. */
class OpenCentreTest extends ScreenTest {

    private static final String DONE = "Ouvrir ce centre";

    @Autowired
    private OpeningService opening;
    @Autowired
    private OverviewService overview;
    @Autowired
    private CentreService centres;
    @Autowired
    private AccountService accounts;
    @Autowired
    private Audit audit;
    @Autowired
    private TestCentres testCentres;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private WebApplicationContext application;
    private CentreRecord here;

    @BeforeEach
    void anOfficer() {
        here = testCentres.open();
        SignIn.as(here.id(), Role.FEDERATION);
    }

    @Test
    void aCentreIsOpenedWithItsFirstDirectorAndIsEverywhereAtOnce() throws Exception {
        String mail = "nadia" + Ids.next() + "@exemple.fr";
        open("federation");
        open("federation/centres/nouveau");
        write("Centre social des Trois Ponts");
        assertThat(value("address")).isEqualTo("trois-ponts");
        _setValue(zone(), HolidayZone.C);
        type("director-mail", mail);
        type("director-name", "Nadia Brahimi");
        press(DONE);

        _assertOne(H1.class, spec -> spec.withText("Centre social des Trois Ponts"));
        assertThat(_find(TwoLines.class)).anyMatch(line -> line.getElement().getTextRecursively().contains("Nadia Brahimi"));
        var opened = centres.findBySlug("trois-ponts").orElseThrow();
        assertThat(opened.holidayZone()).isEqualTo(HolidayZone.C);
        assertThat(opened.code()).isEqualTo("TRO");
        assertThat(overview.centres()).anyMatch(row -> row.slug().equals("trois-ponts") && row.activities() == 0);
        assertThat(audit.of("centre", opened.id())).extracting(AuditRecord::action).containsExactly("centre-opened");
        var director = accounts.findByMail(new EmailAddress(mail)).orElseThrow().id();
        assertThat(accounts.rolesOf(director)).containsExactly(new Grant(Role.DIRECTOR, opened.id()));
        assertThat(jdbc.queryForList("SELECT kind FROM federation_letter WHERE subject_id = ?", String.class, director.toString()))
                .containsExactly("accounts.invitation");
        var page = MockMvcBuilders.webAppContextSetup(application).build().perform(get("/")).andReturn().getResponse().getContentAsString();
        assertThat(page).contains("/centres/trois-ponts", "Centre social des Trois Ponts");
    }

    @Test
    void allThatDoesNotGoIsSaidBesideItsFieldAndNothingTypedIsLost() {
        open("federation/centres/nouveau");
        write("Centre social des Quatre Vents");
        type("postcode", "59");
        type("address", "Quatre Vents");
        type("director-mail", "nadia");
        press(DONE);
        said("Écrivez les 5 chiffres du code postal.");
        said("Écrivez des petites lettres sans accent, des chiffres et des tirets, comme chemin-rouge. 60 lettres au plus.");
        said("Cette adresse n’est pas complète. Écrivez-la comme nom@exemple.fr.");
        assertThat(List.of("name", "postcode", "address", "director-mail", "phone").stream().map(OpenCentreTest::value))
                .containsExactly("Centre social des Quatre Vents", "59", "Quatre Vents", "nadia", "03 20 11 22 33");
        assertThat(centres.all()).extracting(CentreRecord::name).doesNotContain("Centre social des Quatre Vents");

        type("postcode", "59000");
        type("address", here.slug());
        type("director-mail", "nadia" + Ids.next() + "@exemple.fr");
        press(DONE);
        said("Un autre centre a déjà cette adresse. Choisissez-en une autre.");
        said("Écrivez le prénom et le nom.");

        type("address", "federation");
        type("director-mail", "");
        press(DONE);
        said("Ce mot sert déjà à Préau. Choisissez-en un autre.");

        type("address", "quatre-vents");
        press(DONE);
        _assertOne(H1.class, spec -> spec.withText("Centre social des Quatre Vents"));
        _assertOne(Paragraph.class, spec -> spec.withText("Ce centre n’a pas encore de direction."));
    }

    @Test
    void theProposedAddressFollowsTheNameUntilSomebodyWritesItAndIsFree() {
        testCentres.open("les-hauts", "Les Hauts", "LHX");
        open("federation/centres/nouveau");
        type("name", "Centre social Les Hauts");
        assertThat(value("address")).as("taken already").isEqualTo("les-hauts-2");
        type("name", "Centre social du Bas");
        assertThat(value("address")).isEqualTo("bas");
        type("address", "le-bas");
        type("name", "Centre social du Bas Chemin");
        assertThat(value("address")).isEqualTo("le-bas");
    }

    @Test
    void aLongNameThatIsTakenIsProposedWithANumberWhereverItIsCut() {
        String whole = "h".repeat(CentreAddress.LONGEST - 4) + "-bas";
        testCentres.open(whole, "Le Bas", "LBX");
        String proposed = opening.proposeAddress(whole);
        assertThat(proposed).isEqualTo("h".repeat(CentreAddress.LONGEST - 4) + "-2");
        assertThat(CentreAddress.fault(proposed)).isEmpty();
    }

    @Test
    void whoseAccountIsShutDirectsNoNewCentreAndNothingIsLeftOfIt() {
        var shut = accounts.withMail(new EmailAddress("paul" + Ids.next() + "@exemple.fr"), "Paul");
        accounts.disable(shut.id(), "LEFT");
        assertThat(opening.open(wanted("Ferme du Nord", "", "", shut.mail().orElseThrow().value(), "Paul")))
                .isEqualTo(new OpeningOutcome.Refused(Set.of(), Optional.empty(), false, Optional.of(TeamRefusal.ACCOUNT_SHUT)));
        assertThat(centres.findBySlug("ferme-du-nord")).isEmpty();
    }

    @Test
    void twoOfficersWhoTakeTheSameAddressInTheSameSecondOpenOneCentre() throws Exception {
        for (int round = 0; round < 4; round++) {
            var wanted = wanted("Centre social Double " + round, "", "", "", "");
            var start = new CyclicBarrier(2);
            try (var threads = Executors.newFixedThreadPool(2)) {
                var outcomes = threads.invokeAll(IntStream.range(0, 2).<Callable<OpeningOutcome>>mapToObj(officer -> () -> {
                    SignIn.as(here.id(), Role.FEDERATION);
                    start.await();
                    return opening.open(wanted);
                }).toList());
                var both = Stream.of(outcomes.get(0).get(), outcomes.get(1).get());
                assertThat(both).containsExactlyInAnyOrder(new OpeningOutcome.Opened(wanted.address()),
                        new OpeningOutcome.Refused(Set.of(), Optional.of(AddressRefusal.TAKEN), false, Optional.empty()));
            }
        }
    }

    @Test
    void theFirstCentreOfAllNamesTheFederation() {
        TestDatabase.empty();
        open("federation/centres/nouveau");
        write("Centre social du Commencement");
        press(DONE);
        said("Écrivez le nom de la fédération, en 120 lettres au plus.");
        type("federation", "Fédération des Flandres");
        press(DONE);
        assertThat(centres.findBySlug("commencement")).isPresent();
        assertThat(centres.federationName()).contains("Fédération des Flandres");
        open("federation/centres/nouveau");
        _assertNone(Input.class, spec -> spec.withId("federation"));
    }

    @Test
    void badNamesAreKeptOrRefusedAndNeverBreakAPage() {
        for (var name : List.of("<script>alert(1)</script>", "=HYPERLINK(\"x\")", "D’Artagnan-Lévesque", "مركز اجتماعي", "🙂🙂")) {
            var outcome = opening.open(wanted(name, "nom-" + Ids.next(), "", "", ""));
            assertThat(outcome).as(name).isInstanceOf(OpeningOutcome.Opened.class);
        }
        for (var name : List.of("", "a\nb", "x".repeat(121), "x".repeat(2_000_000))) {
            assertThat(opening.open(wanted(name, "nom-" + Ids.next(), "", "", ""))).isInstanceOfSatisfying(OpeningOutcome.Refused.class,
                    refused -> assertThat(refused.lines()).contains(Line.NAME));
        }
    }

    @Test
    void nobodyElseOpensACentre() {
        for (var role : List.of(Role.DIRECTOR, Role.RECEPTION, Role.TECHNICIAN)) {
            SignIn.as(here.id(), role);
            openInVain("federation/centres/nouveau");
            assertThatThrownBy(() -> opening.open(wanted("Non", "", "", "", ""))).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void noCentreTakesTheBeginningOfAnAddressOfOurs() {
        var screens = routes().getRoutes().stream().filter(screen -> screen.getName().startsWith("fr.preau") && !screen.isMemberClass()).toList();
        var beginnings = screens.stream().flatMap(screen -> Stream.concat(
                        Stream.of(screen.getAnnotation(Route.class)).filter(route -> route.layout() != CentreLayout.class).map(Route::value),
                        Arrays.stream(screen.getAnnotationsByType(RouteAlias.class)).filter(alias -> alias.layout() != CentreLayout.class).map(RouteAlias::value)))
                .map(path -> path.split("/")[0]).filter(word -> !word.isEmpty() && !word.startsWith(":")).distinct().toList();
        assertThat(beginnings).contains("federation", "technique", "compte")
                .allMatch(word -> CentreAddress.fault(word).equals(Optional.of(CentreAddress.Fault.RESERVED)));
    }

    private static NewCentre wanted(String name, String address, String federation, String mail, String director) {
        return new NewCentre(new CentreSheet(name, "Court", "1 rue de la Cour", "59200", "Tourcoing", "03 20 00 00 00", "accueil@exemple.fr",
                "Du lundi au vendredi", HolidayZone.B), address, federation, mail, director);
    }

    /** All but the address, which follows from the name. */
    private static void write(String name) {
        type("name", name);
        type("short-name", "Le centre");
        type("street", "3 rue des Postes");
        type("postcode", "59000");
        type("city", "Lille");
        type("phone", "03 20 11 22 33");
        type("mail", "accueil@ponts.example");
        type("opening-hours", "Du lundi au vendredi, de 9 h à 18 h");
    }

    private static void said(String words) {
        _assertOne(Span.class, spec -> spec.withText(spaced(words)));
    }

    @SuppressWarnings("unchecked")
    private static OneCard<HolidayZone> zone() {
        return _get(OneCard.class);
    }

    private static String value(String id) {
        return _get(Input.class, spec -> spec.withId(id)).getValue();
    }

    private static void type(String id, String text) {
        _setValue(_get(Input.class, spec -> spec.withId(id)), text);
    }

    private static void press(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }
}
