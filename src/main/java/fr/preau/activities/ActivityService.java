package fr.preau.activities;

import fr.preau.activities.Outcome.ChangedMeanwhile;
import fr.preau.activities.Outcome.Done;
import fr.preau.activities.Outcome.NotYet;
import fr.preau.activities.Outcome.Reason;
import fr.preau.activities.Outcome.Refused;
import fr.preau.accounts.Audit;
import fr.preau.base.AllowedTo;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import fr.preau.base.SearchKey;
import fr.preau.centres.CentreService;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/**
 * Lets animators make and change what their centre offers. A change that touches people who are registered is told to
 * the other modules in the same transaction; all of them hold the group's lock first (see {@link PlacesService}).
 */
@Service
@AllowedTo({Role.ANIMATOR, Role.DIRECTOR})
public class ActivityService {

    static final int REASON = 400;
    private static final int SLUG = 60;
    private static final int TWINS = 30;

    private final Activities activities;
    private final ActivityGroups groups;
    private final ActivitySessions sessions;
    private final ActivityDrafts drafts;
    private final PhotoFiles photos;
    private final SeriesPlanner planner;
    private final CentreService centres;
    private final Audit audit;
    private final RetriedTransaction transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ActivityService(Activities activities, ActivityGroups groups, ActivitySessions sessions, ActivityDrafts drafts, PhotoFiles photos, SeriesPlanner planner,
                    CentreService centres, Audit audit, RetriedTransaction transaction, ApplicationEventPublisher events, Clock clock) {
        this.activities = activities;
        this.groups = groups;
        this.sessions = sessions;
        this.drafts = drafts;
        this.photos = photos;
        this.planner = planner;
        this.centres = centres;
        this.audit = audit;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** What does not go in what was typed, dates included; empty when all goes. */
    public List<Problem> check(ActivityInput input) {
        var problems = new ArrayList<>(InputCheck.of(input, today()));
        problems.addAll(InputCheck.of(input.dates(), now()));
        return problems;
    }

    /** The dates that this would give; nothing while they cannot be worked out. */
    public Optional<SeriesPlan> preview(Dates dates) {
        return InputCheck.of(dates, now().minusDays(SeriesPlanner.LONGEST_IN_DAYS)).isEmpty() ? Optional.of(plan(dates)) : Optional.empty();
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
        var plan = plan(input.dates());
        if (plan.sessions().stream().noneMatch(day -> day.starts().isAfter(clock.instant()))) {
            return new Refused(Reason.NO_DATE_LEFT);
        }
        return withFreeSlug(() -> transaction.call(() -> make(input, plan)));
    }

    /**
     * Makes and publishes an activity for the house (a demonstration, an import): dates may lie in the past.
     *
     * @throws IllegalArgumentException when what is said does not go
     */
    @AllowedTo(Role.THE_HOUSE)
    public UUID found(ActivityInput input) {
        var problems = InputCheck.of(input, today());
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(problems.toString());
        }
        return transaction.call(() -> {
            var done = make(input, plan(input.dates()));
            activities.findOneById(done.activityId()).orElseThrow().publish(clock.instant());
            return done.activityId();
        });
    }

    /** Changes what is said about it and who may register when; dates and places are changed by themselves. */
    public Outcome change(UUID activityId, int version, ActivityInput input) {
        var problems = InputCheck.of(input, today());
        if (!problems.isEmpty()) {
            return new NotYet(problems);
        }
        return withFreeSlug(() -> onActivity(activityId, activity -> {
            if (activity.version() != version) {
                return new ChangedMeanwhile();
            }
            if (isPhotoGone(input)) {
                return photoGone();
            }
            boolean renamed = !activity.wasPublished() && !activity.about().title().equals(input.about().title());
            activity.describe(input.about(), input.rules(centres.current().zone()), clock.instant());
            activity.illustrate(input.photo());
            if (renamed) {
                activity.rename(freeSlug(input.about().title()));
            }
            return done(activity);
        }));
    }

    /** Shows it to everybody; a suspended activity is taken up again. */
    public Outcome publish(UUID activityId) {
        return onActivity(activityId, activity -> {
            if (!activity.status().mayBecome(ActivityStatus.PUBLISHED)) {
                return new Refused(Reason.NOT_IN_THIS_STATE);
            }
            if (datesOf(activityId).stream().noneMatch(this::isToCome)) {
                return new Refused(Reason.NO_SESSION_TO_COME);
            }
            boolean resumed = activity.status() == ActivityStatus.SUSPENDED;
            activity.publish(clock.instant());
            if (resumed) {
                events.publishEvent(new ActivityResumed(activityId));
            }
            return done(activity);
        });
    }

