package fr.preau.registrations;

import static fr.preau.registrations.RegistrationState.CANCELLED_BY_FAMILY;
import static fr.preau.registrations.RegistrationState.CLOSED;
import static fr.preau.registrations.RegistrationState.CONFIRMED;
import static fr.preau.registrations.RegistrationState.OFFERED;
import static fr.preau.registrations.RegistrationState.PRE_REGISTERED;
import static fr.preau.registrations.RegistrationState.REFUSED;
import static fr.preau.registrations.RegistrationState.REQUESTED;
import static fr.preau.registrations.RegistrationState.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.preau.base.EmailAddress;
import fr.preau.base.Role;
import fr.preau.messaging.Envelope;
import fr.preau.messaging.Recipient;
import fr.preau.registrations.FollowUpFilter.Show;
import fr.preau.registrations.RegisterOutcome.Registered;
import fr.preau.registrations.RegistrationRefusal.Why;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import fr.preau.testing.SqlCount;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** An activity for which the team answers each request: asked for, accepted or refused, withdrawn, forgotten. */
class ApprovalTest extends RegistrationsTest {

    @Autowired
    RegistrationLetters letters;
    @Autowired
    FollowUpService followUp;
    @Autowired
    TodayService today;
    @Autowired
    EntityManagerFactory sessions;

    private Group group;
    private Family family;

    @BeforeEach
    void aGroupThatNeedsAYes() {
        clock.reset();
        group = town.group(centre).byApproval().places(1).stands();
        family = town.family(centre).lives();
    }

    @AfterEach
    void countersStayTrue() {
        countersAreTrue(group);
        clock.reset();
    }

    @Test
    void who_asks_has_no_place_and_no_rank_yet_and_hears_that_the_request_has_arrived() {
        var answer = one(family, group);

        assertThat(answer.state()).isEqualTo(REQUESTED);
        assertThat(answer.rank()).isZero();
        assertThat(taken(group.session())).isZero();
        assertThat(letters("registration-requested")).isEqualTo(1);
        assertThat(allLetters()).isEqualTo(1);
        assertThat(text(LetterKind.REQUESTED, answer)).contains("bien arrivée", "accord de l’équipe", "Aucune place n’est encore prise")
                .doesNotContainIgnoringCase("confirm");
    }

    @Test
    void before_it_is_sent_the_preview_says_that_the_team_answers() {
        var preview = as(family, () -> registrations.preview(group.id(), List.of(family.person()), Set.copyOf(group.sessions()), PartyRule.WHO_CAN));

        assertThat(preview.forecasts()).singleElement().extracting(Preview.Forecast::waits).isEqualTo(WaitReason.APPROVAL);
    }

    @Test
    void asking_twice_is_refused_by_its_name() {
        one(family, group);

        var again = (RegisterOutcome.Refused) register(family, group, List.of(family.person()), PartyRule.WHO_CAN);

        assertThat(again.whyNot()).extracting(refusal -> refusal.why().why()).containsExactly(Why.ALREADY_ASKED);
    }

    @Test
    void the_desk_asks_the_team_too() {
        var outcome = asStaff(Role.RECEPTION, () -> desk.register(new RegisterCommand("desk", group.id(), family.id(), List.of(family.person()),
                Set.copyOf(group.sessions()), PartyRule.WHO_CAN, Channel.PHONE), DeskTerms.ordinary()));

        assertThat(answers(outcome)).extracting(Answer::state).containsExactly(REQUESTED);
    }

    @Test
    void a_yes_gives_a_place_while_there_is_one_and_a_turn_in_the_list_afterwards() {
        var first = one(family, group);
        var second = one(town.family(centre).lives(), group);

        var yes = accept(first);
        var then = accept(second);

        assertThat(yes.placed()).containsExactly(first.registration());
        assertThat(then.waiting()).containsExactly(second.registration());
        assertThat(List.of(stateOf(first.registration()), stateOf(second.registration()))).containsExactly(CONFIRMED, WAITING);
        assertThat(taken(group.session())).isEqualTo(1);
        assertThat(letters("request-accepted")).isEqualTo(2);
        assertThat(text(LetterKind.REQUEST_ACCEPTED, first)).contains("a accepté", "l’inscription est confirmée");
        assertThat(text(LetterKind.REQUEST_ACCEPTED, second)).contains("a accepté", "rang 1").doesNotContainIgnoringCase("confirm");
    }

