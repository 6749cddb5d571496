package fr.preau.registrations;

import static fr.preau.registrations.RegistrationState.CANCELLED_BY_CENTRE;
import static fr.preau.registrations.RegistrationState.CANCELLED_BY_FAMILY;
import static fr.preau.registrations.RegistrationState.CLOSED;
import static fr.preau.registrations.RegistrationState.COMPLETED;
import static fr.preau.registrations.RegistrationState.CONFIRMED;
import static fr.preau.registrations.RegistrationState.DECLINED;
import static fr.preau.registrations.RegistrationState.EXPIRED;
import static fr.preau.registrations.RegistrationState.OFFERED;
import static fr.preau.registrations.RegistrationState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.activities.Outcome;
import fr.preau.activities.PublishingService;
import fr.preau.activities.ScheduleService;
import fr.preau.activities.SessionChange;
import fr.preau.base.Ids;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import fr.preau.people.ContactDetails;
import fr.preau.people.ContactService;
import fr.preau.people.FamilyService;
import fr.preau.people.GuardianService;
import fr.preau.people.PersonRemoved;
import fr.preau.registrations.RegisterOutcome.Registered;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import fr.preau.testing.SqlCount;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;

/** Every way in which a place becomes free leads to the head of the list. */
class ReleaseTest extends RegistrationsTest {

    @Autowired
    PublishingService publishing;
    @Autowired
    ScheduleService schedule;
    @Autowired
    FamilyService families;
    @Autowired
    GuardianService guardians;
    @Autowired
    ContactService contacts;
    @Autowired
    RetriedTransaction transactions;
    @Autowired
    ApplicationEventPublisher events;

    /** At an hour when the round does not rest. */
    private static final Instant FIRST_BEGINS = LocalDate.now(ZoneOffset.UTC).plusDays(10).atTime(13, 0).toInstant(ZoneOffset.UTC);

    private Group group;
    private Family holder;
    private Family head;
    private UUID had;
    private UUID first;
    private UUID second;

    @BeforeEach
    void aFullGroupWithAList() {
        clock.reset();
        group = town.group(centre).places(1).stands();
        holder = town.family(centre).lives();
        head = town.family(centre).lives();
        had = one(holder, group).registration();
        first = one(head, group).registration();
        second = one(town.family(centre).lives(), group).registration();
    }

    @AfterEach
    void countersStayTrue() {
        countersAreTrue(group);
        clock.reset();
    }

    @Test
    void when_the_family_cancels() {
        var outcome = as(holder, () -> registrations.cancel(Set.of(had)));

        assertThat(outcome.undoableUntil()).as("given away at once").isNull();
        headHasAnOffer();
        assertThat(letters("cancelled-by-family")).isEqualTo(1);
        assertThat(letters("place-offered")).isEqualTo(1);
    }

    @Test
    void when_the_centre_cancels_and_says_why() {
        asStaff(Role.DIRECTOR, () -> desk.cancelByCentre(Set.of(had), "Dossier incomplet"));

        assertThat(stateOf(had)).isEqualTo(CANCELLED_BY_CENTRE);
        assertThat(actorAndChannel(had)).isEqualTo("STAFF DESK");
        headHasAnOffer();
        assertThat(letters("cancelled-by-centre")).isEqualTo(1);
        assertThat(letters("cancelled-by-family")).isZero();
    }

    @Test
    void when_an_offer_is_declined_the_next_has_it() {
        as(holder, () -> registrations.cancel(Set.of(had)));

        var outcome = as(head, () -> offers.decline(openOffer(first)));

        assertThat(outcome).isEqualTo(OfferOutcome.DECLINED);
        assertThat(List.of(stateOf(first), stateOf(second))).containsExactly(DECLINED, OFFERED);
        assertThat(taken(group.session())).isEqualTo(1);
    }

    @Test
    void when_an_offer_is_accepted_it_is_confirmed_and_a_second_click_says_the_same() {
        as(holder, () -> registrations.cancel(Set.of(had)));
        var offer = openOffer(first);

        assertThat(as(head, () -> offers.accept(offer))).isEqualTo(OfferOutcome.ACCEPTED);
        assertThat(as(head, () -> offers.accept(offer))).isEqualTo(OfferOutcome.ACCEPTED);
        assertThat(as(head, () -> offers.decline(offer))).isEqualTo(OfferOutcome.ACCEPTED);

        assertThat(List.of(stateOf(first), stateOf(second))).containsExactly(CONFIRMED, WAITING);
        assertThat(letters("registration-confirmed")).isEqualTo(2);
    }

