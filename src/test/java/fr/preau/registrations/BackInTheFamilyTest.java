package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.notification.Notification;
import fr.preau.base.CurrentCentre;
import fr.preau.registrations.Town.Family;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever is taken out of a family by mistake comes back; her places do not by themselves, and somebody says so. */
class BackInTheFamilyTest extends FamilyScreens {

    @Autowired
    private RegistrationService registrations;

    @Test
    void ofWhoHadPlacesItIsSaidThatTheyDoNotComeByThemselves() {
        var group = town.group(here).series(2).stands();
        var family = family();
        family.signIn();
        CurrentCentre.runIn(here.id(), () -> registrations.register(RegisterCommand.series(UUID.randomUUID().toString(), group.id(), family.id(),
                List.of(person(family, "Léa")), PartyRule.WHO_CAN)));

        outAndBack(family);

        assertThat(lastWords()).contains("Léa est de nouveau dans la liste. Ses inscriptions restent annulées");
    }

    @Test
    void ofWhoHadNoneNothingIsSaidOfPlaces() {
        var family = family();
        family.signIn();

        outAndBack(family);

        assertThat(lastWords()).contains("Léa est de nouveau dans la liste.").doesNotContain("inscriptions");
    }

    private Family family() {
        return town.family(here).child("Léa", born(9)).lives();
    }

    private void outAndBack(Family family) {
        open(here.slug() + "/famille/personne/" + person(family, "Léa"));
        press("Retirer Léa de la famille");
        press("Oui, retirer");
        press("Revenir en arrière");
    }

    private static String lastWords() {
        return _find(Notification.class).getLast().getElement().getTextRecursively();
    }
}
