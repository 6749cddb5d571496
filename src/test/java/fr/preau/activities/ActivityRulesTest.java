package fr.preau.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.base.PublicPagesChanged;
import fr.preau.base.Role;
import fr.preau.testing.SignIn;
import fr.preau.testing.SqlCount;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** Which state an activity may be in, and who may change it. */
class ActivityRulesTest extends ActivityChanges {

    @Test
    void aDraftIsPublishedAndNothingElse() {
        var draft = draft();
        assertThat(in(() -> publishing.suspend(draft, "Travaux"))).isEqualTo(new Outcome.Refused(Outcome.Reason.NOT_IN_THIS_STATE));
        assertThat(in(() -> publishing.cancel(draft, "Travaux"))).isEqualTo(new Outcome.Refused(Outcome.Reason.NOT_IN_THIS_STATE));
        assertThat(in(() -> publishing.publish(draft))).isInstanceOf(Outcome.Done.class);
        assertThat(in(() -> publishing.publish(draft))).isEqualTo(new Outcome.Refused(Outcome.Reason.NOT_IN_THIS_STATE));
    }

    @Test
    void aCancelledActivityNeverComesBack() {
        var sheet = activities.titled("Foot").weekly(3).in(here.id());
        assertThat(in(() -> publishing.cancel(sheet.id(), "Plus d’animateur"))).isInstanceOf(Outcome.Done.class);
        assertThat(events.stream(ActivityCancelled.class)).containsExactly(new ActivityCancelled(sheet.id(), "Plus d’animateur"));
        assertThat(fresh(sheet).groups().getFirst().sessions()).noneMatch(SessionRecord::isPlanned);
        for (Supplier<Outcome> act : List.<Supplier<Outcome>>of(() -> publishing.publish(sheet.id()), () -> publishing.suspend(sheet.id(), "x"),
                () -> publishing.cancel(sheet.id(), "x"), () -> schedule.addDates(sheet.groups().getFirst().id(), nextWeek(), 12))) {
            assertThat(in(act)).isEqualTo(new Outcome.Refused(Outcome.Reason.NOT_IN_THIS_STATE));
        }
    }

    @Test
    void theEnumSaysWhichStatesFollow() {
        for (var from : ActivityStatus.values()) {
            for (var to : ActivityStatus.values()) {
                boolean allowed = switch (from) {
                    case DRAFT -> to == ActivityStatus.PUBLISHED;
                    case PUBLISHED -> to == ActivityStatus.SUSPENDED || to == ActivityStatus.CANCELLED;
                    case SUSPENDED -> to == ActivityStatus.PUBLISHED || to == ActivityStatus.CANCELLED;
                    case CANCELLED -> false;
                };
                assertThat(from.mayBecome(to)).as("%s to %s", from, to).isEqualTo(allowed);
            }
        }
    }

    @Test
    void whatHasNoDateToComeIsNotPublished() {
        var copy = in(() -> service.duplicate(activities.titled("Foot").in(here.id()).id(), "Foot bis")) instanceof Outcome.Done done ? done.activityId() : null;
        assertThat(in(() -> publishing.publish(copy))).isEqualTo(new Outcome.Refused(Outcome.Reason.NO_SESSION_TO_COME));
        var suspended = activities.titled("Danse").in(here.id());
        in(() -> publishing.suspend(suspended.id(), "Travaux"));
        clock.pass(Duration.ofDays(30));
        assertThat(in(() -> publishing.publish(suspended.id()))).isEqualTo(new Outcome.Refused(Outcome.Reason.NO_SESSION_TO_COME));
        assertThat(in(() -> catalogue.find(suspended.id())).orElseThrow().status()).isEqualTo(ActivityStatus.SUSPENDED);
    }

    @Test
    void whoIsTakenUpAgainIsToldInTheSameTransaction() {
        var draft = draft();
        in(() -> publishing.publish(draft));
        assertThat(events.stream(ActivityResumed.class)).as("shown for the first time").isEmpty();
        in(() -> publishing.suspend(draft, "Travaux"));
        in(() -> publishing.publish(draft));
        assertThat(events.stream(ActivityResumed.class)).containsExactly(new ActivityResumed(draft));
    }

    @Test
    void aDraftIsDeletedWithAllThatIsItsOwnAndWhatWasShownIsNot() {
        var draft = draft();
        assertThat(in(() -> service.deleteDraft(draft))).isInstanceOf(Outcome.Done.class);
        assertThat(in(() -> catalogue.find(draft))).isEmpty();
        assertThat(in(() -> service.deleteDraft(draft))).isEqualTo(new Outcome.Refused(Outcome.Reason.NOT_FOUND));
        var shown = activities.titled("Foot").in(here.id());
        assertThat(in(() -> service.deleteDraft(shown.id()))).isEqualTo(new Outcome.Refused(Outcome.Reason.ONCE_PUBLISHED));
        var theirs = activities.titled("Chez eux").in(centres.open().id());
        assertThat(in(() -> service.deleteDraft(theirs.id()))).isEqualTo(new Outcome.Refused(Outcome.Reason.NOT_FOUND));
    }

    @Test
    void aReasonIsNeededAndNotEndless() {
        var sheet = activities.titled("Foot").in(here.id());
        assertThat(in(() -> publishing.suspend(sheet.id(), " \n "))).isEqualTo(new Outcome.Refused(Outcome.Reason.REASON_MISSING));
        for (var endless : List.of("x".repeat(401), "x".repeat(2_000_000))) {
            assertThat(in(() -> publishing.suspend(sheet.id(), endless))).isEqualTo(new Outcome.Refused(Outcome.Reason.REASON_TOO_LONG));
            assertThat(in(() -> publishing.cancel(sheet.id(), endless))).isEqualTo(new Outcome.Refused(Outcome.Reason.REASON_TOO_LONG));
        }
    }