    @Test
    void when_an_offer_expires_the_next_has_it_and_the_round_may_come_twice() {
        as(holder, () -> registrations.cancel(Set.of(had)));
        clock.set(as(head, () -> registrations.mine()).getFirst().deadline().plusSeconds(1));
        avoidTheRestlessHour();

        round.go();
        round.go();

        assertThat(List.of(stateOf(first), stateOf(second))).containsExactly(EXPIRED, OFFERED);
        assertThat(letters("offer-expired")).isEqualTo(1);
    }

    @Test
    void an_offer_of_which_no_letter_arrives_is_kept_and_reception_calls_once() {
        as(holder, () -> registrations.cancel(Set.of(had)));
        var deadline = as(head, () -> registrations.mine()).getFirst().deadline();
        givenUp("%");
        avoidTheRestlessHour();

        round.go();
        round.go();

        assertThat(openCalls(head)).containsExactly("PLACE_OFFERED");
        assertThat(as(head, () -> registrations.mine()).getFirst().deadline()).as("the staff decides").isNull();
        clock.set(deadline.plusSeconds(1));
        avoidTheRestlessHour();
        round.go();
        assertThat(List.of(stateOf(first), stateOf(second))).containsExactly(OFFERED, WAITING);
        asStaff(Role.RECEPTION, () -> offers.acceptFor(openOffer(first), Channel.PHONE));
        assertThat(stateOf(first)).isEqualTo(CONFIRMED);
        assertThat(openCalls(head)).isEmpty();
    }

    @Test
    void a_letter_that_is_given_up_while_the_round_is_away_keeps_the_offer_even_past_its_deadline() {
        as(holder, () -> registrations.cancel(Set.of(had)));
        var deadline = as(head, () -> registrations.mine()).getFirst().deadline();
        givenUp("%");
        clock.set(deadline.plusSeconds(1));
        avoidTheRestlessHour();

        round.go();

        assertThat(stateOf(first)).isEqualTo(OFFERED);
        assertThat(openCalls(head)).containsExactly("PLACE_OFFERED");
    }

    @Test
    void an_offer_ends_as_ever_when_one_of_two_addresses_took_its_letter() {
        asStaff(Role.RECEPTION, () -> contacts.addContact(head.id(), null, ContactDetails.mail("deux@exemple.fr")));
        as(holder, () -> registrations.cancel(Set.of(had)));
        var deadline = as(head, () -> registrations.mine()).getFirst().deadline();
        assertThat(letters("place-offered")).isEqualTo(2);
        givenUp("%:0");
        clock.set(deadline.plusSeconds(1));
        avoidTheRestlessHour();

        round.go();

        assertThat(stateOf(first)).isEqualTo(EXPIRED);
        assertThat(openCalls(head)).isEmpty();
    }

    /** The letters that offer a place, with keys like this. */
    private void givenUp(String keys) {
        database.sql("""
                UPDATE outbox_letter SET state = 'FAILED', failure = 'ADDRESS_REFUSED', due_at = NULL
                WHERE centre_id = :centre AND kind = 'registrations.place-offered' AND letter_key LIKE :keys""")
                .param("centre", centre.id()).param("keys", keys).update();
    }

    @Test
    void an_answer_after_the_deadline_is_too_late_even_before_the_round_has_come() {
        as(holder, () -> registrations.cancel(Set.of(had)));
        var offer = openOffer(first);
        clock.set(as(head, () -> registrations.mine()).getFirst().deadline().plusSeconds(1));

        assertThat(as(head, () -> offers.accept(offer))).isEqualTo(OfferOutcome.EXPIRED);
        assertThat(List.of(stateOf(first), stateOf(second))).containsExactly(EXPIRED, OFFERED);
    }

    @Test
    void when_places_are_added() {
        assertThat(offer(3)).isInstanceOf(Outcome.Done.class);

        assertThat(List.of(stateOf(first), stateOf(second))).containsExactly(OFFERED, OFFERED);
        assertThat(taken(group.session())).isEqualTo(3);
        assertThat(letters("place-offered")).isEqualTo(2);
    }