    /** Takes away for good what nobody but the staff has seen, with its groups and sessions, and what was typed about it. */
    public Outcome deleteDraft(UUID activityId) {
        return onActivity(activityId, activity -> {
            if (activity.status() != ActivityStatus.DRAFT) {
                return new Refused(Reason.ONCE_PUBLISHED);
            }
            drafts.deleteOf(activityId);
            datesOf(activityId).forEach(sessions::delete);
            groups.findByActivityIdInOrderById(List.of(activityId)).forEach(groups::delete);
            activities.delete(activity);
            audit.record("activity-draft-deleted", "activity", activityId, null);
            return done(activity);
        });
    }

    /** Stops registrations for a while, and says why. */
    public Outcome suspend(UUID activityId, String reason) {
        return reasoned(reason, why -> onActivity(activityId, activity -> {
            if (!activity.status().mayBecome(ActivityStatus.SUSPENDED)) {
                return new Refused(Reason.NOT_IN_THIS_STATE);
            }
            activity.suspend(why, clock.instant());
            return done(activity);
        }));
    }

    /** Ends it for good with all its sessions to come, and says why. */
    public Outcome cancel(UUID activityId, String reason) {
        return reasoned(reason, why -> onActivity(activityId, activity -> {
            if (!activity.status().mayBecome(ActivityStatus.CANCELLED)) {
                return new Refused(Reason.NOT_IN_THIS_STATE);
            }
            activity.cancel(why, clock.instant());
            datesOf(activityId).stream().filter(this::isToCome).forEach(session -> session.cancel(why));
            events.publishEvent(new ActivityCancelled(activityId));
            return done(activity);
        }));
    }

    /** A new draft that says the same, with the same groups and no dates. */
    public Outcome duplicate(UUID activityId, String title) {
        return withFreeSlug(() -> transaction.call(() -> activities.findOneById(activityId).<Outcome>map(original -> {
            var about = original.about();
            String newTitle = title.length() > About.TITLE ? title.substring(0, About.TITLE) : title;
            var copy = new About(newTitle, about.summary(), about.description(), about.category(), about.place(), about.accessNote(),
                    about.bring(), about.price());
            var rules = new AdmissionRules(original.rules().audience(), original.rules().registrationNeeded(), original.rules().needsApproval(),
                    null, null);
            var activity = activities.save(new Activity(copy, freeSlug(newTitle), rules, clock.instant()));
            activity.illustrate(original.photo());
            for (var group : groups.findByActivityIdInOrderById(List.of(activityId))) {
                groups.save(new ActivityGroup(activity.id(), group.name(), group.booking(), group.defaultPlaces(), null));
            }
            return done(activity);
        }).orElseGet(() -> new Refused(Reason.NOT_FOUND))));
    }

    /** Adds a group with its own dates: another day, another age. */
    public Outcome addGroup(UUID activityId, String name, Booking booking, @Nullable Integer places, Dates dates) {
        var problems = new ArrayList<>(InputCheck.of(dates, now()));
        problems.addAll(InputCheck.ofPlaces(places));
        String line = About.line(name.length() > 200 ? name.substring(0, 200) : name);
        if (line.isEmpty() || line.length() > 80) {
            problems.add(Problem.at(Problem.Field.GROUP_NAME, "group-name"));
        }
        if (!problems.isEmpty() || places == null) {
            return new NotYet(problems);
        }
        return onActivity(activityId, activity -> {
            if (activity.status() == ActivityStatus.CANCELLED) {
                return new Refused(Reason.NOT_IN_THIS_STATE);
            }
            var days = toCome(plan(dates));
            if (days.isEmpty()) {
                return new Refused(Reason.NO_DATE_LEFT);
            }
            var group = groups.save(new ActivityGroup(activityId, line, booking, places, dates.series(centres.current().zone())));
            schedule(group, days, places);
            return done(activity);
        });
    }

    /** Adds dates to a group. */
    public Outcome addDates(UUID groupId, Dates dates, @Nullable Integer places) {
        var problems = new ArrayList<>(InputCheck.of(dates, now()));
        problems.addAll(InputCheck.ofPlaces(places));
        if (!problems.isEmpty() || places == null) {
            return new NotYet(problems);
        }
        return onGroup(groupId, (group, activity, all) -> {
            if (activity.status() == ActivityStatus.CANCELLED) {
                return new Refused(Reason.NOT_IN_THIS_STATE);
            }
            if (group.booking() == Booking.WHOLE_SERIES && all.stream().anyMatch(session -> session.taken() + session.waiting() > 0)) {
                return new Refused(Reason.SERIES_HAS_PEOPLE);
            }
            var days = toCome(plan(dates));
            if (days.isEmpty()) {
                return new Refused(Reason.NO_DATE_LEFT);
            }
            var series = dates.series(centres.current().zone());
            if (series != null) {
                group.change(places, series);
            }
            schedule(group, days, places);
            return done(activity);
        });
    }

