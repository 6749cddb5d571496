package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.H2;
import fr.preau.base.CurrentCentre;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.ManyCards;
import fr.preau.base.ui.Page;
import fr.preau.centres.CentreRecord;
import fr.preau.registrations.RegisterOutcome.Registered;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a family finds again of its registrations, the newest first, and how it gives them up. */
@InTown
class MyRegistrationsTest extends ScreenTest {

    @Autowired
    private Town town;
    @Autowired
    private RegistrationService registrations;

    private CentreRecord here;
    private Family family;

    @BeforeEach
    void aFamily() {
        here = town.centre();
        family = town.family(here).lives();
    }

    @Test
    void sixRequestsAreThereAtOnceWhatAsksForAnAnswerFirstAndTheOthersOnATap() {
        var full = town.group(here).places(1).stands();
        var before = town.family(here).lives();
        var theirs = register(before, full);
        register(family, full);
        for (int i = 0; i < 7; i++) {
            register(family, town.group(here).places(5).stands());
        }
        before.signIn();
        CurrentCentre.runIn(here.id(), () -> registrations.cancel(Set.of(theirs.answers().getFirst().registration())));

        mine();
        assertThat(_find(H2.class)).hasSize(6);
        _assertOne(Act.class, spec -> spec.withText("Oui, c’est d’accord"));
        _click(_get(Act.class, spec -> spec.withText("Voir 2 inscriptions de plus")));
        assertThat(_find(H2.class)).hasSize(8);
        _assertNone(Act.class, spec -> spec.withPredicate(act -> act.getText().startsWith("Voir ")));
    }

    @Test
    void whoWaitsLeavesAListAndGivesNoPlaceBack() {
        var full = town.group(here).places(1).stands();
        register(town.family(here).lives(), full);
        register(family, full);

        mine();
        _click(_get(Act.class, spec -> spec.withPredicate(act -> act.getText().startsWith("Quitter la liste d’attente pour"))));
        assertThat(text()).contains(spaced("Quitter la liste d’attente pour")).doesNotContain("ne vient plus");
        _click(_get(Act.class, spec -> spec.withText("Oui, quitter la liste")));
        assertThat(text()).contains("Aucune inscription ici");
    }

    @Test
    void nobodyIsTickedWhoIsNotNamed() {
        var both = town.family(here).child("Léa", LocalDate.of(2017, 5, 4)).lives();
        register(both, town.group(here).places(5).stands());

        mine(both);
        _click(_get(Act.class, spec -> spec.withText("Annuler pour plusieurs personnes")));
        assertThat(_get(ManyCards.class).getSelectedItems()).isEmpty();
    }

    private void mine() {
        mine(family);
    }

    private void mine(Family who) {
        who.signIn();
        open(here.slug() + "/mes-inscriptions");
    }

    private static String text() {
        return _get(Page.class).getElement().getTextRecursively();
    }

    private Registered register(Family who, Group what) {
        who.signIn();
        var outcome = CurrentCentre.in(here.id(), () -> registrations.register(RegisterCommand.sessions(UUID.randomUUID().toString(), what.id(),
                who.id(), List.copyOf(who.persons()), Set.copyOf(what.sessions()), PartyRule.WHO_CAN)));
        SignIn.out();
        return (Registered) outcome;
    }
}