    @Test
    void places_that_are_added_are_offered_in_the_same_transaction() throws Exception {
        var said = SqlCount.withCommitsDuring(() -> offer(2));

        var underTheLock = said.subList(said.indexOf(lockOf(said)), said.size()).stream().takeWhile(sql -> !sql.equals(SqlCount.COMMIT)).toList();
        assertThat(underTheLock).anyMatch(sql -> sql.startsWith("update activity_session set") && sql.contains("places=?"))
                .anyMatch(sql -> sql.startsWith("insert into place_offer")).anyMatch(sql -> sql.contains("INSERT INTO outbox_letter"));
        headHasAnOffer(2);
    }

    /** An offer that is open already is what a bug would leave; the database lets no second one in. */
    @Test
    void a_promotion_that_fails_takes_the_added_places_back_with_it() {
        leaveAnOpenOfferTo(first);

        assertThatThrownBy(() -> offer(3)).hasStackTraceContaining("one_open_offer");

        assertThat(List.of(stateOf(had), stateOf(first), stateOf(second))).containsExactly(CONFIRMED, WAITING, WAITING);
        assertThat(database.sql("SELECT places FROM activity_session WHERE id = :id").param("id", group.session()).query(Integer.class).single()).isEqualTo(1);
        assertThat(letters("place-offered")).isZero();
    }

