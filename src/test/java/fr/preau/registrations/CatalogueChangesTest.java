package fr.preau.registrations;

import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.activities.Outcome;
import fr.preau.activities.PublishingService;
import fr.preau.activities.ScheduleService;
import fr.preau.activities.SessionChange;
import fr.preau.activities.SessionChange.Reach;
import fr.preau.base.Moments;
import fr.preau.base.Role;
import fr.preau.messaging.Envelope;
import fr.preau.messaging.Invitation;
import fr.preau.messaging.Letter;
import fr.preau.registrations.Town.Group;
import fr.preau.registrations.Town.GroupBuilder;
import fr.preau.testing.SqlCount;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the team changes in the catalogue reaches those who are registered: through its services, as its screens do it. */
class CatalogueChangesTest extends RegistrationsTest {

    private static final String TYPED = "Fuite d’eau\n<b>partout</b>";
    private static final String TOLD = "Fuite d’eau <b>partout</b>";

    @Autowired
    ScheduleService schedule;
    @Autowired
    PublishingService publishing;
    @Autowired
    Moments moments;

    @Test
    void the_reason_of_a_cancelled_session_stands_in_the_letter_and_in_the_history() {
        var group = group().sessions(2).stands();
        var request = one(town.family(centre).lives(), group);

        cancel(group, group.session(), Reach.ONE, TYPED);

        assertThat(textOf(letter("session-cancelled").orElseThrow())).contains(TOLD);
        assertThat(lastReason(request)).isEqualTo(TOLD);
    }

    @Test
    void who_is_registered_for_the_series_reads_the_reason_too_though_no_registration_ends() {
        var group = group().series(3).stands();
        one(town.family(centre).lives(), group);

        cancel(group, group.session(), Reach.ONE, TYPED);

        assertThat(textOf(letter("session-cancelled").orElseThrow())).contains(TOLD, "Les autres séances ont lieu comme prévu.");
    }

    @Test
    void whom_the_centre_had_cancelled_before_is_not_named_in_the_letter_about_the_session() {
        var group = group().sessions(2).stands();
        var family = town.family(centre).adult("Karim").lives();
        var answers = answers(register(family, group, family.persons(), PartyRule.WHO_CAN));
        var karim = answers.stream().filter(one -> one.person().equals(family.persons().getLast())).map(Answer::registration).collect(Collectors.toSet());
        asStaff(Role.RECEPTION, () -> desk.cancelByCentre(karim, "Dossier incomplet"));

        cancel(group, group.session(), Reach.ALL, "Travaux");

        var letter = letterTo(family, "session-cancelled");
        assertThat(textOf(letter)).contains("Amina", "Travaux").doesNotContain("Karim");
        assertThat(letter.invitation().orElseThrow().entries()).as("hers").hasSize(2);
    }

    @Test
    void the_last_sessions_of_a_series_are_told_though_the_round_completed_it_before_the_letter_left() {
        var group = group().series(3).places(2).stands();
        var family = town.family(centre).lives();
        var comes = one(family, group);
        var holder = town.family(centre).lives();
        var seat = one(holder, group).registration();
        var asked = town.family(centre).lives();
        var offered = one(asked, group);
        clock.set(clock.instant().atZone(centre.zone()).plusDays(15).withHour(12).toInstant());
        as(holder, () -> registrations.cancel(Set.of(seat)));
        var waiting = town.family(centre).lives();
        var waits = one(waiting, group);
        var days = group.sessions().stream().skip(1).map(this::day).toList();

        cancel(group, group.sessions().get(1), Reach.ALL, "Travaux");
        round.go();

        assertThat(stateOf(comes.registration())).isEqualTo(RegistrationState.COMPLETED);
        assertThat(List.of(stateOf(offered.registration()), stateOf(waits.registration()))).as("not for want of an answer or of a place")
                .containsOnly(RegistrationState.CANCELLED_BY_CENTRE);
        assertThat(List.of(letters("offer-expired"), letters("list-closed"))).containsOnly(0);
        var letter = letterTo(family, "session-cancelled");
        assertThat(items(letter)).containsExactlyElementsOf(days);
        assertThat(textOf(letter)).contains("Travaux").doesNotContain("Les autres séances");
        assertThat(letter.invitation().orElseThrow().entries()).hasSize(2);
        assertThat(textOf(letterTo(asked, "session-cancelled"))).contains("Travaux");
        assertThat(letterTo(waiting, "session-cancelled").invitation()).isEmpty();
        countersAreTrue(group);
        clock.reset();
    }