    @Test
    void the_list_follows_the_instants_of_the_requests_whatever_the_order_of_the_answers() {
        accept(one(family, group));
        var asked = List.of(asks(), asks(), asks());

        accept(asked.get(2).answer());
        assertThat(rank(asked.get(2))).as("two asked before, and have no answer yet").isEqualTo(3);
        accept(asked.get(0).answer());
        accept(asked.get(1).answer());

        assertThat(asked.stream().map(this::rank)).containsExactly(1, 2, 3);
    }

    @Test
    void a_rank_only_gets_better_while_older_requests_are_answered() {
        accept(one(family, group));
        var older = asks();
        var later = asks();
        accept(later.answer());
        int told = rank(later);

        refuse(older.answer(), "Réservé aux nageurs");

        assertThat(told).isEqualTo(2);
        assertThat(rank(later)).isEqualTo(1);
    }

    @Test
    void a_freed_place_goes_to_the_list_and_not_to_who_has_no_answer_yet() {
        var holder = one(family, group);
        accept(holder);
        var undecided = asks();
        var accepted = asks();
        accept(accepted.answer());

        as(family, () -> registrations.cancel(Set.of(holder.registration())));

        assertThat(stateOf(accepted.answer().registration())).isEqualTo(OFFERED);
        assertThat(stateOf(undecided.answer().registration())).isEqualTo(REQUESTED);
    }

    @Test
    void who_asked_together_is_answered_together_and_never_split() {
        var two = town.group(centre).byApproval().places(1).stands();
        var pair = town.family(centre).of(2).lives();
        var asked = answers(register(pair, two, pair.persons(), PartyRule.TOGETHER));

        var outcome = asStaff(Role.ANIMATOR, () -> approvals.accept(Set.of(asked.getFirst().registration())));

        assertThat(outcome.waiting()).hasSize(2);
        assertThat(taken(two.session())).isZero();
        countersAreTrue(two);
    }

    @Test
    void a_series_is_accepted_with_the_dates_that_were_added_since() {
        var series = town.group(centre).byApproval().series(3).places(2).stands();
        var asked = one(family, series);
        assertThat(series.sessions().stream().map(this::taken)).containsOnly(0);

        accept(asked);

        assertThat(series.sessions().stream().map(this::taken)).containsOnly(1);
        countersAreTrue(series);
    }

