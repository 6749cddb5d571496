package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.Role;
import fr.preau.people.FamilyService;
import fr.preau.testing.SqlCount;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The screens offer a way back exactly where it leads back. */
class ComingBackTest extends RegistrationsTest {

    @Autowired
    private FamilyService families;

    @Test
    void whoWasTakenOutOfHerFamilySinceDoesNotComeBack() {
        var group = town.group(centre).stands();
        var family = town.family(centre).child("Sami", LocalDate.of(2018, 1, 9)).lives();
        var sami = family.household().children().getFirst().id();
        var his = answers(register(family, group, List.of(sami), PartyRule.WHO_CAN)).getFirst().registration();
        as(family, () -> registrations.cancel(Set.of(his)));
        as(family, () -> families.removePerson(sami).value().orElseThrow());

        assertThat(as(family, () -> registrations.canComeBack())).isEmpty();
        assertThat(as(family, () -> registrations.undoCancel(Set.of(his)))).isEqualTo(UndoOutcome.TOO_LATE);
        assertThat(taken(group.session())).isZero();
        countersAreTrue(group);
    }

    @Test
    void whereOnePlaceIsLeftForTwoWhoLeftTogetherNoWayBackIsOffered() {
        var group = town.group(centre).places(2).stands();
        var pair = town.family(centre).of(2).lives();
        var both = answers(register(pair, group, pair.persons(), PartyRule.TOGETHER)).stream().map(Answer::registration).collect(Collectors.toSet());
        var request = as(pair, () -> registrations.mine()).getFirst().requestId();
        as(pair, () -> registrations.cancel(both));
        assertThat(as(pair, () -> registrations.canComeBack())).hasSize(2);

        one(town.family(centre).lives(), group);

        assertThat(as(pair, () -> registrations.canComeBack())).isEmpty();
        assertThat(asStaff(Role.RECEPTION, () -> desk.canComeBack(request))).isEmpty();
    }

    @Test
    void whosePartyHasAnOfferByNowIsOfferedNoWayBackIntoTheList() {
        var two = town.group(centre).places(2).stands();
        one(town.family(centre).lives(), two);
        var family = town.family(centre).of(2).lives();
        var party = answers(register(family, two, family.persons(), PartyRule.TOGETHER)).stream().map(Answer::registration).toList();

        as(family, () -> registrations.cancel(Set.of(party.getFirst())));

        assertThat(as(family, () -> registrations.canComeBack())).isEmpty();
        countersAreTrue(two);
    }

    @Test
    void toLookForAWayBackAsksTheSameForOneDateAndForTwenty() {
        var few = statements(1);

        assertThat(statements(20)).as(String.join("\n", few)).hasSameSizeAs(few);
    }

    @Test
    void soItDoesForOneGestureAndForTwelveWithPlacesAndInTheList() {
        assertThat(statementsAfter(12, 2)).hasSameSizeAs(statementsAfter(1, 2));
        assertThat(statementsAfter(12, 1)).as("in the list").hasSameSizeAs(statementsAfter(1, 1));
    }

    /** Each date is given up by itself, as the screen offers it. */
    private List<String> statementsAfter(int gestures, int places) {
        var group = town.group(centre).sessions(gestures).places(places).stands();
        one(town.family(centre).lives(), group);
        var family = town.family(centre).lives();
        answers(register(family, group, family.persons(), PartyRule.WHO_CAN))
                .forEach(date -> as(family, () -> registrations.cancel(Set.of(date.registration()))));
        return as(family, () -> SqlCount.during(() -> {
            assertThat(registrations.canComeBack()).hasSize(gestures);
            return null;
        }));
    }

    private List<String> statements(int dates) {
        var group = town.group(centre).sessions(dates).stands();
        var family = town.family(centre).of(3).lives();
        var all = answers(register(family, group, family.persons(), PartyRule.WHO_CAN)).stream().map(Answer::registration).collect(Collectors.toSet());
        as(family, () -> registrations.cancel(all));
        return as(family, () -> SqlCount.during(() -> {
            assertThat(registrations.canComeBack()).hasSize(3 * dates);
            return null;
        }));
    }
}
