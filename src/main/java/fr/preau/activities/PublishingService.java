package fr.preau.activities;

import fr.preau.activities.Outcome.Reason;
import fr.preau.activities.Outcome.Refused;
import fr.preau.base.AllowedTo;
import fr.preau.base.Ids;
import fr.preau.base.Role;
import java.time.Clock;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows an activity to everybody, pauses it, takes it up again, and ends it; the registrations hear of it in the same transaction. */
@Service
@AllowedTo({Role.ANIMATOR, Role.DIRECTOR})
public class PublishingService {

    private final LockedWork work;
    private final Timetable timetable;
    private final WaitingFamilies families;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PublishingService(LockedWork work, Timetable timetable, WaitingFamilies families, ApplicationEventPublisher events, Clock clock) {
        this.work = work;
        this.timetable = timetable;
        this.families = families;
        this.events = events;
        this.clock = clock;
    }

    /** Shows it to everybody; a suspended activity is taken up again. */
    public Outcome publish(UUID activityId) {
        return work.onActivity(activityId, activity -> {
            if (!activity.status().mayBecome(ActivityStatus.PUBLISHED)) {
                return new Refused(Reason.NOT_IN_THIS_STATE);
            }
            if (work.sessionsOf(activityId).stream().noneMatch(timetable::isToCome)) {
                return new Refused(Reason.NO_SESSION_TO_COME);
            }
            boolean resumed = activity.status() == ActivityStatus.SUSPENDED;
            activity.publish(clock.instant());
            if (resumed) {
                events.publishEvent(new ActivityResumed(activityId));
            }
            return LockedWork.done(activity);
        });
    }

    /** How many families are told when it is suspended: those who wait for a place, or for an answer. */
    @Transactional(readOnly = true)
    public int familiesWaiting(UUID activityId) {
        return families.of(activityId);
    }

    /** Stops registrations for a while, and says why. Who waits is told that her turn stays hers. */
    public Outcome suspend(UUID activityId, String reason) {
        return StatedReason.then(reason, why -> work.onActivity(activityId, activity -> {
            if (!activity.status().mayBecome(ActivityStatus.SUSPENDED)) {
                return new Refused(Reason.NOT_IN_THIS_STATE);
            }
            activity.suspend(why, clock.instant());
            events.publishEvent(new ActivitySuspended(activityId));
            return LockedWork.done(activity);
        }));
    }

    /** Ends it for good with all its sessions to come, and says why. */
    public Outcome cancel(UUID activityId, String reason) {
        return StatedReason.then(reason, why -> work.onActivity(activityId, activity -> {
            if (!activity.status().mayBecome(ActivityStatus.CANCELLED)) {
                return new Refused(Reason.NOT_IN_THIS_STATE);
            }
            activity.cancel(why, clock.instant());
            var gesture = Ids.next();
            work.sessionsOf(activityId).stream().filter(timetable::isToCome).forEach(session -> session.cancel(why, gesture));
            events.publishEvent(new ActivityCancelled(activityId, why));
            return LockedWork.done(activity);
        }));
    }
}