    @Test
    void a_series_of_which_no_session_took_place_is_cancelled_by_the_centre_for_those_who_had_a_place_too() {
        var group = group().series(3).stands();
        var family = town.family(centre).lives();
        var place = one(family, group);
        var before = numbers(letter("registration-confirmed").orElseThrow());

        cancel(group, group.session(), Reach.ONE, "Fuite d’eau");
        var first = envelope("session-cancelled");
        cancel(group, group.sessions().get(1), Reach.ALL, "Travaux");

        assertThat(stateOf(place.registration())).isEqualTo(RegistrationState.CANCELLED_BY_CENTRE);
        assertThat(lastReason(place)).isEqualTo("Travaux");
        var letter = letterTo(family, "session-cancelled");
        assertThat(items(letter)).hasSize(2);
        isStruckOut(letter, before);
        assertThat(textOf(in(() -> writer.write(first)).orElseThrow())).as("the first, if it leaves only now")
                .contains(day(group.session()), "Fuite d’eau").doesNotContain("Les autres séances");
        countersAreTrue(group);
        clock.set(clock.instant().atZone(centre.zone()).plusDays(1).withHour(12).toInstant());
        round.go();
        assertThat(stateOf(place.registration())).as("not completed by the round").isEqualTo(RegistrationState.CANCELLED_BY_CENTRE);
        clock.reset();
    }

    @Test
    void the_reason_of_a_cancelled_activity_stands_in_the_letter_and_in_the_history() {
        var group = group().series(3).stands();
        var request = one(town.family(centre).lives(), group);

        cancel(group, "Plus d’animatrice");

        assertThat(textOf(letter("activity-cancelled").orElseThrow())).contains("Plus d’animatrice", "Amina");
        assertThat(lastReason(request)).isEqualTo("Plus d’animatrice");
        assertThat(database.sql("SELECT DISTINCT channel FROM registration_step WHERE actor = 'STAFF' AND registration_id = :id")
                .param("id", request.registration()).query(String.class).list()).containsExactly("DESK");
    }

    @Test
    void a_reason_may_be_as_long_as_the_form_lets_it_be() {
        var group = group().stands();
        var request = one(town.family(centre).lives(), group);
        var long400 = "Fuite d’eau ".repeat(34).substring(0, 400).strip();

        cancel(group, long400);

        assertThat(lastReason(request)).isEqualTo(long400);
    }

    @Test
    void several_cancelled_sessions_are_one_letter_for_a_family_with_all_its_dates_and_who_had_them() {
        var group = group().sessions(4).stands();
        var family = town.family(centre).adult("Karim").lives();
        register(family, group, family.persons(1), PartyRule.WHO_CAN);
        var two = new Group(group.centre(), group.activity(), group.id(), group.sessions().subList(0, 2));
        register(family, two, List.of(family.persons().getLast()), PartyRule.WHO_CAN);
        one(town.family(centre).lives(), two);

        cancel(group, group.sessions().get(1), Reach.FOLLOWING, "Travaux");

        assertThat(letters("session-cancelled")).as("one for each family, whatever the number of its requests").isEqualTo(2);
        var letter = letterTo(family, "session-cancelled");
        assertThat(letter.subject()).contains(spaced("3 séances n’ont pas lieu : Cuisine du monde"));
        assertThat(items(letter)).hasSize(3).satisfies(lines -> {
            assertThat(lines.getFirst()).isEqualTo(day(group.sessions().get(1)));
            assertThat(lines.getLast()).startsWith(day(group.sessions().getLast())).contains("(Amina").doesNotContain("Karim");
        });
        assertThat(textOf(letter)).contains("Travaux", "Karim").doesNotContain("Les autres séances");
        assertThat(letter.invitation().orElseThrow().purpose()).isEqualTo(Invitation.Purpose.CANCEL);
        assertThat(letter.invitation().orElseThrow().entries()).as("three of hers and one of his").hasSize(4);
    }

