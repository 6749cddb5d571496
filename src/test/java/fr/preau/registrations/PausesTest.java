package fr.preau.registrations;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.activities.Outcome;
import fr.preau.activities.PublishingService;
import fr.preau.base.Role;
import fr.preau.registrations.Town.Family;
import fr.preau.registrations.Town.Group;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** While registration pauses, who waits is not left without a word. */
class PausesTest extends RegistrationsTest {

    private static final String PHONE = "03 20 00 11 22";

    @Autowired
    private PublishingService publishing;

    private Group full;
    private Family holder;
    private Set<UUID> seats;
    private Family waiting;

    @BeforeEach
    void aListOfOne() {
        full = town.group(centre).sessions(2).places(1).stands();
        holder = town.family(centre).lives();
        seats = answers(register(holder, full, holder.persons(), PartyRule.WHO_CAN)).stream().map(Answer::registration).collect(Collectors.toSet());
        waiting = town.family(centre).lives();
        one(waiting, full);
    }

    @Test
    void whoWaitsReadsOnceThatHerTurnStaysHersAndWhyItPauses() {
        suspend(full);

        assertThat(letters("registration-paused")).as("once for her two dates, and not to who has a place").isEqualTo(1);
        assertThat(textOf(letterTo(waiting, "registration-paused"))).contains("vous gardez votre tour", "Travaux", "Quitter la liste d’attente")
                .doesNotContain("votre demande");
    }

    @Test
    void whoHasAskedReadsThatTheRequestIsKept() {
        var byApproval = town.group(centre).byApproval().stands();
        var asking = town.family(centre).lives();
        one(asking, byApproval);

        suspend(byApproval);

        assertThat(textOf(letterTo(asking, "registration-paused"))).contains("votre demande est gardée").doesNotContain("liste d’attente");
    }

    @Test
    void whoStillWaitsWhenItIsTakenUpAgainReadsItAndWhoIsOfferedAPlaceReadsThat() {
        var second = town.family(centre).lives();
        one(second, full);
        suspend(full);
        as(holder, () -> registrations.cancel(seats));

        resume(full);

        assertThat(letters("place-offered")).isEqualTo(2);
        assertThat(letters("registration-resumed")).isEqualTo(1);
        assertThat(textOf(letterTo(second, "registration-resumed"))).contains("vous êtes toujours sur la liste d’attente");
        assertThat(letter("registration-paused")).as("it is true no longer").isEmpty();
    }

    @Test
    void whoCannotBeWrittenToIsCalledAndOfAPauseThatIsOverNobodyIsCalled() {
        var silent = town.family(centre).phoneOnly(PHONE).lives();
        one(silent, full);
        suspend(full);
        assertThat(openCalls(silent)).containsExactly("PAUSED");

        resume(full);
        assertThat(openCalls(silent)).as("she heard of neither").isEmpty();

        suspend(full);
        database.sql("UPDATE call_task SET done_at = created_at WHERE household_id = :id").param("id", silent.id()).update();
        resume(full);
        assertThat(openCalls(silent)).containsExactly("RESUMED");
    }

    @Test
    void ofAPauseNobodyIsCalledAnyMoreWhoseActivityIsCancelled() {
        var silent = town.family(centre).phoneOnly(PHONE).lives();
        one(silent, full);
        suspend(full);

        assertThat(asStaff(Role.DIRECTOR, () -> publishing.cancel(full.activity(), "Fuite d’eau"))).isInstanceOf(Outcome.Done.class);

        assertThat(openCalls(silent)).containsExactly("DATE_CHANGED");
    }

    @Test
    void ofAPauseNobodyIsCalledAnyMoreWhoHasLeftTheListAltogether() {
        var silent = town.family(centre).phoneOnly(PHONE).lives();
        var turns = answers(register(silent, full, silent.persons(), PartyRule.WHO_CAN)).stream().map(Answer::registration).toList();
        suspend(full);

        as(silent, () -> registrations.cancel(Set.of(turns.getFirst())));
        assertThat(openCalls(silent)).as("she still waits for the other date").containsExactly("PAUSED");
        as(silent, () -> registrations.cancel(Set.of(turns.getLast())));
        assertThat(openCalls(silent)).isEmpty();
    }

    @Test
    void whoIsAcceptedDuringThePauseIsCalledForThatAlone() {
        var byApproval = town.group(centre).byApproval().stands();
        var silent = town.family(centre).phoneOnly(PHONE).lives();
        var asks = one(silent, byApproval).registration();
        suspend(byApproval);

        assertThat(asStaff(Role.ANIMATOR, () -> approvals.accept(Set.of(asks))).placed()).containsExactly(asks);

        assertThat(openCalls(silent)).containsExactly("REQUEST_ACCEPTED");
    }

