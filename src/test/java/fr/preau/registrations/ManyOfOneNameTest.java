package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Input;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.TwoLines;
import fr.preau.registrations.Town.Family;
import fr.preau.testing.SignIn;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where many bear the name that was typed, one is known by its number, and nobody takes the first ones for all. */
class ManyOfOneNameTest extends DeskScreens {

    private static final String NUMBER = "03 20 11 22 33";
    private static final int A_PAGE = 20;

    @Test
    void ofTwoFamiliesOfOneNameTheNumberTellsWhich() {
        town.family(centre).named("Durand").phoneOnly(NUMBER).lives();
        town.family(centre).named("Durand").lives();
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscrire?activite=" + group.activity() + "&mots=durand");
        assertThat(rows()).hasSize(2).anyMatch(text -> text.contains(NUMBER) || text.contains(spaced(NUMBER)))
                .anyMatch(text -> text.contains("@exemple.fr"));
        assertThat(notices()).noneMatch(text -> text.contains("écrivez plus de lettres"));
    }

    @Test
    void thatThereAreMoreThanAreShownIsSaidOfFamiliesOfGuardiansAndOfActivities() {
        for (int at = 0; at <= A_PAGE; at++) {
            town.family(centre).named("Durand").phoneOnly(NUMBER).lives();
            town.group(centre).stands();
        }
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscrire?activite=" + group.activity() + "&mots=durand");
        assertThat(notices()).anyMatch(text -> text.contains(spaced("Il y en a 21 : écrivez plus de lettres.")));

        open(centre.slug() + "/inscrire");
        assertThat(notices()).anyMatch(text -> text.contains(spaced("Il y en a 22 : écrivez plus de lettres.")));

        Family other = town.family(centre).named("Petit").child("Léa", LocalDate.now().minusYears(9)).lives();
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/familles/" + other.id() + "/personne/" + other.household().children().getFirst().id());
        _setValue(_get(Input.class, spec -> spec.withId("guardian-words")), "durand");
        _click(_get(Act.class, spec -> spec.withText("Chercher")));
        assertThat(notices()).anyMatch(text -> text.contains(spaced("Il y a 21 familles : écrivez plus de lettres.")));
        assertThat(rows()).anyMatch(text -> text.contains("famille Durand") && text.contains(NUMBER.substring(0, 2)));
    }

    private static List<String> rows() {
        return _find(TwoLines.class).stream().map(line -> line.getElement().getTextRecursively()).toList();
    }

    private static List<String> notices() {
        return _find(Notice.class).stream().map(notice -> notice.getElement().getTextRecursively()).toList();
    }
}