    /** Moves sessions or changes their places; who has a place keeps it. */
    public Outcome changeSessions(UUID groupId, UUID sessionId, int version, SessionChange.Reach reach, SessionChange change) {
        var problems = new ArrayList<Problem>();
        if (change.places() != null) {
            problems.addAll(InputCheck.ofPlaces(change.places()));
        }
        if (change.starts() == null ^ change.ends() == null) {
            problems.add(Problem.at(Problem.Field.HOURS, "hours-missing"));
        } else if (change.starts() != null && !change.starts().isBefore(change.ends())) {
            problems.add(Problem.at(Problem.Field.HOURS, "hours-order"));
        }
        if (reach == SessionChange.Reach.ONE && change.date() != null) {
            problems.addAll(InputCheck.ofDate(change.date(), today()));
        }
        if (!problems.isEmpty()) {
            return new NotYet(problems);
        }
        return onSessions(groupId, sessionId, version, reach, (group, activity, chosen, whole) -> {
            if (chosen.stream().anyMatch(session -> isIntoThePast(session, change, reach))) {
                return new NotYet(List.of(Problem.at(Problem.Field.HOURS, "hours-past")));
            }
            boolean added = false;
            for (var session : chosen) {
                added |= apply(session, change, reach);
            }
            if (whole) {
                follow(group, change);
            }
            if (added) {
                events.publishEvent(new PlacesAdded(groupId));
            }
            return done(activity);
        });
    }

    /** Cancels sessions, and says why. */
    public Outcome cancelSessions(UUID groupId, UUID sessionId, int version, SessionChange.Reach reach, String reason) {
        return reasoned(reason, why -> onSessions(groupId, sessionId, version, reach, (group, activity, chosen, whole) -> {
            chosen.forEach(session -> session.cancel(why));
            chosen.forEach(session -> events.publishEvent(new SessionCancelled(session.id())));
            return done(activity);
        }));
    }

    private List<ActivitySession> datesOf(UUID activityId) {
        return sessions.findByGroupIdInOrderByStartsAtAscIdAsc(
                groups.findByActivityIdInOrderById(List.of(activityId)).stream().map(ActivityGroup::id).toList());
    }

    /** What holds for all sessions to come is the group's rule. */
    private static void follow(ActivityGroup group, SessionChange change) {
        if (change.starts() != null && change.ends() != null) {
            group.meetAt(change.starts(), change.ends());
        }
        if (change.places() != null) {
            group.change(change.places(), group.series());
        }
    }

    /** An hour of today may be over. What stays at its hour is no change. */
    private boolean isIntoThePast(ActivitySession session, SessionChange change, SessionChange.Reach reach) {
        var starts = starts(session, change, reach);
        return !starts.equals(session.startsAt()) && !starts.isAfter(clock.instant());
    }

    private Instant starts(ActivitySession session, SessionChange change, SessionChange.Reach reach) {
        var zone = centres.current().zone();
        var now = session.startsAt().atZone(zone);
        return day(session, change, reach).atTime(Objects.requireNonNullElse(change.starts(), now.toLocalTime())).atZone(zone).toInstant();
    }

    private LocalDate day(ActivitySession session, SessionChange change, SessionChange.Reach reach) {
        return reach == SessionChange.Reach.ONE && change.date() != null ? change.date() : LocalDate.ofInstant(session.startsAt(), centres.current().zone());
    }

    private boolean apply(ActivitySession session, SessionChange change, SessionChange.Reach reach) {
        var zone = centres.current().zone();
        var day = day(session, change, reach);
        var starts = starts(session, change, reach);
        var ends = day.atTime(Objects.requireNonNullElse(change.ends(), session.endsAt().atZone(zone).toLocalTime())).atZone(zone).toInstant();
        if (!starts.equals(session.startsAt()) || !ends.equals(session.endsAt())) {
            session.move(starts, ends, zone);
            events.publishEvent(new SessionMoved(session.id()));
        }
        if (change.places() == null || change.places() == session.places()) {
            return false;
        }
        boolean more = change.places() > session.places();
        session.offer(change.places());
        return more;
    }

    private Done make(ActivityInput input, SeriesPlan plan) {
        var zone = centres.current().zone();
        int places = Objects.requireNonNull(input.places());
        var activity = activities.save(new Activity(input.about(), freeSlug(input.about().title()), input.rules(zone), clock.instant()));
        activity.illustrate(input.photo());
        var group = groups.save(new ActivityGroup(activity.id(), "", input.booking(), places, input.dates().series(zone)));
        schedule(group, plan.sessions(), places);
        return done(activity);
    }

