package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Moments;
import fr.preau.base.ui.ManyCards;
import fr.preau.base.ui.Page;
import fr.preau.centres.CentreRecord;
import fr.preau.people.FamilyService;
import fr.preau.people.HouseholdService;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.TestCentres;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A centre, and how the tests of a family's screens go through them, press and read. */
abstract class FamilyScreens extends ScreenTest {

    private static final Set<String> CONFIRM = Set.of("Je fais l’inscription", "Je me mets sur la liste d’attente");

    @Autowired
    private TestCentres centres;
    @Autowired
    private HouseholdService households;
    @Autowired
    FamilyService families;
    @Autowired
    JdbcClient database;
    @Autowired
    private Clock clock;
    Town town;
    CentreRecord here;

    @BeforeEach
    void aTown() {
        town = new Town(centres, households, families, database, clock);
        here = town.centre();
    }

    void register(Town.Family family, Town.Group group) {
        family.signIn();
        open(here.slug() + "/mes-inscriptions");
        openFlow(group);
        press("Continuer");
        tick(Set.of(group.session()));
        press("Continuer");
        confirm();
    }

    String slug(Town.Group group) {
        return database.sql("SELECT slug FROM activity WHERE id = :id").param("id", group.activity()).query(String.class).single();
    }

    void openFlow(Town.Group group) {
        open(here.slug() + "/inscription/" + slug(group));
    }

    void step(Town.Group group, String step) {
        open(here.slug() + "/inscription/" + slug(group) + "/" + step);
    }

    LocalDate born(int yearsAgo) {
        return LocalDate.ofInstant(clock.instant(), Moments.PARIS).minusYears(yearsAgo).minusDays(40);
    }

    static UUID person(Town.Family family, String firstName) {
        return family.household().persons().stream().filter(one -> one.firstName().equals(firstName)).findFirst().orElseThrow().id();
    }

    @SuppressWarnings("unchecked")
    static ManyCards<UUID> cards() {
        return _get(ManyCards.class);
    }

    static void tick(Set<UUID> ids) {
        cards().setValue(ids);
    }

    static void press(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }

    /** The last button: where there is no place left it says so. */
    static void confirm() {
        _click(_get(Button.class, spec -> spec.withPredicate(button -> CONFIRM.contains(button.getText()))));
    }

    static void pressLike(String beginning) {
        _click(_find(Button.class).stream().filter(button -> button.getText().startsWith(beginning)).findFirst().orElseThrow());
    }

    static String heading() {
        return _get(H1.class).getText();
    }

    static String texts() {
        return text(_get(Page.class));
    }

    private static String text(Component root) {
        return root.getElement().getText() + " " + root.getChildren().map(FamilyScreens::text).collect(Collectors.joining(" "))
                + root.getElement().getTextRecursively();
    }

    int count(String table) {
        return CurrentCentre.in(here.id(), () -> database.sql("SELECT COUNT(*) FROM " + table + " WHERE centre_id = :centre")
                .param("centre", here.id()).query(Integer.class).single());
    }
}
