package fr.preau.activities;

import fr.preau.accounts.Audit;
import fr.preau.activities.Outcome.ChangedMeanwhile;
import fr.preau.activities.Outcome.NotYet;
import fr.preau.activities.Outcome.Reason;
import fr.preau.activities.Outcome.Refused;
import fr.preau.base.AllowedTo;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Lets animators make and change what their centre offers: what is said about it and who may register. Its dates are
 * {@link ScheduleService}'s, whether everybody sees it is {@link PublishingService}'s.
 */
@Service
@AllowedTo({Role.ANIMATOR, Role.DIRECTOR})
public class ActivityService {

    private final Activities activities;
    private final ActivityGroups groups;
    private final ActivitySessions sessions;
    private final ActivityDrafts drafts;
    private final KeptPhotos photos;
    private final Slugs slugs;
    private final LockedWork work;
    private final Timetable timetable;
    private final WaitingFamilies families;
    private final RetriedTransaction transaction;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ActivityService(Activities activities, ActivityGroups groups, ActivitySessions sessions, ActivityDrafts drafts, KeptPhotos photos, Slugs slugs,
                    LockedWork work, Timetable timetable, WaitingFamilies families, RetriedTransaction transaction, Audit audit,
                    ApplicationEventPublisher events, Clock clock) {
        this.activities = activities;
        this.groups = groups;
        this.sessions = sessions;
        this.drafts = drafts;
        this.photos = photos;
        this.slugs = slugs;
        this.work = work;
        this.timetable = timetable;
        this.families = families;
        this.transaction = transaction;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What does not go in what was typed, dates included; empty when all goes. */
    public List<Problem> check(ActivityInput input) {
        var problems = new ArrayList<>(InputCheck.of(input, timetable.today()));
        problems.addAll(InputCheck.of(input.dates(), timetable.now()));
        return problems;
    }

    /** Makes a new activity with one group and its sessions; a draft, which only the staff sees. */
    public Outcome create(ActivityInput input) {
        var problems = check(input);
        if (!problems.isEmpty()) {
            return new NotYet(problems);
        }
        if (isPhotoGone(input)) {
            return photoGone();
        }
        var plan = timetable.plan(input.dates());
        if (timetable.toCome(plan).isEmpty()) {
            return new Refused(Reason.NO_DATE_LEFT);
        }
        return Slugs.ONE_SLUG.again(() -> transaction.call(() -> LockedWork.done(make(input, plan))));
    }

    /**
     * Makes and publishes an activity for the house (a demonstration, an import): dates may lie in the past.
     *
     * @throws IllegalArgumentException when what is said does not go
     */
    @AllowedTo(Role.THE_HOUSE)
    public UUID found(ActivityInput input) {
        var problems = InputCheck.of(input, timetable.today());
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.toString());
        }
        return transaction.call(() -> {
            var activity = make(input, timetable.plan(input.dates()));
            activity.publish(clock.instant());
            return activity.id();
        });
    }

    /**
     * Changes what is said about it and who may register when; dates and places are changed by themselves. Who is registered is
     * told of another place. Registration is not given up while somebody waits: nobody would ever answer her.
     */
    public Outcome change(UUID activityId, int version, ActivityInput input) {
        var problems = InputCheck.of(input, timetable.today());
        if (!problems.isEmpty()) {
            return new NotYet(problems);
        }
        return Slugs.ONE_SLUG.again(() -> work.onActivity(activityId, activity -> {
            if (activity.version() != version) {
                return new ChangedMeanwhile();
            }
            if (isPhotoGone(input)) {
                return photoGone();
            }
            if (leavesFamiliesWaiting(activity, input)) {
                return new Refused(Reason.FAMILIES_WAIT);
            }
            var placeBefore = activity.about().place();
            boolean renamed = !activity.wasPublished() && !activity.about().title().equals(input.about().title());
            activity.describe(input.about(), input.rules(timetable.zone()), clock.instant());
            activity.illustrate(input.photo());
            if (renamed) {
                activity.rename(slugs.free(input.about().title()));
            }
            if (!activity.about().place().equals(placeBefore)) {
                sessions.outdateInCalendars(activityId, clock.instant());
                events.publishEvent(new PlaceChanged(activityId));
            }
            return LockedWork.done(activity);
        }));
    }

    /** Why the change would be refused if it were made now, so that nobody is asked about the rest of it before; nothing when it would not. */
    public Optional<Refused> refusal(UUID activityId, ActivityInput input) {
        return transaction.call(() -> activities.findOneById(activityId).filter(activity -> leavesFamiliesWaiting(activity, input))
                .map(activity -> new Refused(Reason.FAMILIES_WAIT)));
    }

    private boolean leavesFamiliesWaiting(Activity activity, ActivityInput input) {
        return activity.rules().registrationNeeded() && !input.registrationNeeded() && families.undecided(activity.id()) > 0;
    }

    /** How many requests wait for the team's answer: they still do when it no longer answers each, and those who come then pass them. */
    public int unanswered(UUID activityId) {
        return transaction.call(() -> families.unanswered(activityId));
    }

    /** A new draft that says the same, with the same groups and no dates. */
    public Outcome duplicate(UUID activityId, String title) {
        return Slugs.ONE_SLUG.again(() -> transaction.call(() -> activities.findOneById(activityId).<Outcome>map(original -> {
            var copy = activities.save(copyOf(original, title.substring(0, Math.min(About.TITLE, title.length()))));
            for (var group : groups.findByActivityIdIn(List.of(activityId))) {
                groups.save(new ActivityGroup(copy.id(), group.name(), group.booking(), group.defaultPlaces(), null));
            }
            return LockedWork.done(copy);
        }).orElseGet(() -> new Refused(Reason.NOT_FOUND))));
    }

    private Activity copyOf(Activity original, String title) {
        var about = original.about();
        var rules = original.rules();
        var copy = new Activity(new About(title, about.summary(), about.description(), about.category(), about.place(), about.accessNote(),
                about.bring(), about.price()), slugs.free(title),
                new AdmissionRules(rules.audience(), rules.registrationNeeded(), rules.needsApproval(), null, null, rules.holdDays()), clock.instant());
        copy.illustrate(original.photo());
        return copy;
    }

    /** Takes away for good what nobody but the staff has seen, with its groups and sessions, and what was typed about it. */
    public Outcome deleteDraft(UUID activityId) {
        return work.onActivity(activityId, activity -> {
            if (activity.status() != ActivityStatus.DRAFT) {
                return new Refused(Reason.ONCE_PUBLISHED);
            }
            drafts.dropOf(activityId);
            work.sessionsOf(activityId).forEach(sessions::delete);
            groups.findByActivityIdIn(List.of(activityId)).forEach(groups::delete);
            activities.delete(activity);
            audit.record("activity-draft-deleted", "activity", activityId, null);
            return LockedWork.done(activity);
        });
    }

    private Activity make(ActivityInput input, SeriesPlan plan) {
        var zone = timetable.zone();
        int places = Objects.requireNonNull(input.places());
        var activity = activities.save(new Activity(input.about(), slugs.free(input.about().title()), input.rules(zone), clock.instant()));
        activity.illustrate(input.photo());
        var group = groups.save(new ActivityGroup(activity.id(), "", input.booking(), places, input.dates().series(zone)));
        timetable.schedule(group, plan.sessions(), places);
        return activity;
    }

    /** A photo that no activity shows is not kept for ever. */
    private boolean isPhotoGone(ActivityInput input) {
        return input.photo() != null && !photos.existsByHash(input.photo().hash());
    }

    private static NotYet photoGone() {
        return new NotYet(List.of(Problem.at(Problem.Field.PHOTO, "photo-gone")));
    }
}
