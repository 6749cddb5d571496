package fr.preau.registrations;

import static fr.preau.registrations.RegistrationState.COMPLETED;
import static fr.preau.registrations.RegistrationState.CONFIRMED;
import static fr.preau.registrations.RegistrationState.OFFERED;
import static fr.preau.registrations.RegistrationState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.activities.Outcome;
import fr.preau.activities.SessionChange;
import fr.preau.base.Ids;
import fr.preau.base.Role;
import fr.preau.testing.SqlCount;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Places that the team adds go to the list in the same transaction, or not at all. */
class PlacesAddedTest extends FullGroup {

    @Test
    void whenPlacesAreAdded() {
        assertThat(offer(3)).isInstanceOf(Outcome.Done.class);

        assertThat(List.of(stateOf(first), stateOf(second))).containsExactly(OFFERED, OFFERED);
        assertThat(taken(group.session())).isEqualTo(3);
        assertThat(letters("place-offered")).isEqualTo(2);
    }

    @Test
    void placesThatAreAddedAreOfferedInTheSameTransaction() throws Exception {
        var said = SqlCount.withCommitsDuring(() -> offer(2));

        var underTheLock = said.subList(said.indexOf(lockOf(said)), said.size()).stream().takeWhile(sql -> !sql.equals(SqlCount.COMMIT)).toList();
        assertThat(underTheLock).anyMatch(sql -> sql.startsWith("update activity_session set") && sql.contains("places=?"))
                .anyMatch(sql -> sql.startsWith("insert into place_offer")).anyMatch(sql -> sql.contains("INSERT INTO outbox_letter"));
        headHasAnOffer(2);
    }

    /** An offer that is open already is what a bug would leave; the database lets no second one in. */
    @Test
    void aPromotionThatFailsTakesTheAddedPlacesBackWithIt() {
        leaveAnOpenOfferTo(first);

        assertThatThrownBy(() -> offer(3)).hasStackTraceContaining("one_open_offer");

        assertThat(List.of(stateOf(had), stateOf(first), stateOf(second))).containsExactly(CONFIRMED, WAITING, WAITING);
        assertThat(database.sql("SELECT places FROM activity_session WHERE id = :id").param("id", group.session()).query(Integer.class).single())
                .isEqualTo(1);
        assertThat(letters("place-offered")).isZero();
    }

    @Test
    void aGroupThatFailsKeepsNoOtherGroupFromTheRound() {
        as(holder, () -> registrations.cancel(Set.of(had)));
        lettersLeave();
        leaveAnOpenOfferTo(second);
        var other = town.group(centre).startingAt(clock.instant().plus(Duration.ofHours(1))).stands();
        var came = one(town.family(centre).lives(), other).registration();
        clock.set(as(head, () -> registrations.mine()).getFirst().deadline().plusSeconds(1));
        avoidTheRestlessHour();

        round.go();

        assertThat(stateOf(first)).as("its place cannot go on").isEqualTo(OFFERED);
        assertThat(stateOf(came)).isEqualTo(COMPLETED);
        database.sql("DELETE FROM place_offer WHERE centre_id = :centre").param("centre", centre.id()).update();
    }

    private void leaveAnOpenOfferTo(UUID waiting) {
        database.sql("""
                INSERT INTO place_offer (id, centre_id, party_id, request_id, household_id, group_id, session_id, persons, state, made_at, version)
                SELECT :id, centre_id, party_id, request_id, household_id, group_id, session_id, 1, 'OPEN', NOW(6), 0 FROM registration WHERE id = :waiting""")
                .param("id", Ids.next()).param("waiting", waiting).update();
    }

    private Outcome offer(int places) {
        return asStaff(Role.ANIMATOR, () -> schedule.changeSessions(group.id(), group.session(), 0, SessionChange.Reach.ONE,
                new SessionChange(null, null, null, places)));
    }

    private static String lockOf(List<String> said) {
        return said.stream().filter(sql -> sql.toUpperCase(Locale.ROOT).contains("FOR UPDATE")).findFirst().orElseThrow();
    }
}
