package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.activities.SessionChange.Reach;
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
import org.springframework.beans.factory.annotation.Autowired;

/** A letter that comes back leaves nobody at a closed door: where a telephone is known, reception calls once. */
class ReturnedLettersTest extends CatalogueChanges {

    /** A Wednesday without holidays around it. */
    private static final LocalDate DAY = LocalDate.of(2027, 2, 3);

    @Autowired
    private TodayService today;

    private Family family;

    @BeforeEach
    void aFamilyWithAnAddressAndATelephone() {
        clock.set(DAY.atTime(10, 0).atZone(centre.zone()).toInstant());
        family = town.family(centre).adult("Karim").withPhone("03 20 00 11 22").lives();
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void whoDoesNotReadThatADateIsCancelledIsCalledOnceAndWithTheDate() {
        var group = group().sessions(2).stands();
        one(family, group);
        cancel(group, group.session(), Reach.ONE, "Fuite d’eau");
        round.go();
        assertThat(openCalls(family)).as("the letter may still arrive").isEmpty();
        comeBack("session-cancelled");

        round.go();
        round.go();

        assertThat(openCalls(family)).containsExactly("DATE_CHANGED");
        assertThat(lines()).singleElement().satisfies(line -> {
            assertThat(line.reason()).isEqualTo("Fuite d’eau");
            assertThat(line.dates()).singleElement().satisfies(date -> assertThat(date.cancelled()).isTrue());
        });
        var call = lines().getFirst().call();
        asStaff(Role.RECEPTION, () -> {
            desk.callDone(call, null);
            return null;
        });
        round.go();
        assertThat(openCalls(family)).isEmpty();
    }

    @Test
    void soIsWhoDoesNotReadThatItMovedOrIsAllOver() {
        var moved = group().stands();
        one(family, moved);
        move(moved, moved.session(), Reach.ONE);
        var over = group().stands();
        register(family, over, List.of(family.persons().getLast()), PartyRule.WHO_CAN);
        clock.pass(Duration.ofSeconds(1));
        cancel(over, "Travaux");
        comeBack("session-moved");
        comeBack("activity-cancelled");

        round.go();

        assertThat(openCalls(family)).containsExactly("DATE_CHANGED", "DATE_CHANGED");
        assertThat(lines()).anyMatch(CallLine::over).anyMatch(line -> line.dates().stream().anyMatch(date -> date.startedAt() != null));
    }

    @Test
    void soIsWhomTheCentreCancelledUnlessItWasTakenBack() {
        var group = group().stands();
        var mine = one(family, group).registration();
        cancelByCentre(mine);
        comeBack("cancelled-by-centre");
        var other = town.family(centre).withPhone("03 20 00 11 33").lives();
        var back = one(other, group).registration();
        cancelByCentre(back);
        comeBack("cancelled-by-centre");
        asStaff(Role.RECEPTION, () -> desk.undoCancel(Set.of(back), Channel.DESK));

        round.go();

        assertThat(openCalls(family)).containsExactly("CANCELLED_BY_CENTRE");
        assertThat(openCalls(other)).isEmpty();
        assertThat(lines()).singleElement().satisfies(line -> assertThat(line.reason()).isEqualTo("Dossier incomplet"));
    }

    @Test
    void soIsWhomTheTeamSaidYes() {
        var group = group().byApproval().stands();
        var asks = one(family, group).registration();
        asStaff(Role.ANIMATOR, () -> approvals.accept(Set.of(asks)));
        comeBack("request-accepted");

        round.go();

        assertThat(openCalls(family)).containsExactly("REQUEST_ACCEPTED");
        assertThat(lines().getFirst().names()).containsExactly("Amina");
    }

    @Test
    void whoReadsItAtAnotherAddressOrHasNoTelephoneIsNotCalled() {
        var silent = town.family(centre).lives();
        var group = group().stands();
        one(family, group);
        one(silent, group);
        cancel(group, group.session(), Reach.ONE, "Travaux");
        comeBack("session-cancelled");
        database.sql("""
                INSERT INTO outbox_letter (id, centre_id, letter_key, copy, kind, subject_id, recipient, recipient_name, language, state, attempts,
                  sent_at, created_at, version)
                SELECT UUID(), centre_id, letter_key, 1, kind, subject_id, 'deux@exemple.fr', recipient_name, language, 'SENT', 1,
                  created_at, created_at, 0
                FROM outbox_letter WHERE centre_id = :centre AND kind = 'registrations.session-cancelled'""").param("centre", centre.id()).update();

        round.go();
        assertThat(openCalls(family)).isEmpty();

        database.sql("DELETE FROM outbox_letter WHERE centre_id = :centre AND copy = 1").param("centre", centre.id()).update();
        round.go();
        assertThat(openCalls(family)).containsExactly("DATE_CHANGED");
        assertThat(openCalls(silent)).isEmpty();
    }

    @Test
    void ofADateThatIsOverNobodyIsCalled() {
        var group = group().stands();
        one(family, group);
        cancel(group, group.session(), Reach.ONE, "Travaux");
        comeBack("session-cancelled");
        database.sql("UPDATE outbox_letter SET created_at = :then WHERE centre_id = :centre").param("centre", centre.id())
                .param("then", Town.utc(clock.instant().plus(Duration.ofDays(15)))).update();
        clock.pass(Duration.ofDays(15));

        round.go();

        assertThat(openCalls(family)).isEmpty();
    }

    private void cancelByCentre(UUID one) {
        asStaff(Role.RECEPTION, () -> desk.cancelByCentre(Set.of(one), "Dossier incomplet"));
    }

    private void comeBack(String kind) {
        database.sql("""
                UPDATE outbox_letter SET state = 'FAILED', failure = 'ADDRESS_REFUSED', due_at = NULL
                WHERE centre_id = :centre AND kind = :kind""")
                .param("centre", centre.id()).param("kind", "registrations." + kind).update();
    }

    private List<CallLine> lines() {
        return asStaff(Role.RECEPTION, () -> today.today()).calls();
    }

    private List<String> openCalls(Family of) {
        return database.sql("SELECT about FROM call_task WHERE household_id = :id AND done_at IS NULL").param("id", of.id())
                .query(String.class).list();
    }
}