    @Test
    void a_no_says_why_and_reception_calls_where_no_letter_arrives() {
        var silent = town.family(centre).phoneOnly("03 20 11 22 33").lives();
        var asked = one(family, group);
        var unheard = one(silent, group);

        refuse(asked, "Réservé aux nageurs");
        refuse(unheard, "Réservé aux nageurs");

        assertThat(stateOf(asked.registration())).isEqualTo(REFUSED);
        assertThat(text(LetterKind.REFUSED, asked)).contains("Réservé aux nageurs");
        assertThat(calls()).containsExactly("REQUEST_REFUSED");
        assertThatThrownBy(() -> refuse(asked, " ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_second_answer_changes_nothing_and_says_so() {
        var asked = one(family, group);
        accept(asked);

        assertThat(accept(asked).nothingDone()).isTrue();
        assertThat(refuse(asked, "Trop tard").passed()).containsExactly(asked.registration());

        assertThat(stateOf(asked.registration())).isEqualTo(CONFIRMED);
        assertThat(letters("request-accepted")).isEqualTo(1);
        assertThat(letters("registration-refused")).isZero();
    }

    @Test
    void a_yes_is_taken_back_within_minutes_and_the_request_keeps_its_turn() {
        var first = one(family, group);
        var later = asks();
        accept(first);

        assertThat(takeBack(first)).isEqualTo(UndoOutcome.RESTORED);

        assertThat(stateOf(first.registration())).isEqualTo(REQUESTED);
        assertThat(taken(group.session())).isZero();
        countersAreTrue(group);
        assertThat(asStaff(Role.ANIMATOR, () -> approvals.pending(later.request())).getFirst().olderRequests()).as("still the older one").isEqualTo(1);
        assertThat(accept(first).placed()).containsExactly(first.registration());
        var steps = database.sql("SELECT CONCAT(from_state, ' ', to_state) FROM registration_step WHERE registration_id = :id ORDER BY happened_at, id")
                .param("id", first.registration()).query(String.class).list();
        assertThat(steps).as("nothing is wiped out").containsExactly("DRAFT REQUESTED", "REQUESTED CONFIRMED", "CONFIRMED REQUESTED", "REQUESTED CONFIRMED");
    }

    @Test
    void a_yes_to_a_turn_in_the_list_is_taken_back_too_and_ranks_stay_true() {
        accept(one(family, group));
        var waits = asks();
        var next = asks();
        accept(waits.answer());
        accept(next.answer());

        assertThat(takeBack(waits.answer())).isEqualTo(UndoOutcome.RESTORED);

        countersAreTrue(group);
        assertThat(rank(next)).as("who asked before may still be accepted").isEqualTo(2);
        accept(waits.answer());
        assertThat(rank(waits)).isEqualTo(1);
        assertThat(rank(next)).isEqualTo(2);
    }

    @Test
    void a_place_that_a_taken_back_yes_frees_goes_to_the_head_of_the_list() {
        var first = one(family, group);
        accept(first);
        var waits = asks();
        accept(waits.answer());

        takeBack(first);

        assertThat(stateOf(waits.answer().registration())).isEqualTo(OFFERED);
        assertThat(takeBack(waits.answer())).as("an offer was made since").isEqualTo(UndoOutcome.TOO_LATE);
    }

    @Test
    void a_yes_to_who_withdrew_since_is_past_and_that_to_others_is_taken_back_all_the_same() {
        var two = town.group(centre).byApproval().places(2).stands();
        var gone = one(family, two);
        var stays = one(town.family(centre).lives(), two);
        asStaff(Role.ANIMATOR, () -> approvals.accept(Set.of(gone.registration(), stays.registration())));
        as(family, () -> registrations.cancel(Set.of(gone.registration())));

        assertThat(takeBack(gone)).isEqualTo(UndoOutcome.TOO_LATE);
        assertThat(asStaff(Role.ANIMATOR, () -> approvals.takeBack(Set.of(gone.registration(), stays.registration())))).isEqualTo(UndoOutcome.RESTORED);

        assertThat(List.of(stateOf(gone.registration()), stateOf(stays.registration()))).containsExactly(CANCELLED_BY_FAMILY, REQUESTED);
        countersAreTrue(two);
    }

    @Test
    void who_asked_together_is_asked_about_together_again() {
        var two = town.group(centre).byApproval().places(2).stands();
        var pair = town.family(centre).of(2).lives();
        var asked = answers(register(pair, two, pair.persons(), PartyRule.TOGETHER));
        accept(asked.getFirst());

        takeBack(asked.getLast());

        assertThat(asked).extracting(one -> stateOf(one.registration())).containsOnly(REQUESTED);
        countersAreTrue(two);
    }

    @Test
    void the_minutes_over_a_yes_stays_and_so_does_one_that_the_family_has_answered() {
        var asked = one(family, group);
        var before = clock.instant();
        var outcome = accept(asked);
        var id = outcome.placed().iterator().next();
        assertThat(outcome.undoableUntil()).isBetween(before.plus(ApprovalService.TAKEN_BACK_WITHIN), clock.instant().plus(ApprovalService.TAKEN_BACK_WITHIN));
        clock.pass(ApprovalService.TAKEN_BACK_WITHIN);
        assertThat(asStaff(Role.ANIMATOR, () -> approvals.takeBack(Set.of(id)))).isEqualTo(UndoOutcome.TOO_LATE);
        assertThat(stateOf(id)).isEqualTo(CONFIRMED);

        var unanswered = asks();
        assertThat(takeBack(unanswered.answer())).as("there was no yes").isEqualTo(UndoOutcome.TOO_LATE);
    }

    @Test
    void who_heard_of_the_yes_hears_that_it_was_taken_back_and_a_letter_that_had_not_left_says_nothing_false() {
        var asked = one(family, group);
        accept(asked);
        takeBack(asked);

        assertThat(letters("request-reopened")).isEqualTo(1);
        assertThat(text(LetterKind.REQUEST_REOPENED, asked)).contains("revenue sur son accord", "Aucune place n’est prise").doesNotContainIgnoringCase("confirm");
        assertThat(written(LetterKind.REQUEST_ACCEPTED, asked)).as("the yes is not told any more").containsOnly(Optional.empty());

        accept(asked);

        assertThat(written(LetterKind.REQUEST_ACCEPTED, asked).stream().flatMap(Optional::stream)).as("the second yes alone").hasSize(1);
        assertThat(written(LetterKind.REQUEST_REOPENED, asked)).containsOnly(Optional.empty());
    }

    @Test
    void nobody_is_called_about_a_yes_that_was_taken_back_before_the_call() {
        var silent = town.family(centre).phoneOnly("03 20 11 22 33").lives();
        var asked = one(silent, group);
        accept(asked);
        takeBack(asked);
        assertThat(calls()).isEmpty();

        accept(asked);
        var call = database.sql("SELECT id FROM call_task WHERE centre_id = :centre AND done_at IS NULL").param("centre", centre.id()).query(UUID.class).single();
        asStaff(Role.RECEPTION, () -> {
            desk.callDone(call, null);
            return true;
        });
        takeBack(asked);
        assertThat(calls()).as("who was called is called again").containsExactly("REQUEST_REOPENED");
    }

    @Test
    void the_desk_says_yes_at_once_and_the_family_hears_of_it_in_one_letter() {
        var outcome = deskAccepts(family, DeskTerms.ordinary());
        var next = deskAccepts(town.family(centre).lives(), DeskTerms.ordinary());

        assertThat(answers(outcome)).extracting(Answer::state).containsExactly(CONFIRMED);
        assertThat(answers(next)).extracting(Answer::state, Answer::rank).containsExactly(tuple(WAITING, 1));
        assertThat(written(LetterKind.REQUESTED, answers(outcome).getFirst())).as("overtaken by the yes").containsOnly(Optional.empty());
        assertThat(text(LetterKind.REQUEST_ACCEPTED, answers(outcome).getFirst())).contains("l’inscription est confirmée");
    }

    @Test
    void with_a_yes_at_once_a_place_is_held_or_lies_beyond_the_places_with_its_reason() {
        var until = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofDays(3));
        var held = deskAccepts(family, DeskTerms.ordinary().holdingUntil(until, "L’assurance"));
        var beyond = deskAccepts(town.family(centre).lives(), DeskTerms.ordinary().overbooking("Sa sœur vient"));

        var record = asStaff(Role.RECEPTION, () -> desk.request(((Registered) held).request())).getFirst();
        assertThat(record.state()).isEqualTo(PRE_REGISTERED);
        assertThat(record.deadline()).isEqualTo(until);
        assertThat(record.missing()).isEqualTo("L’assurance");
        assertThat(answers(beyond)).extracting(Answer::state).containsExactly(CONFIRMED);
        assertThat(asStaff(Role.RECEPTION, () -> desk.history(((Registered) beyond).request()))).extracting(HistoryLine::reason).containsExactly(null, "Sa sœur vient");
        assertThat(taken(group.session())).isEqualTo(2);
        assertThat(text(LetterKind.REQUEST_ACCEPTED, answers(held).getFirst())).contains("Il manque encore", "L’assurance").doesNotContain("confirmée");

        assertThat(takeBack(answers(beyond).getFirst())).isEqualTo(UndoOutcome.RESTORED);
        assertThat(asStaff(Role.RECEPTION, () -> desk.request(((Registered) beyond).request())).getFirst().overbooked()).isFalse();
        var tooLong = deskAccepts(town.family(centre).lives(), DeskTerms.ordinary().holdingUntil(clock.instant().plus(Duration.ofDays(60))));
        assertThat(((RegisterOutcome.Refused) tooLong).whyNot()).extracting(one -> one.why().why()).containsExactly(Why.HOLD_TOO_LONG);
    }

    @Test
    void the_same_gesture_sent_twice_is_one_yes() {
        var command = new RegisterCommand("desk-twice", group.id(), family.id(), List.of(family.person()), Set.copyOf(group.sessions()),
                PartyRule.WHO_CAN, Channel.DESK);
        asStaff(Role.RECEPTION, () -> desk.registerAndAccept(command, DeskTerms.ordinary()));

        var again = asStaff(Role.RECEPTION, () -> desk.registerAndAccept(command, DeskTerms.ordinary()));

        assertThat(answers(again)).extracting(Answer::state).containsExactly(CONFIRMED);
        assertThat(letters("request-accepted")).isEqualTo(1);
    }

    @Test
    void beyond_the_places_says_yes_whoever_may_and_only_with_a_reason() {
        accept(one(family, group));
        var asked = asks();

        assertThatThrownBy(() -> asStaff(Role.ANIMATOR, () -> approvals.acceptBeyond(Set.of(asked.answer().registration()), "Sa sœur vient")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> asStaff(Role.RECEPTION, () -> approvals.acceptBeyond(Set.of(asked.answer().registration()), " ")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> asStaff(Role.RECEPTION, () -> approvals.acceptBeyond(Set.of(asked.answer().registration()), "a".repeat(2_000_000))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(stateOf(asked.answer().registration())).isEqualTo(REQUESTED);

        asStaff(Role.RECEPTION, () -> approvals.acceptBeyond(Set.of(asked.answer().registration()), "Sa sœur vient"));

        assertThat(stateOf(asked.answer().registration())).isEqualTo(CONFIRMED);
        assertThat(taken(group.session())).isEqualTo(2);
    }

    @Test
    void a_family_withdraws_its_request_and_takes_that_back_with_its_turn() {
        var asked = one(family, group);
        var outcome = as(family, () -> registrations.cancel(Set.of(asked.registration())));
        assertThat(stateOf(asked.registration())).isEqualTo(CANCELLED_BY_FAMILY);
        assertThat(outcome.undoableUntil()).isNotNull();
        assertThat(accept(asked).nothingDone()).isTrue();

        var undone = as(family, () -> registrations.undoCancel(Set.of(asked.registration())));

        assertThat(undone).isEqualTo(UndoOutcome.RESTORED);
        assertThat(as(family, () -> registrations.mine()).stream().map(RegistrationRecord::state)).contains(REQUESTED);
    }

    @Test
    void who_withdrew_does_not_ask_again_beside_those_who_have_a_turn_in_the_list_by_now() {
        accept(one(family, group));
        var pair = town.family(centre).of(2).lives();
        var asked = answers(register(pair, group, pair.persons(), PartyRule.TOGETHER));
        as(pair, () -> registrations.cancel(Set.of(asked.getFirst().registration())));
        accept(asked.getLast());

        assertThat(as(pair, () -> registrations.undoCancel(Set.of(asked.getFirst().registration())))).isEqualTo(UndoOutcome.TOO_LATE);

        assertThat(stateOf(asked.getLast().registration())).isEqualTo(WAITING);
    }

    @Test
    void a_request_without_an_answer_is_closed_when_the_activity_begins_and_its_letter_says_the_truth() {
        var asked = one(family, group);
        clock.set(clock.instant().plus(Duration.ofDays(15)));
        if (clock.instant().atZone(centre.zone()).getHour() == 2) {
            clock.pass(Duration.ofHours(1));
        }

        assertThat(accept(asked).nothingDone()).as("the session has begun").isTrue();
        round.go();

        assertThat(stateOf(asked.registration())).isEqualTo(CLOSED);
        assertThat(letters("request-closed")).isEqualTo(1);
        assertThat(letters("list-closed")).isZero();
        assertThat(text(LetterKind.REQUEST_CLOSED, asked)).contains("n’a pas répondu").doesNotContain("liste d’attente");
    }

    @Test
    void the_team_sees_what_to_accept_the_oldest_first_and_what_a_yes_would_mean() {
        var first = asks();
        var second = asks();

        var lines = asStaff(Role.ANIMATOR, () -> today.today()).requests();
        assertThat(lines).extracting(TodayService.RequestLine::request).containsExactly(first.request(), second.request());
        assertThat(asStaff(Role.ANIMATOR, () -> followUp.page(FollowUpFilter.of(Show.TO_ACCEPT), 0, 10))).hasSize(2);
        var pending = asStaff(Role.ANIMATOR, () -> approvals.pending(second.request()));
        assertThat(pending).singleElement().satisfies(one -> {
            assertThat(one.rank()).as("a place").isZero();
            assertThat(one.olderRequests()).isEqualTo(1);
        });
        accept(first.answer());
        assertThat(asStaff(Role.ANIMATOR, () -> approvals.pending(second.request())).getFirst().rank()).isEqualTo(1);
        assertThat(asStaff(Role.ANIMATOR, () -> approvals.pending(first.request()))).isEmpty();
    }

    @Test
    void what_a_yes_would_mean_for_each_date_of_a_request_is_asked_in_the_same_statements_for_one_and_for_six() throws Exception {
        var one = asksFor(1);
        var six = asksFor(6);
        pending(one);

        assertThat(SqlCount.during(() -> pending(six))).hasSameSizeAs(SqlCount.during(() -> pending(one)));
        assertThat(pending(six)).hasSize(6).allSatisfy(date -> {
            assertThat(date.rank()).isEqualTo(3);
            assertThat(date.olderRequests()).isEqualTo(1);
        });
    }

    /** For so many dates, each with a family that waits for its one place and one that has no answer yet. */
    private UUID asksFor(int dates) {
        var dated = town.group(centre).byApproval().places(1).sessions(dates).stands();
        for (int i = 0; i < 2; i++) {
            var other = town.family(centre).lives();
            answers(register(other, dated, other.persons(), PartyRule.WHO_CAN)).forEach(this::accept);
        }
        one(town.family(centre).lives(), dated);
        return ((Registered) register(family, dated, family.persons(), PartyRule.WHO_CAN)).request();
    }

    private List<PendingRequest> pending(UUID request) {
        return asStaff(Role.ANIMATOR, () -> approvals.pending(request));
    }

    @Test
    void an_answer_reads_whom_it_is_about_and_nobody_else_who_asked() throws Exception {
        var roomy = town.group(centre).byApproval().places(12).stands();
        var alone = one(family, roomy);
        long few = read(() -> accept(alone));
        for (int i = 0; i < 5; i++) {
            one(town.family(centre).lives(), roomy);
        }
        var among = one(town.family(centre).lives(), roomy);

        assertThat(read(() -> accept(among))).isEqualTo(few);
        assertThat(read(() -> assertThat(asStaff(Role.RECEPTION, () -> approvals.unanswered(roomy.id()))).isEqualTo(5))).isZero();
    }

    /** How many rows this turns into objects. */
    private long read(Callable<?> work) throws Exception {
        var statistics = sessions.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            statistics.clear();
            work.call();
            return statistics.getEntityLoadCount();
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }

    @Test
    void a_resident_does_not_answer_and_another_centre_s_request_is_not_found() {
        var asked = one(family, group);

        assertThatThrownBy(() -> as(family, () -> approvals.accept(Set.of(asked.registration())))).isInstanceOf(AccessDeniedException.class);
        centre = town.centre();
        assertThatThrownBy(() -> accept(asked)).isInstanceOf(java.util.NoSuchElementException.class);
        centre = null;
    }

    /** A family of its own, and what it asked for. */
    private record Asked(Family family, UUID request, Answer answer) {
    }

    private Asked asks() {
        var who = town.family(centre).lives();
        var registered = (Registered) register(who, group, List.of(who.person()), PartyRule.WHO_CAN);
        return new Asked(who, registered.request(), registered.answers().getFirst());
    }

    private int rank(Asked asked) {
        return as(asked.family(), () -> registrations.mine()).getFirst().rank();
    }

    private ApprovalOutcome accept(Answer asked) {
        return asStaff(Role.ANIMATOR, () -> approvals.accept(Set.of(asked.registration())));
    }

    private UndoOutcome takeBack(Answer accepted) {
        return asStaff(Role.ANIMATOR, () -> approvals.takeBack(Set.of(accepted.registration())));
    }

    private RegisterOutcome deskAccepts(Family who, DeskTerms terms) {
        return asStaff(Role.RECEPTION, () -> desk.registerAndAccept(new RegisterCommand(UUID.randomUUID().toString(), group.id(), who.id(),
                List.of(who.person()), Set.copyOf(group.sessions()), PartyRule.WHO_CAN, Channel.DESK), terms));
    }

    private ApprovalOutcome refuse(Answer asked, String why) {
        return asStaff(Role.ANIMATOR, () -> approvals.refuse(Set.of(asked.registration()), why));
    }

    private List<String> calls() {
        return database.sql("SELECT about FROM call_task WHERE centre_id = :centre AND done_at IS NULL").param("centre", centre.id())
                .query(String.class).list();
    }

    /** The letter of this kind that the outbox has about the request of this registration, as it would leave now. */
    private String text(LetterKind kind, Answer about) {
        return written(kind, about).stream().flatMap(Optional::stream).findFirst().orElseThrow();
    }

    /** All letters of this kind about the request, as they would leave now; one that says nothing true any more does not leave. */
    private List<Optional<String>> written(LetterKind kind, Answer about) {
        return database.sql("""
                SELECT l.letter_key FROM outbox_letter l JOIN registration r ON r.request_id = l.subject_id
                WHERE r.id = :id AND l.kind = :kind""").param("id", about.registration()).param("kind", kind.kind()).query(String.class).list().stream()
                .map(key -> in(() -> letters.write(new Envelope(key, kind.kind(), UUID.fromString(key.split(":")[1]),
                        new Recipient(EmailAddress.parse("a@exemple.fr").orElseThrow(), "Amina")))).map(Object::toString)).toList();
    }
}
