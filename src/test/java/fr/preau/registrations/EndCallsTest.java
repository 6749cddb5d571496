package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.Role;
import fr.preau.registrations.Town.Family;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the centre ends and takes back of a family that is called: each call is about one gesture, and about all whom that has ended. */
class EndCallsTest extends RegistrationsTest {

    private Family family;
    private UUID lina;
    private UUID sami;

    @BeforeEach
    void twoChildrenAndATelephone() {
        family = town.family(centre).child("Lina", LocalDate.of(2018, 3, 1)).child("Sami", LocalDate.of(2019, 1, 9)).phoneOnly("03 20 00 11 22").lives();
        var children = family.household().children();
        var answers = answers(register(family, town.group(centre).stands(), List.of(children.getFirst().id(), children.getLast().id()), PartyRule.WHO_CAN));
        lina = answers.getFirst().registration();
        sami = answers.getLast().registration();
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void whoComesBackLeavesTheCallAboutSomebodyElseOpen() {
        ends(Set.of(lina));
        clock.pass(Duration.ofMinutes(2));
        ends(Set.of(sami));
        assertThat(openCalls()).containsExactly("CANCELLED_BY_CENTRE", "CANCELLED_BY_CENTRE");

        takesBack(lina);

        assertThat(openCalls()).as("about Sami").containsExactly("CANCELLED_BY_CENTRE");
    }

    @Test
    void whoseEndWasNeverToldIsNotCalledBecauseSomebodyElsesWas() {
        ends(Set.of(sami));
        noted();
        clock.pass(Duration.ofMinutes(2));
        ends(Set.of(lina));

        takesBack(lina);
        assertThat(openCalls()).isEmpty();

        takesBack(sami);
        assertThat(openCalls()).as("his end was told").containsExactly("REGISTERED_AGAIN");
    }

    @Test
    void theNextEndThatWasToldIsNotHersEither() {
        ends(Set.of(lina));
        var first = call();
        clock.pass(Duration.ofMinutes(2));
        ends(Set.of(sami));
        note(database.sql("SELECT id FROM call_task WHERE household_id = :id AND id <> :first").param("id", family.id()).param("first", first)
                .query(UUID.class).single());

        takesBack(lina);

        assertThat(openCalls()).isEmpty();
    }

    @Test
    void ofTwoWhomOneGestureEndedTheCallStaysOpenUntilBothAreBack() {
        ends(Set.of(lina, sami));

        takesBack(lina);
        assertThat(openCalls()).as("Sami is out").containsExactly("CANCELLED_BY_CENTRE");

        takesBack(sami);
        assertThat(openCalls()).isEmpty();
    }

    private void ends(Set<UUID> some) {
        asStaff(Role.RECEPTION, () -> desk.cancelByCentre(some, "Dossier incomplet"));
    }

    private void takesBack(UUID one) {
        assertThat(asStaff(Role.RECEPTION, () -> desk.undoCancel(Set.of(one), Channel.DESK))).isEqualTo(UndoOutcome.RESTORED);
    }

    private void noted() {
        note(call());
    }

    private UUID call() {
        return database.sql("SELECT id FROM call_task WHERE household_id = :id AND done_at IS NULL").param("id", family.id()).query(UUID.class).single();
    }

    private void note(UUID call) {
        asStaff(Role.RECEPTION, () -> {
            desk.callDone(call, null);
            return null;
        });
    }

    private List<String> openCalls() {
        return database.sql("SELECT about FROM call_task WHERE household_id = :id AND done_at IS NULL").param("id", family.id())
                .query(String.class).list();
    }
}