    @Test
    void several_moved_sessions_are_one_letter_with_their_new_hours_under_the_same_names_for_the_calendar() {
        var group = group().series(4).stands();
        one(town.family(centre).lives(), group);
        one(town.family(centre).lives(), group);
        var before = numbers(letter("registration-confirmed").orElseThrow());

        move(group, group.sessions().get(1), Reach.FOLLOWING);

        assertThat(letters("session-moved")).isEqualTo(2);
        var letter = letter("session-moved").orElseThrow();
        assertThat(letter.subject()).isEqualTo(spaced("Nouvelles dates : Cuisine du monde"));
        assertThat(items(letter)).containsExactlyElementsOf(group.sessions().subList(1, 4).stream().map(this::day).toList())
                .allSatisfy(line -> assertThat(line).contains("9\u00a0h"));
        assertThat(letter.invitation().orElseThrow().purpose()).isEqualTo(Invitation.Purpose.PUBLISH);
        assertThat(numbers(letter)).hasSize(3).allSatisfy((uid, number) -> assertThat(number).isGreaterThan(before.get(uid)));
    }

    @Test
    void a_moved_session_is_told_with_its_new_hour_under_the_same_name_for_the_calendar() {
        var group = group().series(3).stands();
        one(town.family(centre).lives(), group);
        var before = numbers(letter("registration-confirmed").orElseThrow());

        move(group, group.session(), Reach.ONE);

        var letter = letter("session-moved").orElseThrow();
        assertThat(letter.subject()).isEqualTo(spaced("Nouvelle date : Cuisine du monde"));
        assertThat(textOf(letter)).contains(spaced("Une séance de « Cuisine du monde » change de date ou d’heure."), "Nouvelle date", day(group.session()),
                "Amina", "Cuisine du centre");
        var entry = letter.invitation().orElseThrow().entries();
        assertThat(entry).singleElement().satisfies(one -> {
            assertThat(one.startsAt().atZone(centre.zone()).getHour()).isEqualTo(9);
            assertThat(one.sequence()).isGreaterThan(before.get(one.uid()));
        });
    }

    @Test
    void an_offer_and_a_held_place_end_before_the_session_that_was_moved_before_their_deadline_and_the_letter_says_when() {
        // A Wednesday without holidays around it.
        var day = LocalDate.of(2027, 2, 3);
        clock.set(day.minusDays(1).atTime(11, 0).atZone(centre.zone()).toInstant());
        var group = town.group(centre).places(2).startingAt(day.plusDays(7).atTime(14, 30).atZone(centre.zone()).toInstant()).stands();
        var holder = town.family(centre).lives();
        var seat = one(holder, group).registration();
        var missing = town.family(centre).lives();
        var held = answers(asStaff(Role.RECEPTION, () -> desk.register(RegisterCommand.sessions("held", group.id(), missing.id(), missing.persons(),
                Set.copyOf(group.sessions()), PartyRule.WHO_CAN).by(Channel.DESK), DeskTerms.ordinary()
                .holdingUntil(clock.instant().plus(Duration.ofDays(5)))))).getFirst().registration();
        var asked = town.family(centre).lives();
        var offered = one(asked, group).registration();
        as(holder, () -> registrations.cancel(Set.of(seat)));
        var begins = day.atTime(9, 0).atZone(centre.zone()).toInstant();

        assertThat(asStaff(Role.ANIMATOR, () -> schedule.changeSessions(group.id(), group.session(), version(group.session()), Reach.ONE,
                new SessionChange(day, LocalTime.of(9, 0), LocalTime.of(11, 0), null)))).isInstanceOf(Outcome.Done.class);

        var told = moments.full(begins, centre.zone());
        assertThat(as(asked, () -> registrations.mine())).extracting(RegistrationRecord::deadline).containsExactly(begins);
        assertThat(as(missing, () -> registrations.mine())).extracting(RegistrationRecord::deadline).containsExactly(begins);
        assertThat(textOf(letterTo(asked, "session-moved"))).contains("la place est gardée jusqu’au " + told, "Répondez avant", "/place/");
        assertThat(textOf(letterTo(missing, "session-moved"))).contains("la place est gardée jusqu’au " + told, "Passez à l’accueil");

        clock.set(begins.plusSeconds(1));
        round.go();
        assertThat(List.of(stateOf(offered), stateOf(held))).containsOnly(RegistrationState.EXPIRED);
        assertThat(List.of(letters("offer-expired"), letters("hold-expired"))).containsExactly(1, 1);
        clock.reset();
    }

