package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.textfield.TextField;
import fr.preau.base.Role;
import fr.preau.base.ui.ManyCards;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.OneCard;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import fr.preau.testing.SignIn;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Reception tells a caller before the click whether there is a place, or which rank it would be. */
class ForecastAtTheDeskTest extends DeskScreens {

    @Test
    void ofASeriesOneReadsHowManyPlacesAreLeftAndThatItWouldBeOne() {
        form(town.group(centre).series(4).places(3).stands(), town.family(centre).named("Petit").lives());

        assertThat(notices()).anyMatch(text -> text.contains(spaced("les 4 séances à venir. Il reste 3 places.")))
                .anyMatch(text -> text.contains("Si vous inscrivez maintenant") && text.contains(spaced("Amina : une place")));
    }

    @Test
    void whoWouldWaitIsToldTheRankAndAReasonToComeBeyondThePlacesChangesIt() {
        register(town.family(centre).named("Martins").lives());
        form(group, town.family(centre).named("Petit").lives());
        assertThat(notices()).anyMatch(text -> text.contains(spaced("Amina (")) && text.contains("numéro 2 sur la liste d’attente"));

        var beyond = _get(TextField.class, spec -> spec.withLabel("Inscrire au-delà des places"));
        assertThat(beyond.getHelperText()).contains("La liste d’attente ne change pas.");
        _setValue(beyond, "Vient avec sa sœur");

        assertThat(notices()).anyMatch(text -> text.contains("une place en dépassement"))
                .noneMatch(text -> text.contains("sur la liste d’attente"));
    }

    @Test
    void ofTwoOneWouldHaveThePlaceAndWhoIsThereAlreadyIsNamedWithTheReason() {
        var family = town.family(centre).named("Petit").of(2).lives();
        var small = town.group(centre).series(2).places(1).stands();
        form(small, family);
        assertThat(notices()).as("nobody is ticked yet").noneMatch(text -> text.contains("Si vous inscrivez"));

        tickEverybody();
        assertThat(notices()).anyMatch(text -> text.contains("Adulteb") && text.contains(spaced(" : numéro 1 sur la liste")))
                .noneMatch(text -> text.contains("une place"));
        _setValue(rule(), PartyRule.WHO_CAN);
        assertThat(notices()).anyMatch(text -> text.contains(spaced(" : une place")) && text.contains(spaced(" : numéro 1 sur la liste")));

        form(group, this.family);
        assertThat(notices()).anyMatch(text -> text.contains("Amina") && text.contains("déjà une place"));
    }

    private void form(Group what, Family who) {
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/inscrire?activite=" + what.activity() + "&famille=" + who.id());
    }

    private static void tickEverybody() {
        @SuppressWarnings("unchecked")
        ManyCards<Object> who = _get(ManyCards.class, spec -> spec.withLabel(spaced("Qui vient ?")));
        _setValue(who, Set.copyOf(who.getListDataView().getItems().toList()));
    }

    @SuppressWarnings("unchecked")
    private static OneCard<PartyRule> rule() {
        return _get(OneCard.class, spec -> spec.withLabel(spaced("Et s’il n’y a pas assez de places ?")));
    }

    private static List<String> notices() {
        return _find(Notice.class).stream().map(notice -> notice.getElement().getTextRecursively()).toList();
    }
}