    @Test
    void a_group_that_fails_keeps_no_other_group_from_the_round() {
        as(holder, () -> registrations.cancel(Set.of(had)));
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

    @Test
    void when_an_activity_is_taken_up_again() {
        asStaff(Role.ANIMATOR, () -> publishing.suspend(group.activity(), "Travaux"));
        as(holder, () -> registrations.cancel(Set.of(had)));
        assertThat(stateOf(first)).as("nobody is asked during the pause").isEqualTo(WAITING);

        asStaff(Role.ANIMATOR, () -> publishing.publish(group.activity()));

        assertThat(stateOf(first)).isEqualTo(OFFERED);
        assertThat(letters("place-offered")).isEqualTo(1);
    }

    @Test
    void when_a_person_leaves_her_household() {
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
    void who_registered_a_child_of_another_household_hears_that_it_was_taken_out_of_it_and_not_that_they_asked_for_that() {
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
    void when_the_staff_takes_a_person_out_of_her_household_the_family_hears_of_it() {
        var child = town.family(centre).child("Sami", LocalDate.of(2018, 1, 9)).lives();
        var sami = child.household().children().getFirst().id();
        one(child, sami, town.group(centre).stands());

        asStaff(Role.ANIMATOR, () -> families.removePerson(sami).value().orElseThrow());

        assertThat(textOf(letterTo(child, "person-removed"))).contains("Sami").doesNotContain("à votre demande");
    }

    @Test
    void when_the_staff_takes_a_person_out_of_her_household_the_history_says_that_it_was_the_staff() {
        var child = town.family(centre).child("Sami", LocalDate.of(2018, 1, 9)).lives();
        var sami = child.household().children().getFirst().id();
        var his = answers(register(child, town.group(centre).stands(), List.of(sami), PartyRule.WHO_CAN)).getFirst().registration();

        asStaff(Role.ANIMATOR, () -> families.removePerson(sami).value().orElseThrow());

        assertThat(stateOf(his)).isEqualTo(CANCELLED_BY_FAMILY);
        assertThat(actorAndChannel(his)).isEqualTo("STAFF DESK");
    }

    @Test
    void who_was_registered_in_the_instant_in_which_she_left_is_let_go_by_the_round_which_locks_before_it_reads() throws Exception {
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
    void a_group_that_was_not_locked_before_a_person_left_is_left_to_the_round() {
        in(() -> {
            transactions.run(() -> events.publishEvent(new PersonRemoved(holder.person(), false)));
            return true;
        });

        assertThat(stateOf(had)).isEqualTo(CONFIRMED);
    }

    /** Of the last step. */
    private String actorAndChannel(UUID registration) {
        return database.sql("SELECT CONCAT(actor, ' ', channel) FROM registration_step WHERE registration_id = :id ORDER BY happened_at DESC, id DESC LIMIT 1")
                .param("id", registration).query(String.class).single();
    }

    @Test
    void when_a_session_is_cancelled_everybody_there_is_told() {
        asStaff(Role.ANIMATOR, () -> schedule.cancelSessions(group.id(), group.session(), 0, SessionChange.Reach.ONE, "Fuite d’eau"));

        assertThat(List.of(stateOf(had), stateOf(first))).containsOnly(CANCELLED_BY_CENTRE);
        assertThat(letters("session-cancelled")).isEqualTo(3);
        assertThat(taken(group.session())).isZero();
    }

    @Test
    void a_series_goes_on_without_a_cancelled_session() {
        var series = town.group(centre).series(3).places(2).stands();
        var mine = one(holder, series).registration();

        asStaff(Role.ANIMATOR, () -> schedule.cancelSessions(series.id(), series.session(), 0, SessionChange.Reach.ONE, "Fuite d’eau"));

        assertThat(stateOf(mine)).isEqualTo(CONFIRMED);
        assertThat(series.sessions().stream().map(this::taken)).containsExactly(0, 1, 1);
        countersAreTrue(series);
    }

    @Test
    void when_an_activity_is_cancelled_everybody_is_told_once() {
        asStaff(Role.DIRECTOR, () -> publishing.cancel(group.activity(), "Travaux"));

        assertThat(List.of(stateOf(had), stateOf(first), stateOf(second))).containsOnly(CANCELLED_BY_CENTRE);
        assertThat(letters("activity-cancelled")).isEqualTo(3);
    }

    @Test
    void the_first_party_waits_when_it_does_not_fit_and_so_do_those_behind_it() {
        var two = town.group(centre).places(2).stands();
        var one = town.family(centre).lives();
        var seat = one(one, two).registration();
        one(town.family(centre).lives(), two);
        var three = town.family(centre).of(2).lives();
        var party = answers(register(three, two, three.persons(), PartyRule.TOGETHER));
        var single = one(town.family(centre).lives(), two).registration();

        as(one, () -> registrations.cancel(Set.of(seat)));

        assertThat(party).allSatisfy(member -> assertThat(stateOf(member.registration())).isEqualTo(WAITING));
        assertThat(stateOf(single)).isEqualTo(WAITING);
        countersAreTrue(two);
    }

    @Test
    void when_the_full_session_of_a_series_has_begun_the_head_of_the_list_has_what_is_free_in_the_others() {
        var series = seriesWithItsFirstSessionFull();
        var waits = one(head, series).registration();
        var behind = one(town.family(centre).lives(), series).registration();

        round.go();
        assertThat(List.of(stateOf(waits), stateOf(behind))).as("the full session is still to come").containsExactly(WAITING, WAITING);

        clock.set(FIRST_BEGINS.plusSeconds(60));
        round.go();
        round.go();

        assertThat(List.of(stateOf(waits), stateOf(behind))).containsExactly(OFFERED, WAITING);
        assertThat(letters("place-offered")).isEqualTo(1);
        assertThat(series.sessions().stream().map(this::taken)).containsExactly(1, 2, 2);
        var newcomer = one(town.family(centre).lives(), series);
        assertThat(newcomer.rank()).as("behind who waited before").isEqualTo(2);
        countersAreTrue(series);
    }

    @Test
    void the_free_places_of_a_series_stay_for_its_first_party_as_long_as_that_does_not_fit() {
        var series = seriesWithItsFirstSessionFull();
        var two = town.family(centre).of(2).lives();
        var party = answers(register(two, series, two.persons(), PartyRule.TOGETHER));
        var single = one(town.family(centre).lives(), series).registration();
        clock.set(FIRST_BEGINS.plusSeconds(60));

        round.go();
        assertThat(party).allSatisfy(member -> assertThat(stateOf(member.registration())).isEqualTo(WAITING));
        assertThat(stateOf(single)).as("no overtaking").isEqualTo(WAITING);
        assertThat(one(town.family(centre).lives(), series).waits()).isEqualTo(WaitReason.OTHERS_FIRST);

        as(two, () -> registrations.cancel(Set.of(party.getFirst().registration())));
        assertThat(List.of(stateOf(party.getLast().registration()), stateOf(single))).containsExactly(OFFERED, WAITING);
        countersAreTrue(series);
    }

    @Test
    void in_a_pause_the_full_session_of_a_series_may_begin_and_nobody_is_asked() {
        var series = seriesWithItsFirstSessionFull();
        var waits = one(head, series).registration();
        asStaff(Role.ANIMATOR, () -> publishing.suspend(series.activity(), "Travaux"));
        clock.set(FIRST_BEGINS.plusSeconds(60));

        round.go();

        assertThat(stateOf(waits)).isEqualTo(WAITING);
        assertThat(letters("place-offered")).isZero();
    }

    @Test
    void a_family_that_nobody_can_write_to_is_called_and_its_place_is_kept_until_the_staff_decides() {
        var full = town.group(centre).places(1).stands();
        var seat = one(holder, full).registration();
        var silent = town.family(centre).phoneOnly("03 20 00 11 22").lives();
        var waits = one(silent, full).registration();

        as(holder, () -> registrations.cancel(Set.of(seat)));
        clock.pass(Duration.ofDays(10));
        avoidTheRestlessHour();
        round.go();

        assertThat(stateOf(waits)).isEqualTo(OFFERED);
        assertThat(calls()).isEqualTo(1);
        asStaff(Role.RECEPTION, () -> offers.acceptFor(openOffer(waits), Channel.PHONE));
        assertThat(stateOf(waits)).isEqualTo(CONFIRMED);
        assertThat(calls()).isZero();
    }

    @Test
    void a_family_that_nobody_can_write_to_is_called_when_its_offer_has_ended_without_an_answer() {
        var given = town.group(centre).places(1).stands();
        var unheard = town.family(centre).phoneOnly("03 20 00 11 22").lives();
        var passed = offeredTo(unheard, given);
        var over = town.group(centre).places(1).startingAt(FIRST_BEGINS).stands();
        var late = town.family(centre).phoneOnly("03 20 00 11 33").lives();
        var missed = offeredTo(late, over);
        var said = town.family(centre).phoneOnly("03 20 00 11 44").lives();
        var unwanted = offeredTo(said, town.group(centre).places(1).stands());

        asStaff(Role.RECEPTION, () -> offers.giveUpFor(openOffer(passed), "Appelé lundi et mardi"));
        asStaff(Role.RECEPTION, () -> offers.declineFor(openOffer(unwanted), Channel.PHONE));
        clock.set(FIRST_BEGINS.plusSeconds(60));
        round.go();

        assertThat(List.of(stateOf(passed), stateOf(missed), stateOf(unwanted))).containsExactly(EXPIRED, EXPIRED, DECLINED);
        assertThat(openCalls(late)).containsOnly("OFFER_EXPIRED");
        assertThat(openCalls(unheard)).as("reception has just called in vain").isEmpty();
        assertThat(openCalls(said)).as("they said it themselves").isEmpty();
        assertThat(database.sql("SELECT COUNT(*) FROM call_task WHERE about = 'OFFER_EXPIRED' AND offer_id IS NOT NULL").query(Integer.class).single())
                .as("there is nothing to answer any more").isZero();
        assertThat(letters("offer-expired")).isZero();
    }

    /** Somebody gives a place back for which this family waits. */
    private UUID offeredTo(Family family, Group in) {
        var gives = town.family(centre).lives();
        var seat = one(gives, in).registration();
        var waits = one(family, in).registration();
        as(gives, () -> registrations.cancel(Set.of(seat)));
        return waits;
    }

    private List<String> openCalls(Family family) {
        return database.sql("SELECT about FROM call_task WHERE household_id = :id AND done_at IS NULL").param("id", family.id()).query(String.class).list();
    }

    @Test
    void a_cancellation_is_taken_back_while_nobody_else_has_the_place() {
        var quiet = town.group(centre).places(2).stands();
        var seat = one(holder, quiet).registration();

        var outcome = as(holder, () -> registrations.cancel(Set.of(seat)));
        var undo = as(holder, () -> registrations.undoCancel(Set.of(seat)));
        var twice = as(holder, () -> registrations.undoCancel(Set.of(seat)));

        assertThat(outcome.undoableUntil()).isNotNull();
        assertThat(List.of(undo, twice)).containsExactly(UndoOutcome.RESTORED, UndoOutcome.TOO_LATE);
        assertThat(taken(quiet.session())).isEqualTo(1);
        countersAreTrue(quiet);
    }

    @Test
    void who_left_the_list_by_mistake_comes_back_to_the_same_rank() {
        as(head, () -> registrations.cancel(Set.of(first)));

        assertThat(as(head, () -> registrations.undoCancel(Set.of(first)))).isEqualTo(UndoOutcome.RESTORED);

        assertThat(as(head, () -> registrations.mine()).stream().filter(mine -> mine.state() == WAITING).map(RegistrationRecord::rank))
                .containsExactly(1);
    }

    @Test
    void who_comes_back_into_the_list_has_the_place_that_became_free_meanwhile() {
        var small = town.group(centre).places(1).stands();
        var seat = one(holder, small).registration();
        var waits = one(head, small).registration();
        as(head, () -> registrations.cancel(Set.of(waits)));
        as(holder, () -> registrations.cancel(Set.of(seat)));

        assertThat(as(head, () -> registrations.undoCancel(Set.of(waits)))).isEqualTo(UndoOutcome.RESTORED);

        assertThat(as(head, () -> registrations.mine())).filteredOn(one -> one.groupId().equals(small.id()))
                .extracting(RegistrationRecord::state).containsExactly(OFFERED);
        assertThat(stateOf(waits)).isEqualTo(CANCELLED_BY_FAMILY);
        countersAreTrue(small);
    }

    @Test
    void who_left_a_party_that_has_an_offer_by_now_does_not_come_back_into_it_and_the_list_goes_on_moving() {
        var two = town.group(centre).places(2).stands();
        var seat = one(holder, two).registration();
        var family = town.family(centre).of(2).lives();
        var party = answers(register(family, two, family.persons(), PartyRule.TOGETHER)).stream().map(Answer::registration).toList();
        var next = one(town.family(centre).lives(), two).registration();

        var outcome = as(family, () -> registrations.cancel(Set.of(party.getFirst())));

        assertThat(List.of(stateOf(party.getFirst()), stateOf(party.getLast()))).containsExactly(CANCELLED_BY_FAMILY, OFFERED);
        assertThat(outcome.undoableUntil()).isNull();
        assertThat(as(family, () -> registrations.undoCancel(Set.of(party.getFirst())))).isEqualTo(UndoOutcome.TOO_LATE);
        assertThat(as(family, () -> registrations.mine())).filteredOn(one -> one.offerId() != null).extracting(RegistrationRecord::id)
                .as("who left reads of no offer").containsExactly(party.getLast());
        as(holder, () -> registrations.cancel(Set.of(seat)));
        assertThat(stateOf(next)).isEqualTo(OFFERED);
        countersAreTrue(two);
    }

    @Test
    void a_cancellation_is_not_taken_back_when_the_place_is_given_away_or_the_minutes_are_over() {
        as(holder, () -> registrations.cancel(Set.of(had)));
        var quiet = town.group(centre).places(2).stands();
        var seat = one(holder, quiet).registration();
        as(holder, () -> registrations.cancel(Set.of(seat)));

        assertThat(as(holder, () -> registrations.undoCancel(Set.of(had)))).isEqualTo(UndoOutcome.GIVEN_AWAY);
        clock.pass(Cancellation.UNDO.plusSeconds(1));
        assertThat(as(holder, () -> registrations.undoCancel(Set.of(seat)))).isEqualTo(UndoOutcome.TOO_LATE);
    }

    @Test
    void after_the_last_session_who_came_has_completed_and_the_list_is_closed() {
        clock.pass(Duration.ofDays(16));
        avoidTheRestlessHour();

        round.go();

        assertThat(List.of(stateOf(had), stateOf(first), stateOf(second))).containsExactly(COMPLETED, CLOSED, CLOSED);
        assertThat(letters("list-closed")).isEqualTo(2);
    }

    /** A session's hour may be changed where no service sees it; the deadline then still lies beyond. */
    @Test
    void whose_offer_or_held_place_ends_with_the_session_hears_of_it() {
        var full = town.group(centre).places(2).startingAt(FIRST_BEGINS).stands();
        var seat = one(holder, full).registration();
        var missing = town.family(centre).lives();
        var held = hold(full, missing, Duration.ofDays(9));
        var silent = town.family(centre).phoneOnly("03 20 00 11 22").lives();
        var unheard = hold(town.group(centre).startingAt(FIRST_BEGINS).stands(), silent, Duration.ofDays(9));
        var offered = one(town.family(centre).lives(), full).registration();
        as(holder, () -> registrations.cancel(Set.of(seat)));
        database.sql("UPDATE place_offer SET deadline = :late WHERE id = :id").param("late", Town.utc(FIRST_BEGINS.plus(Duration.ofDays(9))))
                .param("id", openOffer(offered)).update();
        database.sql("UPDATE registration SET held_until = :late WHERE id IN (:ids)").param("late", Town.utc(FIRST_BEGINS.plus(Duration.ofDays(9))))
                .param("ids", List.of(held, unheard)).update();
        clock.set(FIRST_BEGINS.plusSeconds(60));

        round.go();

        assertThat(List.of(stateOf(offered), stateOf(held), stateOf(unheard))).containsOnly(EXPIRED);
        assertThat(letter("offer-expired")).isPresent();
        assertThat(textOf(letterTo(missing, "hold-expired"))).contains("n’est plus gardée");
        assertThat(openCalls(silent)).containsExactly("HOLD_EXPIRED");
    }

    private UUID hold(Group in, Family family, Duration time) {
        return answers(asStaff(Role.RECEPTION, () -> desk.register(RegisterCommand.sessions(UUID.randomUUID().toString(), in.id(), family.id(),
                family.persons(), Set.copyOf(in.sessions()), PartyRule.WHO_CAN).by(Channel.DESK),
                DeskTerms.ordinary().holdingUntil(clock.instant().plus(time))))).getFirst().registration();
    }

    @Test
    void a_held_place_expires_at_its_deadline_and_goes_to_the_list() {
        var full = town.group(centre).places(1).stands();
        var family = town.family(centre).lives();
        var held = hold(full, family, Duration.ofDays(3));
        var next = one(town.family(centre).lives(), full).registration();
        clock.pass(Duration.ofDays(4));
        avoidTheRestlessHour();

        round.go();

        assertThat(List.of(stateOf(held), stateOf(next))).containsExactly(EXPIRED, OFFERED);
        countersAreTrue(full);
    }

    @Test
    void between_two_and_three_at_night_the_round_rests_and_catches_up_afterwards() {
        as(holder, () -> registrations.cancel(Set.of(had)));
        var deadline = as(head, () -> registrations.mine()).getFirst().deadline();
        var night = deadline.atZone(centre.zone()).toLocalDate().plusDays(1).atTime(2, 30).atZone(centre.zone()).toInstant();
        clock.set(night);
        round.go();
        assertThat(stateOf(first)).isEqualTo(OFFERED);

        clock.set(night.plus(Duration.ofHours(1)));
        round.go();
        assertThat(stateOf(first)).isEqualTo(EXPIRED);
    }

    @Test
    void a_resident_and_another_family_cannot_answer_for_somebody_else() {
        as(holder, () -> registrations.cancel(Set.of(had)));
        var offer = openOffer(first);

        assertThatThrownBy(() -> as(holder, () -> offers.accept(offer))).isInstanceOf(java.util.NoSuchElementException.class);
        assertThatThrownBy(() -> as(holder, () -> offers.acceptFor(offer, Channel.PHONE))).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_seat_that_somebody_gave_up_may_be_asked_for_again_in_a_new_row() {
        as(holder, () -> registrations.cancel(Set.of(had)));

        var again = (Registered) register(holder, group, holder.persons(), PartyRule.WHO_CAN);

        assertThat(again.answers().getFirst().registration()).isNotEqualTo(had);
        assertThat(again.answers().getFirst().rank()).isEqualTo(2);
    }

    /** Three dates with two places, the first with one, which the holder has: whoever comes next waits for it. */
    private Group seriesWithItsFirstSessionFull() {
        var series = town.group(centre).series(3).places(2).startingAt(FIRST_BEGINS).stands();
        database.sql("UPDATE activity_session SET places = 1 WHERE id = :id").param("id", series.session()).update();
        one(holder, series);
        return series;
    }

    private void headHasAnOffer() {
        headHasAnOffer(1);
    }

    private void headHasAnOffer(int taken) {
        assertThat(List.of(stateOf(first), stateOf(second))).containsExactly(OFFERED, WAITING);
        assertThat(taken(group.session())).isEqualTo(taken);
    }

    private int calls() {
        return database.sql("SELECT COUNT(*) FROM call_task WHERE centre_id = :centre AND done_at IS NULL").param("centre", centre.id())
                .query(Integer.class).single();
    }

    private void avoidTheRestlessHour() {
        if (clock.instant().atZone(centre.zone()).getHour() == 2) {
            clock.pass(Duration.ofHours(1));
        }
    }
}