    @Test
    void a_session_that_is_moved_to_later_leaves_the_deadlines_as_they_are() {
        var group = group().places(1).stands();
        var holder = town.family(centre).lives();
        var seat = one(holder, group).registration();
        var asked = town.family(centre).lives();
        one(asked, group);
        as(holder, () -> registrations.cancel(Set.of(seat)));
        var before = as(asked, () -> registrations.mine()).getFirst().deadline();

        assertThat(asStaff(Role.ANIMATOR, () -> schedule.changeSessions(group.id(), group.session(), version(group.session()), Reach.ONE,
                new SessionChange(null, LocalTime.of(16, 0), LocalTime.of(18, 0), null)))).isInstanceOf(Outcome.Done.class);

        assertThat(as(asked, () -> registrations.mine()).getFirst().deadline()).isEqualTo(before);
    }

    @Test
    void who_only_waits_is_told_of_the_new_hour_and_gets_nothing_for_the_calendar() {
        var group = group().places(1).stands();
        one(town.family(centre).lives(), group);
        var waits = town.family(centre).lives();
        one(waits, group);

        move(group, group.session(), Reach.ONE);

        assertThat(letterTo(waits, "session-moved").invitation()).isEmpty();
    }

    @Test
    void a_session_that_is_moved_again_or_cancelled_before_the_letter_left_is_told_by_the_later_letter_alone() {
        var group = group().series(3).stands();
        var family = town.family(centre).lives();
        one(family, group);
        move(group, group.session(), Reach.ALL);
        var first = envelope("session-moved");

        cancel(group, group.session(), Reach.ONE, "Travaux");

        assertThat(items(in(() -> writer.write(first)).orElseThrow())).hasSize(2).doesNotContain(day(group.session()));
        assertThat(textOf(letter("session-cancelled").orElseThrow())).contains(day(group.session()));
    }

    @Test
    void a_letter_that_waited_since_letters_named_their_session_still_leaves() {
        var group = group().series(3).stands();
        one(town.family(centre).lives(), group);
        move(group, group.session(), Reach.ONE);
        var posted = envelope("session-moved");
        var old = new Envelope(String.join(":", posted.kind(), posted.subject().toString(), group.session() + "/2", "0"), posted.kind(),
                posted.subject(), posted.recipient());

        assertThat(textOf(in(() -> writer.write(old)).orElseThrow())).contains(day(group.session()));
    }

    @Test
    void a_cancelled_session_is_struck_out_of_the_calendar_for_those_who_had_a_place() {
        var group = group().places(1).stands();
        var family = town.family(centre).lives();
        one(family, group);
        var before = numbers(letter("registration-confirmed").orElseThrow());
        var waits = town.family(centre).lives();
        one(waits, group);
        var day = day(group.session());

        cancel(group, group.session(), Reach.ONE, "Travaux");

        var letter = letterTo(family, "session-cancelled");
        assertThat(letter.subject()).isEqualTo(spaced("Une séance n’a pas lieu : Cuisine du monde"));
        assertThat(textOf(letter)).contains("La séance du " + day + " n’a pas lieu. C’est le centre qui l’a décidé.", "Amina");
        isStruckOut(letter, before);
        assertThat(letterTo(waits, "session-cancelled").invitation()).isEmpty();
    }

    @Test
    void a_cancelled_activity_strikes_all_its_dates_out_and_names_those_whom_it_meets() {
        var group = group().series(3).places(2).stands();
        var family = town.family(centre).adult("Karim").lives();
        var answers = answers(register(family, group, family.persons(), PartyRule.TOGETHER));
        var before = numbers(letter("registration-confirmed").orElseThrow());
        var waits = town.family(centre).lives();
        one(waits, group);
        asStaff(Role.RECEPTION, () -> desk.cancelByCentre(Set.of(answers.getLast().registration()), "Dossier incomplet"));

        cancel(group, "Travaux");

        assertThat(letters("activity-cancelled")).isEqualTo(2);
        var letter = letterTo(family, "activity-cancelled");
        assertThat(textOf(letter)).contains(spaced("L’activité « Cuisine du monde » n’a plus lieu."), "Amina", "Travaux")
                .doesNotContain("Karim", "Dossier incomplet");
        assertThat(numbers(letter)).hasSize(3);
        isStruckOut(letter, before);
    }

