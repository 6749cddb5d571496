package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.activities.Outcome;
import fr.preau.activities.SessionChange;
import fr.preau.activities.SessionChange.Reach;
import fr.preau.base.Ids;
import fr.preau.base.Role;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import fr.preau.testing.SqlCount;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A family that has heard of a move, by whichever of its requests and in whichever way, hears when the session goes back. */
class HeardHoursTest extends CatalogueChanges {

    @Test
    void whoReadOfItInALetterAboutAnotherRequestIsToldThatOneGoesBack() {
        var group = group().sessions(2).stands();
        var family = town.family(centre).lives();
        group.sessions().forEach(session -> request(family, family.person(), group, session));
        at(group, group.session(), Reach.ALL, 15);
        theLetterLeaves();
        var other = sessionOfNoLetter(family, group);
        var between = day(other);

        at(group, other, Reach.ONE, 14);
        assertThat(textOf(letterTo(family, "session-moved"))).contains(day(other), between);

        at(group, other, Reach.ONE, 16);
        assertThat(textOf(letterTo(family, "session-moved"))).contains(day(other), between);
    }

    @Test
    void whoRegisteredAfterTheMoveHasReadOfItThoughAnotherOfTheFamilyWasThereBefore() {
        var group = group().stands();
        var family = town.family(centre).of(2).lives();
        var lina = request(family, family.persons().getFirst(), group, group.session());
        at(group, group.session(), Reach.ONE, 14);
        as(family, () -> registrations.cancel(Set.of(lina)));
        at(group, group.session(), Reach.ONE, 15);
        var sami = request(family, family.persons().getLast(), group, group.session());
        var read = day(group.session());

        at(group, group.session(), Reach.ONE, 14);

        assertThat(stateOf(sami)).isEqualTo(RegistrationState.CONFIRMED);
        assertThat(textOf(letterTo(family, "session-moved"))).contains(day(group.session()), read);
    }

    @Test
    void ofTwoWhoAreThereTheOneWhoRegisteredLastKnowsTheHourOfThen() {
        var group = group().stands();
        var family = town.family(centre).of(2).lives();
        at(group, group.session(), Reach.ONE, 14);
        request(family, family.persons().getFirst(), group, group.session());
        at(group, group.session(), Reach.ONE, 15);
        request(family, family.persons().getLast(), group, group.session());
        var read = day(group.session());

        at(group, group.session(), Reach.ONE, 14);

        assertThat(textOf(letterTo(family, "session-moved"))).contains(day(group.session()), read);
    }

    @Test
    void whoWasCalledHasHeardOfItAndOfAllThatWasMovedUntilThen() {
        var group = group().stands();
        var family = town.family(centre).phoneOnly("03 20 00 11 22").lives();
        at(group, group.session(), Reach.ONE, 14);
        request(family, family.person(), group, group.session());
        at(group, group.session(), Reach.ONE, 15);
        at(group, group.session(), Reach.ONE, 16);
        var called = day(group.session());
        var first = database.sql("SELECT id FROM call_task WHERE household_id = :id ORDER BY created_at LIMIT 1").param("id", family.id())
                .query(UUID.class).single();
        database.sql("UPDATE call_task SET done_at = :now WHERE id = :id").param("now", Town.utc(clock.instant())).param("id", first).update();
        database.sql("""
                INSERT INTO contact_point (id, centre_id, household_id, kind, address, created_at, version)
                VALUES (:id, :centre, :household, 'MAIL', 'depuis@exemple.fr', NOW(6), 0)""")
                .param("id", Ids.next()).param("centre", centre.id()).param("household", family.id()).update();

        at(group, group.session(), Reach.ONE, 14);

        assertThat(textOf(letterTo(family, "session-moved"))).contains(day(group.session()), called);
    }

    @Test
    void aLetterCostsTheSameStatementsHoweverManySessionsMovedHoweverOften() throws Exception {
        var once = town.family(centre).lives();
        moves(once, group().sessions(2).stands(), List.of(9));
        letterTo(once, "session-moved");
        var few = SqlCount.during(() -> letterTo(once, "session-moved"));

        var often = town.family(centre).lives();
        moves(often, group().sessions(6).stands(), List.of(8, 9, 11, 12));

        assertThat(SqlCount.during(() -> letterTo(often, "session-moved"))).hasSameSizeAs(few);
    }

    private void moves(Family family, Group group, List<Integer> hours) {
        register(family, group, List.of(family.person()), PartyRule.WHO_CAN);
        hours.forEach(hour -> at(group, group.session(), Reach.ALL, hour));
        at(group, group.session(), Reach.ALL, 10);
    }

    private UUID request(Family family, UUID person, Group group, UUID session) {
        return answers(as(family, () -> registrations.register(new RegisterCommand(UUID.randomUUID().toString(), group.id(), family.id(),
                List.of(person), Set.of(session), PartyRule.WHO_CAN, Channel.WEB)))).getFirst().registration();
    }

    private void at(Group group, UUID session, Reach reach, int hour) {
        int version = version(session);
        assertThat(asStaff(Role.ANIMATOR, () -> schedule.changeSessions(group.id(), session, version, reach,
                new SessionChange(null, LocalTime.of(hour, 0), LocalTime.of(hour + 2, 0), null)))).isInstanceOf(Outcome.Done.class);
    }

    private void theLetterLeaves() {
        database.sql("UPDATE outbox_letter SET state = 'SENT', sent_at = :now, due_at = NULL WHERE centre_id = :centre AND kind = :kind")
                .param("now", Town.utc(clock.instant())).param("centre", centre.id()).param("kind", LetterKind.SESSION_MOVED.kind()).update();
    }

    /** The one whose request is not what the family's letter is named after. */
    private UUID sessionOfNoLetter(Family family, Group group) {
        return group.sessions().stream().filter(session -> !database.sql("""
                SELECT r.request_id FROM registration r JOIN seat s ON s.registration_id = r.id
                WHERE r.household_id = :household AND s.session_id = :session""").param("household", family.id()).param("session", session)
                .query(UUID.class).single().equals(envelope("session-moved").subject())).findFirst().orElseThrow();
    }
}
