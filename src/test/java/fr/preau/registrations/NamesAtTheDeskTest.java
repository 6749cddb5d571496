package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextField;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.Tick;
import fr.preau.base.ui.TwoLines;
import fr.preau.centres.CentreRecord;
import fr.preau.people.HouseholdRecord;
import fr.preau.people.HouseholdService;
import fr.preau.registrations.Town.Group;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people type as names at the desk: taken as it is, or refused beside its field and kept there to be mended. */
@InTown
class NamesAtTheDeskTest extends ScreenTest {

    private static final String MUCH = "a".repeat(2_000_000);
    private static final String LETTERS = "Un nom s’écrit avec des lettres.";
    private static final String LONG = spaced("Ce nom est trop long : 80 lettres au plus.");

    @Autowired
    Town town;
    @Autowired
    HouseholdService households;
    @Autowired
    RegistrationService registrations;
    @Autowired
    JdbcClient database;

    private CentreRecord centre;
    private Group group;

    @BeforeEach
    void aSessionThatNobodyIsExpectedAt() {
        centre = town.centre();
        group = town.group(centre).stands();
    }

    static String[] names() {
        return new String[] {"D’Hondt", "O'Brien", "de la Tour", "Ben Ali-Ould", "N’Guyễn", "أمينة بن علي", "Amina", "Abcdefghij ".repeat(5) + "Abcde"};
    }

    /** Each with what is said about it. */
    static String[][] noNames() {
        return new String[][] {{"😀", LETTERS}, {"أمينة 😀", LETTERS}, {"<script>alert(1)</script>", LETTERS}, {"Amina\r\nBcc: a@b.fr", LETTERS},
                {"=HYPERLINK(\"http://x\")", LETTERS}, {MUCH, LONG}};
    }

    @ParameterizedTest
    @MethodSource("names")
    void aNewFamilyMayBearAnyName(String name) {
        openFamily();
        type("Prénom", name);
        type("Nom", name);
        create();

        assertThat(household().orElseThrow().adults()).singleElement().satisfies(adult -> {
            assertThat(adult.firstName()).isEqualTo(name.strip());
            assertThat(adult.lastName()).isEqualTo(name.strip());
        });
    }

    @ParameterizedTest
    @MethodSource("noNames")
    void whatIsNoNameIsRefusedBesideItsFieldAndStaysThere(String typed, String why) {
        openFamily();
        type("Prénom", "Amina");
        type("Nom", typed);
        create();
        assertRefused("Nom", typed, why);
        assertThat(field("Prénom").isInvalid()).as("the other one is all right").isFalse();
        assertThat(field("Prénom").getValue()).isEqualTo("Amina");

        type("Prénom", typed);
        create();
        assertRefused("Prénom", typed, why);
        _assertNone(Notice.class);
        assertThat(household()).isEmpty();
        type("Prénom", "Amina");
        assertThat(field("Prénom").isInvalid()).as("a word that is written anew is not wrong yet").isFalse();
        type("Nom", "");
        create();
        assertThat(household()).as("one name is enough").isPresent();
    }

    @Test
    void eachFieldOfANewFamilySaysItsOwnRefusalAndTheFirstGetsTheCursor() {
        openFamily();
        type("Mail (facultatif)", "amina@");
        type("Téléphone (facultatif)", MUCH);
        create();
        assertThat(focusedLines()).containsExactly("Prénom");

        assertRefused("Prénom", "", "Écrivez le prénom.");
        assertRefused("Mail (facultatif)", "amina@", "");
        assertRefused("Téléphone (facultatif)", MUCH, "");
        assertThat(field("Nom").isInvalid()).isFalse();
        type("Prénom", "Amina");
        create();
        assertThat(focusedLines()).containsExactly("Mail (facultatif)");
        assertThat(household()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void whoComesWithoutBeingRegisteredMayBearAnyName(String name) {
        openSheet();
        type("Prénom", name);
        add();

        assertThat(_find(TwoLines.class)).singleElement().satisfies(line -> assertThat(line.getElement().getTextRecursively()).contains(name.strip()));
        assertThat(field("Prénom").getValue()).as("empty for the next one").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("noNames")
    void onTheSheetTooWhatIsNoNameIsRefusedBesideItsFieldAndStaysThere(String typed, String why) {
        openSheet();
        add();
        assertRefused("Prénom", "", "Écrivez le prénom.");
        type("Prénom", typed);
        add();
        assertRefused("Prénom", typed, why);
        type("Prénom", "Zoé");
        type("Nom", typed);
        add();
        assertRefused("Nom", typed, why);
        assertThat(field("Prénom").getValue()).isEqualTo("Zoé");
        _assertNone(Tick.class);
    }

    @Test
    void aNameThatIsHalfTypedStaysWhileSomebodyElseIsAddedFromAnotherPhone() {
        var expected = town.family(centre).named("Benali").lives();
        expected.signIn();
        register(expected);
        openSheet();
        type("Prénom", "Zo");
        database.sql("INSERT INTO attendance (id, centre_id, session_id, person_id, first_name, last_name, origin, mark, marked_at, version) "
                        + "VALUES (:id, :centre, :session, NULL, 'Tom', '', 'WALK_IN', 'PRESENT', NOW(6), 0)")
                .param("id", UUID.randomUUID()).param("centre", centre.id()).param("session", group.session()).update();

        _click(_find(Tick.class).getFirst());

        assertThat(_find(Tick.class)).as("both are there").hasSize(2);
        assertThat(field("Prénom").getValue()).isEqualTo("Zo");
    }

    private void register(Town.Family family) {
        CurrentCentre.runIn(centre.id(), () -> registrations.register(RegisterCommand.sessions(UUID.randomUUID().toString(), group.id(), family.id(),
                List.of(family.person()), Set.of(group.session()), PartyRule.WHO_CAN)));
    }

    private void openFamily() {
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscrire?activite=" + group.activity());
    }

    private void openSheet() {
        SignIn.as(centre.id(), Role.ANIMATOR);
        open(centre.slug() + "/seances/" + group.session() + "/pointage");
    }

    private static void create() {
        _click(_get(Act.class, spec -> spec.withText("Créer la famille et continuer")));
    }

    private static void add() {
        _click(_get(Act.class, spec -> spec.withText("Ajouter")));
    }

    private Optional<HouseholdRecord> household() {
        return UI.getCurrent().getActiveViewLocation().getQueryParameters().getSingleParameter("famille").map(UUID::fromString)
                .flatMap(id -> CurrentCentre.in(centre.id(), () -> households.find(id)));
    }

    private static TextField field(String label) {
        return _get(TextField.class, spec -> spec.withLabel(label));
    }

    private static void type(String label, String text) {
        _setValue(field(label), text);
    }

    /** The lines that got the cursor in the last click, in their order. */
    private static List<String> focusedLines() {
        return focused().stream().filter(TextField.class::isInstance).map(line -> ((TextField) line).getLabel()).toList();
    }

    private static void assertRefused(String label, String kept, String why) {
        assertThat(field(label).isInvalid()).as(label).isTrue();
        assertThat(field(label).getErrorMessage()).as(label).isNotEmpty().contains(why);
        assertThat(field(label).getValue().equals(kept)).as("nothing typed is lost").isTrue();
    }
}
