package fr.preau.registrations;

import static fr.preau.registrations.RegistrationState.CANCELLED_BY_FAMILY;
import static fr.preau.registrations.RegistrationState.CONFIRMED;
import static fr.preau.registrations.RegistrationState.OFFERED;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import fr.preau.people.FamilyService;
import fr.preau.people.GuardianService;
import fr.preau.people.PersonRemoved;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import fr.preau.testing.SqlCount;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** Whoever is taken out of a household gives back what was registered: the next has it, and those whom it meets hear of it. */
class PersonRemovedTest extends FullGroup {

    @Autowired
    FamilyService families;
    @Autowired
    GuardianService guardians;
    @Autowired
    RetriedTransaction transactions;
    @Autowired
    ApplicationEventPublisher events;

    @Test
    void whenAPersonLeavesHerHousehold() {
        var child = town.family(centre).child("Sami", LocalDate.of(2018, 1, 9)).lives();
        var other = town.group(centre).places(1).stands();
        var sami = child.household().children().getFirst().id();
        var his = answers(register(child, other, List.of(sami), PartyRule.WHO_CAN)).getFirst().registration();
        var next = one(town.family(centre).lives(), other).registration();

        as(child, () -> families.removePerson(sami).value().orElseThrow());

        assertThat(stateOf(his)).isEqualTo(CANCELLED_BY_FAMILY);
        assertThat(stateOf(next)).isEqualTo(OFFERED);
        assertThat(actorAndChannel(his)).isEqualTo("FAMILY WEB");
        countersAreTrue(other);
    }

    @Test
    void whoRegisteredAChildOfAnotherHouseholdHearsThatItWasTakenOutOfItAndNotThatTheyAskedForThat() {
        var mother = town.family(centre).child("Sami", LocalDate.of(2018, 1, 9)).lives();
        var sami = mother.household().children().getFirst().id();
        var father = town.family(centre).lives();
        var silent = town.family(centre).phoneOnly("03 20 00 11 22").lives();
        asStaff(Role.RECEPTION, () -> guardians.addGuardian(sami, father.person())).value().orElseThrow();
        asStaff(Role.RECEPTION, () -> guardians.addGuardian(sami, silent.person())).value().orElseThrow();
        var hers = one(mother, sami, town.group(centre).stands());
        var his = one(father, sami, town.group(centre).stands());
        var theirs = one(silent, sami, town.group(centre).stands());

        as(mother, () -> families.removePerson(sami).value().orElseThrow());

        assertThat(List.of(stateOf(hers), stateOf(his), stateOf(theirs))).containsOnly(CANCELLED_BY_FAMILY);
        assertThat(letters("person-removed")).as("she did it herself").isEqualTo(1);
        assertThat(letters("cancelled-by-family")).isZero();
        assertThat(textOf(letterTo(father, "person-removed"))).contains("Sami", "plus dans la liste de sa famille").doesNotContain("à votre demande");
        assertThat(database.sql("SELECT about FROM call_task WHERE household_id = :id").param("id", silent.id()).query(String.class).list())
                .containsExactly("PERSON_REMOVED");
    }

    private UUID one(Family family, UUID person, Group in) {
        return answers(register(family, in, List.of(person), PartyRule.WHO_CAN)).getFirst().registration();
    }

    @Test
    void whenTheStaffTakesAPersonOutOfHerHouseholdTheFamilyHearsOfIt() {
        var child = town.family(centre).child("Sami", LocalDate.of(2018, 1, 9)).lives();
        var sami = child.household().children().getFirst().id();
        one(child, sami, town.group(centre).stands());

        asStaff(Role.ANIMATOR, () -> families.removePerson(sami).value().orElseThrow());

        assertThat(textOf(letterTo(child, "person-removed"))).contains("Sami").doesNotContain("à votre demande");
    }

    @Test
    void whenTheStaffTakesAPersonOutOfHerHouseholdTheHistorySaysThatItWasTheStaff() {
        var child = town.family(centre).child("Sami", LocalDate.of(2018, 1, 9)).lives();
        var sami = child.household().children().getFirst().id();
        var his = answers(register(child, town.group(centre).stands(), List.of(sami), PartyRule.WHO_CAN)).getFirst().registration();

        asStaff(Role.ANIMATOR, () -> families.removePerson(sami).value().orElseThrow());

        assertThat(stateOf(his)).isEqualTo(CANCELLED_BY_FAMILY);
        assertThat(actorAndChannel(his)).isEqualTo("STAFF DESK");
    }

    @Test
    void whoWasRegisteredInTheInstantInWhichSheLeftIsLetGoByTheRoundWhichLocksBeforeItReads() throws Exception {
        var small = town.group(centre).places(1).stands();
        var seat = one(holder, small).registration();
        var waits = one(head, small).registration();
        database.sql("UPDATE person SET removed_at = NOW(6) WHERE id = :id").param("id", holder.person()).update();
        avoidTheRestlessHour();

        var said = SqlCount.withCommitsDuring(() -> {
            round.go();
            return true;
        });

        assertThat(List.of(stateOf(seat), stateOf(waits))).containsExactly(CANCELLED_BY_FAMILY, OFFERED);
        int released = said.indexOf(said.stream().filter(sql -> sql.startsWith("insert into place_offer")).findFirst().orElseThrow());
        var transaction = said.subList(said.subList(0, released).lastIndexOf(SqlCount.COMMIT) + 1, released);
        assertThat(transaction.getFirst()).as("what is read before the lock is old").containsIgnoringCase("FOR UPDATE");
        countersAreTrue(small);
    }

    @Test
    void aGroupThatWasNotLockedBeforeAPersonLeftIsLeftToTheRound() {
        in(() -> {
            transactions.run(() -> events.publishEvent(new PersonRemoved(holder.person(), false)));
            return true;
        });

        assertThat(stateOf(had)).isEqualTo(CONFIRMED);
    }
}