    @Test
    void a_cancelled_activity_is_one_letter_for_a_family_however_many_of_its_requests_and_groups_it_meets() {
        var group = group().sessions(3).stands();
        var family = town.family(centre).adult("Karim").adult("Nora").lives();
        var first = new Group(group.centre(), group.activity(), group.id(), group.sessions().subList(0, 2));
        register(family, first, family.persons(1), PartyRule.WHO_CAN);
        register(family, group, List.of(family.persons().get(1)), PartyRule.WHO_CAN);
        var beside = secondGroupOf(group);
        register(family, beside, List.of(family.persons().getLast()), PartyRule.WHO_CAN);
        one(town.family(centre).lives(), beside);
        var silent = town.family(centre).adult("Zoé").phoneOnly("03 20 00 11 22").lives();
        register(silent, group, silent.persons(1), PartyRule.WHO_CAN);
        register(silent, beside, List.of(silent.persons().getLast()), PartyRule.WHO_CAN);

        cancel(group, "Travaux");

        assertThat(letters("activity-cancelled")).isEqualTo(2);
        var letter = letterTo(family, "activity-cancelled");
        assertThat(textOf(letter)).contains("Amina", "Karim", "Nora", "Travaux");
        assertThat(letter.invitation().orElseThrow().entries()).as("two, three and one").hasSize(6).extracting(Invitation.Entry::uid).doesNotHaveDuplicates();
        assertThat(calls()).isEqualTo(1);
        countersAreTrue(group);
        countersAreTrue(beside);
    }

    /** The same activity on another day, with one session. */
    private Group secondGroupOf(Group group) {
        var other = group().stands();
        database.sql("UPDATE activity_group SET activity_id = :activity, name = 'Le jeudi' WHERE id = :id").param("activity", group.activity())
                .param("id", other.id()).update();
        return new Group(group.centre(), group.activity(), other.id(), other.sessions());
    }

    @Test
    void a_letter_about_one_request_that_waited_since_there_was_one_for_each_still_leaves() {
        var group = group().stands();
        var family = town.family(centre).adult("Karim").lives();
        one(family, group);
        register(family, group, List.of(family.persons().getLast()), PartyRule.WHO_CAN);
        cancel(group, "Travaux");
        var posted = envelope("activity-cancelled");
        var ended = LetterKey.read(posted).detail().split("@")[1];
        var old = new Envelope(String.join(":", posted.kind(), posted.subject().toString(), ended, "0"), posted.kind(), posted.subject(), posted.recipient());

        assertThat(textOf(in(() -> writer.write(old)).orElseThrow())).contains("Amina", "Travaux").doesNotContain("Karim");
    }

    @Test
    void a_family_that_nobody_can_write_to_is_called_once_for_all_sessions_of_a_gesture() {
        var group = group().sessions(4).stands();
        one(town.family(centre).phoneOnly("03 20 00 11 22").lives(), group);

        move(group, group.session(), Reach.ALL);
        assertThat(calls()).isEqualTo(1);
        cancel(group, group.session(), Reach.ALL, "Travaux");
        assertThat(calls()).isEqualTo(2);
        countersAreTrue(group);
    }

    @Test
    void the_sessions_of_a_gesture_cost_the_same_statements_beside_their_own_rows_however_many_they_are() throws Exception {
        var few = fullSeries();
        var many = fullSeries();

        assertThat(besideTheSessions(() -> moved(many, many.sessions().get(1), Reach.FOLLOWING)))
                .hasSameSizeAs(besideTheSessions(() -> moved(few, few.sessions().get(8), Reach.FOLLOWING)));
        assertThat(besideTheSessions(() -> cancelled(many, many.sessions().get(1), Reach.FOLLOWING, "Travaux")))
                .hasSameSizeAs(besideTheSessions(() -> cancelled(few, few.sessions().get(8), Reach.FOLLOWING, "Travaux")));
    }