    @Test
    void whoIsOfferedAPlaceAfterThePauseIsNotCalledThatSheStillWaits() {
        var silent = town.family(centre).phoneOnly(PHONE).lives();
        one(silent, full);
        suspend(full);
        database.sql("UPDATE call_task SET done_at = created_at WHERE household_id = :id").param("id", silent.id()).update();
        resume(full);
        assertThat(openCalls(silent)).containsExactly("RESUMED");

        as(waiting, () -> registrations.cancel(waitingTurns()));
        as(holder, () -> registrations.cancel(seats));

        assertThat(openCalls(silent)).isNotEmpty().containsOnly("PLACE_OFFERED");
    }

    @Test
    void whoWasNotCalledAfterAllOfAPauseThatIsOverByNowIsCalledOfNeither() {
        var silent = town.family(centre).phoneOnly(PHONE).lives();
        one(silent, full);
        suspend(full);
        var told = openCall(silent);
        said(told);
        resume(full);
        assertThat(openCalls(silent)).containsExactly("RESUMED");

        unsaid(told);
        assertThat(openCalls(silent)).as("she has heard of neither").isEmpty();

        suspend(full);
        assertThat(openCalls(silent)).containsExactly("PAUSED");
    }

    @Test
    void soIsWhoWasNotCalledOfAnEndAfterWhichThereIsAnotherPause() {
        var silent = town.family(centre).phoneOnly(PHONE).lives();
        one(silent, full);
        suspend(full);
        said(openCall(silent));
        resume(full);
        var told = openCall(silent);
        said(told);
        suspend(full);
        assertThat(openCalls(silent)).containsExactly("PAUSED");

        unsaid(told);
        assertThat(openCalls(silent)).as("she knows of a pause, and that is true").isEmpty();
    }

    @Test
    void ofAPauseThatGoesOnASlipIsTakenBack() {
        var silent = town.family(centre).phoneOnly(PHONE).lives();
        one(silent, full);
        suspend(full);
        var told = openCall(silent);
        said(told);

        unsaid(told);

        assertThat(openCalls(silent)).containsExactly("PAUSED");
    }

    @Test
    void whoWaitsAgainAfterAllIsCalledOfThePauseAllTheSame() {
        var silent = town.family(centre).phoneOnly(PHONE).lives();
        var turns = answers(register(silent, full, silent.persons(), PartyRule.WHO_CAN)).stream().map(Answer::registration)
                .collect(Collectors.toSet());
        suspend(full);
        asStaff(Role.RECEPTION, () -> desk.cancelForFamily(turns, Channel.PHONE, null));
        assertThat(openCalls(silent)).isEmpty();

        assertThat(asStaff(Role.RECEPTION, () -> desk.undoCancel(turns, Channel.PHONE))).isEqualTo(UndoOutcome.RESTORED);

        assertThat(openCalls(silent)).containsExactly("PAUSED");
    }

    @Test
    void soIsWhoseYesIsTakenBackDuringThePause() {
        var byApproval = town.group(centre).byApproval().stands();
        var silent = town.family(centre).phoneOnly(PHONE).lives();
        var asks = one(silent, byApproval).registration();
        suspend(byApproval);
        asStaff(Role.ANIMATOR, () -> approvals.accept(Set.of(asks)));

        assertThat(asStaff(Role.ANIMATOR, () -> approvals.takeBack(Set.of(asks)))).isEqualTo(UndoOutcome.RESTORED);

        assertThat(openCalls(silent)).containsExactly("PAUSED");
    }

    private Set<UUID> waitingTurns() {
        return Set.copyOf(database.sql("SELECT id FROM registration WHERE household_id = :id").param("id", waiting.id()).query(UUID.class).list());
    }

    @Test
    void theTeamLearnsBeforeHowManyFamiliesAreTold() {
        var family = town.family(centre).adult("Karim").lives();
        register(family, full, family.persons(), PartyRule.WHO_CAN);

        int waitHere = asStaff(Role.ANIMATOR, () -> publishing.familiesWaiting(full.activity()));
        int waitThere = asStaff(Role.ANIMATOR, () -> publishing.familiesWaiting(town.group(centre).stands().activity()));

        assertThat(List.of(waitHere, waitThere)).containsExactly(2, 0);
    }

    private void suspend(Group group) {
        assertThat(asStaff(Role.ANIMATOR, () -> publishing.suspend(group.activity(), "Travaux"))).isInstanceOf(Outcome.Done.class);
    }

    private void resume(Group group) {
        assertThat(asStaff(Role.ANIMATOR, () -> publishing.publish(group.activity()))).isInstanceOf(Outcome.Done.class);
    }

    private UUID openCall(Family family) {
        return database.sql("SELECT id FROM call_task WHERE household_id = :id AND done_at IS NULL").param("id", family.id())
                .query(UUID.class).single();
    }

    private void said(UUID call) {
        asStaff(Role.RECEPTION, () -> {
            desk.callDone(call, null);
            return null;
        });
    }

    private void unsaid(UUID call) {
        asStaff(Role.RECEPTION, () -> {
            desk.callAgain(call);
            return null;
        });
    }

    private List<String> openCalls(Family family) {
        return database.sql("SELECT about FROM call_task WHERE household_id = :id AND done_at IS NULL").param("id", family.id())
                .query(String.class).list();
    }
}