    private void schedule(ActivityGroup group, List<SeriesPlan.Day> days, int places) {
        var zone = centres.current().zone();
        days.forEach(day -> sessions.save(new ActivitySession(group.id(), day.starts(), day.ends(), zone, places)));
    }

    /** A photo that no activity shows is not kept for ever. */
    private boolean isPhotoGone(ActivityInput input) {
        return input.photo() != null && !photos.existsByHash(input.photo().hash());
    }

    private static NotYet photoGone() {
        return new NotYet(List.of(Problem.at(Problem.Field.PHOTO, "photo-gone")));
    }

    private List<SeriesPlan.Day> toCome(SeriesPlan plan) {
        return plan.sessions().stream().filter(day -> day.starts().isAfter(clock.instant())).toList();
    }

    private SeriesPlan plan(Dates dates) {
        var centre = centres.current();
        var series = dates.series(centre.zone());
        if (series != null) {
            return planner.plan(series, centre.holidayZone());
        }
        var date = Objects.requireNonNull(dates.date());
        var starts = date.atTime(Objects.requireNonNull(dates.starts())).atZone(centre.zone()).toInstant();
        var ends = date.atTime(Objects.requireNonNull(dates.ends())).atZone(centre.zone()).toInstant();
        return new SeriesPlan(List.of(new SeriesPlan.Day(date, starts, ends, null, "")), null);
    }

    /** The groups' locks come first, then the activity is read. */
    private Outcome onActivity(UUID activityId, Function<Activity, Outcome> work) {
        return transaction.call(() -> {
            groups.lockOf(activityId);
            return activities.findOneById(activityId).map(work).orElseGet(() -> new Refused(Reason.NOT_FOUND));
        });
    }

    private interface GroupWork {
        Outcome on(ActivityGroup group, Activity activity, List<ActivitySession> all);
    }

    private Outcome onGroup(UUID groupId, GroupWork work) {
        return transaction.call(() -> groups.lock(groupId).map(group -> work.on(group, activities.findOneById(group.activityId()).orElseThrow(),
                sessions.findByGroupIdInOrderByStartsAtAscIdAsc(List.of(groupId)))).orElseGet(() -> new Refused(Reason.NOT_FOUND)));
    }

    private interface SessionWork {
        Outcome on(ActivityGroup group, Activity activity, List<ActivitySession> chosen, boolean whole);
    }

    private Outcome onSessions(UUID groupId, UUID sessionId, int version, SessionChange.Reach reach, SessionWork work) {
        return onGroup(groupId, (group, activity, all) -> {
            var one = all.stream().filter(session -> session.id().equals(sessionId)).findFirst().orElse(null);
            if (one == null) {
                return new Refused(Reason.NOT_FOUND);
            }
            if (one.toRecord().version() != version) {
                return new ChangedMeanwhile();
            }
            if (!isToCome(one)) {
                return new Refused(Reason.SESSION_OVER);
            }
            var toCome = all.stream().filter(this::isToCome).toList();
            var chosen = switch (reach) {
                case ONE -> List.of(one);
                case FOLLOWING -> toCome.stream().filter(session -> !session.startsAt().isBefore(one.startsAt())).toList();
                case ALL -> toCome;
            };
            return work.on(group, activity, chosen, reach != SessionChange.Reach.ONE && chosen.size() == toCome.size());
        });
    }

    private boolean isToCome(ActivitySession session) {
        return session.isPlanned() && session.startsAt().isAfter(clock.instant());
    }

    private static Outcome reasoned(String typed, Function<String, Outcome> work) {
        if (typed.strip().length() > REASON) {
            return new Refused(Reason.REASON_TOO_LONG);
        }
        String reason = About.line(typed);
        return reason.isEmpty() ? new Refused(Reason.REASON_MISSING) : work.apply(reason);
    }

    /** Two people may choose the same title in the same second: the key refuses the second, who gets another address. */
    private static Outcome withFreeSlug(Supplier<Outcome> work) {
        try {
            return work.get();
        } catch (DataIntegrityViolationException first) {
            return work.get();
        }
    }

    private String freeSlug(String title) {
        String plain = SearchKey.of(title).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String base = plain.isEmpty() ? "activite" : plain.substring(0, Math.min(SLUG, plain.length())).replaceAll("-+$", "");
        String slug = base;
        for (int twin = 2; activities.existsBySlug(slug); twin++) {
            slug = base + "-" + (twin <= TWINS ? Integer.toString(twin) : HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()));
        }
        return slug;
    }

    private LocalDate today() {
        return now().toLocalDate();
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), centres.current().zone());
    }

    private Done done(Activity activity) {
        return new Done(activity.id(), activity.slug());
    }
}