    private static List<String> besideTheSessions(Callable<?> work) throws Exception {
        return SqlCount.during(work).stream().filter(sql -> !sql.startsWith("update activity_session set")).toList();
    }

    @Test
    void a_series_that_was_full_on_the_cancelled_date_alone_goes_to_the_head_of_its_list_in_the_same_gesture() {
        var group = group().series(2).places(1).stands();
        one(town.family(centre).lives(), group);
        var waits = one(town.family(centre).lives(), group).registration();
        offer(group, group.sessions().getLast(), 2);
        assertThat(stateOf(waits)).as("the first date is full still").isEqualTo(RegistrationState.WAITING);

        cancel(group, group.session(), Reach.ONE, "Travaux");

        assertThat(stateOf(waits)).isEqualTo(RegistrationState.OFFERED);
        countersAreTrue(group);
    }

    private void offer(Group group, UUID session, int places) {
        assertThat(asStaff(Role.ANIMATOR, () -> schedule.changeSessions(group.id(), session, version(session), Reach.ONE,
                new SessionChange(null, null, null, places)))).isInstanceOf(Outcome.Done.class);
    }

    /** Two families in ten sessions, another one in the list. */
    private Group fullSeries() {
        var group = group().series(10).places(2).stands();
        for (int i = 0; i < 3; i++) {
            one(town.family(centre).lives(), group);
        }
        return group;
    }

    private static void isStruckOut(Letter letter, Map<String, Integer> before) {
        assertThat(letter.invitation().orElseThrow().purpose()).isEqualTo(Invitation.Purpose.CANCEL);
        assertThat(numbers(letter)).allSatisfy((uid, number) -> assertThat(number).isGreaterThan(before.get(uid)));
    }

    private static List<String> items(Letter letter) {
        return letter.parts().stream().filter(Letter.Items.class::isInstance).map(Letter.Items.class::cast).findFirst().orElseThrow().list();
    }

    /** "mardi 3 février 2026 à 14 h 30", as the session is now. */
    private String day(UUID session) {
        var starts = database.sql("SELECT starts_at FROM activity_session WHERE id = :id").param("id", session).query(LocalDateTime.class).single();
        return moments.full(starts.toInstant(ZoneOffset.UTC), centre.zone());
    }

    private int calls() {
        return database.sql("SELECT COUNT(*) FROM call_task WHERE centre_id = :centre AND about = 'DATE_CHANGED'").param("centre", centre.id())
                .query(Integer.class).single();
    }

    /** In two weeks, in the afternoon: its sessions move to the morning. */
    private GroupBuilder group() {
        return town.group(centre).startingAt(clock.instant().atZone(centre.zone()).toLocalDate().plusDays(14).atTime(14, 30).atZone(centre.zone()).toInstant());
    }

    private void move(Group group, UUID session, Reach reach) {
        assertThat(moved(group, session, reach)).isInstanceOf(Outcome.Done.class);
    }

    private Outcome moved(Group group, UUID session, Reach reach) {
        int version = version(session);
        return asStaff(Role.ANIMATOR, () -> schedule.changeSessions(group.id(), session, version, reach,
                new SessionChange(null, LocalTime.of(9, 0), LocalTime.of(11, 0), null)));
    }

    private Outcome cancelled(Group group, UUID session, Reach reach, String reason) {
        int version = version(session);
        return asStaff(Role.ANIMATOR, () -> schedule.cancelSessions(group.id(), session, version, reach, reason));
    }

    private void cancel(Group group, UUID session, Reach reach, String reason) {
        assertThat(cancelled(group, session, reach, reason)).isInstanceOf(Outcome.Done.class);
    }

    private void cancel(Group group, String reason) {
        assertThat(asStaff(Role.DIRECTOR, () -> publishing.cancel(group.activity(), reason))).isInstanceOf(Outcome.Done.class);
    }

    private int version(UUID session) {
        return database.sql("SELECT version FROM activity_session WHERE id = :id").param("id", session).query(Integer.class).single();
    }

    private String lastReason(Answer answer) {
        return asStaff(Role.RECEPTION, () -> desk.history(requestOf(answer)).getLast().reason());
    }

    private UUID requestOf(Answer answer) {
        return database.sql("SELECT request_id FROM registration WHERE id = :id").param("id", answer.registration()).query(UUID.class).single();
    }
}
