package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import fr.preau.base.Moments;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Tick;
import fr.preau.testing.SignIn;
import fr.preau.testing.SqlCount;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever comes without being registered and is of a family of the centre is found by the beginning of her name. */
class KnownWalkInScreensTest extends DeskScreens {

    private static final String OTHER = spaced("Quelqu’un d’autre : ajouter ce nom");

    @Test
    void oneTapOnHerNameAndTheVisitIsHersUntilItIsTakenBack() {
        town.family(centre).named("Haddad").child("Léa", years(9)).lives();
        openSheet();
        type("lea HAD");

        assertThat(status()).isEqualTo("Une personne du centre s’appelle ainsi. Appuyez sur son nom.");
        press("Léa Haddad");

        assertThat(walkIns()).containsExactly("Léa PRESENT");
        assertThat(field().getValue()).as("empty for the next one").isEmpty();
        assertThat(status()).isEmpty();
        assertThat(_find(Tick.class)).anySatisfy(tick -> {
            assertThat(tick.getElement().getAttribute("aria-label")).contains("Léa Haddad");
            assertThat(tick.getText()).isEqualTo("Est là");
        });
        press("Revenir en arrière");
        assertThat(walkIns()).containsExactly("Léa null");
        assertThat(_find(Tick.class)).as("she is not on the sheet any more").hasSize(1);
    }

    @Test
    void namesakesAreToldApartAndTheOthersAreNotDescribed() {
        town.family(centre).named("Haddad").child("Léa", years(9)).child("Léonie", years(7)).lives();
        town.family(centre).named("Haddad").child("Léa", years(5)).lives();
        openSheet();
        type("lé haddad");

        assertThat(names()).containsExactlyInAnyOrder(spaced("Léa Haddad, 9 ans"), spaced("Léa Haddad, 5 ans"), "Léonie Haddad");
    }

    @Test
    void whoIsOnTheListIsShownSoAndNotedThere() {
        openSheet();
        type("amina b");
        press("Amina Benali, sur la liste");

        assertThat(walkIns()).isEmpty();
        assertThat(_find(Tick.class)).singleElement().satisfies(tick -> assertThat(tick.getText()).isEqualTo("Est là"));
    }

    @Test
    void somebodyElseOfTheSameNameIsAddedByTheNameAlone() {
        town.family(centre).named("Haddad").child("Léa", years(9)).lives();
        openSheet();
        type("Léa");
        press(OTHER);

        assertThat(database.sql("SELECT first_name FROM attendance WHERE person_id IS NULL AND session_id = :session")
                .param("session", group.session()).query(String.class).list()).containsExactly("Léa");
        assertThat(names()).isEmpty();
        _assertNone(Act.class, spec -> spec.withText(OTHER));
    }

    @Test
    void fiveAreShownAtMostAndALetterAloneFindsNobody() {
        var many = town.family(centre).named("Haddad");
        List.of("Zoa", "Zob", "Zoc", "Zod", "Zoe", "Zof").forEach(many::adult);
        many.lives();
        openSheet();
        type("z");
        assertThat(names()).isEmpty();
        type("zo");

        assertThat(names()).containsExactly("Zoa Haddad", "Zob Haddad", "Zoc Haddad", "Zod Haddad", "Zoe Haddad");
        assertThat(status()).endsWith("Écrivez plus de lettres pour voir les autres.");
    }

    @Test
    void nobodyOfAnotherCentreAndNobodyWhoLeftIsFound() {
        town.family(town.centre()).named("Haddad").lives();
        town.family(centre).named("Haddad").adult("Zoé").lives();
        database.sql("UPDATE person SET removed_at = NOW(6) WHERE first_name = 'Zoé'").update();
        openSheet();
        type("haddad");

        assertThat(names()).containsExactly("Amina Haddad");
    }

    @Test
    void nothingIsLookedUpBeforeSomebodyTypes() throws Exception {
        assertThat(SqlCount.during(() -> {
            openSheet();
            return null;
        })).noneMatch(sql -> sql.contains("search_name"));
        assertThat(SqlCount.during(() -> {
            type("be");
            return null;
        })).anyMatch(sql -> sql.contains("search_name")).hasSizeLessThanOrEqualTo(4);
    }

    private void openSheet() {
        SignIn.as(centre.id(), Role.ANIMATOR);
        open(centre.slug() + "/seances/" + group.session() + "/pointage");
    }

    /** Who came without being registered and is known, with the mark. */
    private List<String> walkIns() {
        return database.sql("""
                SELECT CONCAT(p.first_name, ' ', COALESCE(n.mark, 'null')) FROM attendance n JOIN person p ON p.id = n.person_id
                WHERE n.session_id = :session AND n.origin = 'WALK_IN'""").param("session", group.session()).query(String.class).list();
    }

    private static LocalDate years(int age) {
        return LocalDate.now(Moments.PARIS).minusYears(age).minusDays(40);
    }

    private static TextField field() {
        return _get(TextField.class, spec -> spec.withLabel("Prénom"));
    }

    private static void type(String text) {
        _setValue(field(), text);
    }

    private static void press(String text) {
        _click(_find(Act.class, spec -> spec.withText(text)).getLast());
    }

    private static List<String> names() {
        return _find(Act.class).stream().filter(act -> act.getParent().filter(ListItem.class::isInstance).isPresent()).map(Act::getText).toList();
    }

    private static String status() {
        return _get(Paragraph.class, spec -> spec.withPredicate(one -> "status".equals(one.getElement().getAttribute("role"))
                && one.getClassNames().contains("hint"))).getText();
    }
}
