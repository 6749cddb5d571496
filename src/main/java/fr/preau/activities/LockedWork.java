package fr.preau.activities;

import fr.preau.activities.Outcome.Reason;
import fr.preau.activities.Outcome.Refused;
import fr.preau.base.RetriedTransaction;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Begins each change with the locks of the groups that it touches, then reads: see {@link PlacesService}. */
@Component
class LockedWork {

    private final Activities activities;
    private final ActivityGroups groups;
    private final ActivitySessions sessions;
    private final RetriedTransaction transaction;

    LockedWork(Activities activities, ActivityGroups groups, ActivitySessions sessions, RetriedTransaction transaction) {
        this.activities = activities;
        this.groups = groups;
        this.sessions = sessions;
        this.transaction = transaction;
    }

    /** What is done with a group, its activity and all its sessions by time. */
    interface OnGroup {
        Outcome with(ActivityGroup group, Activity activity, List<ActivitySession> all);
    }

    /** With the locks of all its groups. */
    Outcome onActivity(UUID activityId, Function<Activity, Outcome> work) {
        return transaction.call(() -> {
            groups.lockOf(activityId);
            return activities.findOneById(activityId).map(work).orElseGet(() -> new Refused(Reason.NOT_FOUND));
        });
    }

    /** With the lock of this group. */
    Outcome onGroup(UUID groupId, OnGroup work) {
        return transaction.call(() -> groups.lock(groupId).map(group -> work.with(group, activities.findOneById(group.activityId()).orElseThrow(),
                sessionsIn(groupId))).orElseGet(() -> new Refused(Reason.NOT_FOUND)));
    }

    /** All sessions of a group, by time. */
    List<ActivitySession> sessionsIn(UUID groupId) {
        return sessions.findByGroupIdInOrderByStartsAtAscIdAsc(List.of(groupId));
    }

    /** All sessions of an activity, by time. */
    List<ActivitySession> sessionsOf(UUID activityId) {
        return sessions.findByGroupIdInOrderByStartsAtAscIdAsc(
                groups.findByActivityIdIn(List.of(activityId)).stream().map(ActivityGroup::id).toList());
    }

    static Outcome done(Activity activity) {
        return new Outcome.Done(activity.id(), activity.slug(), 0);
    }
}