    @Test
    void aReasonStandsInASentenceThatHasAFullStopOfItsOwn() {
        var sheet = activities.titled("Foot").in(here.id());
        in(() -> publishing.suspend(sheet.id(), "La salle est en travaux. Retour en mars. "));
        assertThat(in(() -> catalogue.sheet(sheet.id())).orElseThrow().reason()).isEqualTo("La salle est en travaux. Retour en mars");
    }

    @Test
    void publicPagesAreToldWhatTheStaffChangesAndNotWhoRegisters() {
        var sheet = activities.titled("Yoga").places(2).in(here.id());
        long before = events.stream(PublicPagesChanged.class).count();
        occupy(sheet, 2, 3);
        assertThat(events.stream(PublicPagesChanged.class)).hasSize((int) before);
        in(() -> publishing.suspend(sheet.id(), "Travaux"));
        assertThat(events.stream(PublicPagesChanged.class)).hasSizeGreaterThan((int) before);
    }

    @Test
    void theGroupsLockIsTakenBeforeAnythingIsRead() throws Exception {
        var sheet = activities.titled("Yoga").in(here.id());
        var session = session(sheet);
        for (Supplier<Outcome> act : List.<Supplier<Outcome>>of(
                () -> schedule.changeSessions(group(sheet), session.id(), session.version(), SessionChange.Reach.ONE, places(20)),
                () -> schedule.addDates(group(sheet), nextWeek(), 12), () -> publishing.suspend(sheet.id(), "Travaux"), () -> publishing.publish(sheet.id()),
                () -> publishing.cancel(sheet.id(), "Travaux"))) {
            var statements = SqlCount.during(() -> in(act));
            assertThat(statements.stream().filter(sql -> sql.contains("activity")).findFirst().orElseThrow())
                    .contains("activity_group").containsIgnoringCase("for update");
        }
    }

    @Test
    void anotherCentresIdsAreNotFound() {
        var theirs = activities.titled("Chez eux").in(centres.open().id());
        var session = session(theirs);
        var notFound = new Outcome.Refused(Outcome.Reason.NOT_FOUND);
        assertThat(in(() -> publishing.publish(theirs.id()))).isEqualTo(notFound);
        assertThat(in(() -> publishing.suspend(theirs.id(), "x"))).isEqualTo(notFound);
        assertThat(in(() -> publishing.cancel(theirs.id(), "x"))).isEqualTo(notFound);
        assertThat(in(() -> service.duplicate(theirs.id(), "x"))).isEqualTo(notFound);
        assertThat(in(() -> service.change(theirs.id(), 0, activities.titled("x").input()))).isEqualTo(notFound);
        assertThat(in(() -> schedule.addDates(group(theirs), nextWeek(), 12))).isEqualTo(notFound);
        assertThat(in(() -> schedule.addGroup(theirs.id(), "x", Booking.BY_SESSION, 12, nextWeek()))).isEqualTo(notFound);
        assertThat(in(() -> schedule.changeSessions(group(theirs), session.id(), 0, SessionChange.Reach.ONE, places(5)))).isEqualTo(notFound);
        assertThat(in(() -> schedule.cancelSessions(group(theirs), session.id(), 0, SessionChange.Reach.ONE, "x"))).isEqualTo(notFound);
        assertThat(in(() -> catalogue.sheet(theirs.id()))).isEmpty();
    }

    @Test
    void receptionMayNotChangeAnything() {
        var sheet = activities.titled("Foot").in(here.id());
        SignIn.as(here.id(), Role.RECEPTION);
        assertThatThrownBy(() -> in(() -> publishing.suspend(sheet.id(), "x"))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> in(() -> service.create(activities.titled("x").input()))).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aChangeOfAnOldVersionWritesNothing() {
        var sheet = activities.titled("Foot").in(here.id());
        assertThat(in(() -> service.change(sheet.id(), sheet.version(), activities.titled("Un").input()))).isInstanceOf(Outcome.Done.class);
        assertThat(in(() -> service.change(sheet.id(), sheet.version(), activities.titled("Deux").input()))).isInstanceOf(Outcome.ChangedMeanwhile.class);
        assertThat(fresh(sheet).about().title()).isEqualTo("Un");
        assertThat(fresh(sheet).slug()).as("a published activity keeps its address").isEqualTo("foot");
    }

    @Test
    void theCentreMayAnswerEachRequestItself() {
        assertThat(activities.titled("Séjour").byApproval().in(here.id()).rules().needsApproval()).isTrue();
        assertThat(activities.titled("Café").byApproval().dropIn().in(here.id()).rules().needsApproval())
                .as("who comes without registering asks nobody").isFalse();
        var sheet = activities.titled("Couture").byApproval().in(here.id());
        in(() -> transaction.call(() -> places.lock(List.of(group(sheet))))).forEach(held -> assertThat(held.rules().needsApproval()).isTrue());
        assertThat(in(() -> service.change(sheet.id(), sheet.version(), activities.titled("Couture").input()))).isInstanceOf(Outcome.Done.class);
        assertThat(fresh(sheet).rules().needsApproval()).isFalse();
    }

    private UUID draft() {
        return in(() -> service.create(activities.titled("Brouillon").input())) instanceof Outcome.Done done ? done.activityId() : null;
    }
}
