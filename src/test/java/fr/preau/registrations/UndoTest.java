package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** To take a cancellation back is offered when it can be done for all whom the gesture has cancelled, and only then. */
class UndoTest extends RegistrationsTest {

    private Group group;
    private Family pair;

    @BeforeEach
    void twoInAGroupOfTwoPlaces() {
        group = town.group(centre).sessions(2).places(2).stands();
        pair = town.family(centre).of(2).lives();
    }

    @AfterEach
    void countersStayTrue() {
        countersAreTrue(group);
    }

    @Test
    void whereOnePlaceIsLeftForTwoWhoLeftItIsNotOffered() {
        var both = registered();
        places(1);

        assertThat(cancel(both).undoableUntil()).isNull();
    }

    @Test
    void whereThereAreAsManyPlacesAsBeforeItIsOfferedAndDone() {
        var both = registered();

        assertThat(cancel(both).undoableUntil()).isNotNull();

        assertThat(as(pair, () -> registrations.undoCancel(both))).isEqualTo(UndoOutcome.RESTORED);
        assertThat(group.sessions()).allSatisfy(session -> assertThat(taken(session)).isEqualTo(2));
    }

    @Test
    void oneOfEachDateNeedsOnePlaceOfEach() {
        registered();
        var one = as(pair, () -> registrations.mine()).stream().filter(mine -> mine.personId().equals(pair.person())).map(RegistrationRecord::id)
                .collect(Collectors.toSet());

        assertThat(cancel(one).undoableUntil()).isNotNull();
        assertThat(as(pair, () -> registrations.undoCancel(one))).isEqualTo(UndoOutcome.RESTORED);
    }

    private Set<UUID> registered() {
        return answers(register(pair, group, pair.persons(), PartyRule.TOGETHER)).stream().map(Answer::registration).collect(Collectors.toSet());
    }

    private CancelOutcome cancel(Set<UUID> ids) {
        return as(pair, () -> registrations.cancel(ids));
    }

    private void places(int number) {
        database.sql("UPDATE activity_session SET kept = GREATEST(taken - :places, 0), places = :places WHERE group_id = :group")
                .param("places", number).param("group", group.id()).update();
    }
}
