package fr.preau.activities;

import fr.preau.activities.Outcome.ChangedMeanwhile;
import fr.preau.activities.Outcome.NotYet;
import fr.preau.activities.Outcome.Reason;
import fr.preau.activities.Outcome.Refused;
import fr.preau.base.AllowedTo;
import fr.preau.base.Ids;
import fr.preau.base.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives activities their dates: adds groups and sessions, moves them, gives them other places, cancels them. What touches
 * people who are registered is told to the other modules in the same transaction.
 */
@Service
@AllowedTo({Role.ANIMATOR, Role.DIRECTOR})
public class ScheduleService {

    private static final int GROUP_NAME = 80;

    private final LockedWork work;
    private final Timetable timetable;
    private final ActivityGroups groups;
    private final SeriesPeople people;
    private final SessionMoves moves;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ScheduleService(LockedWork work, Timetable timetable, ActivityGroups groups, SeriesPeople people, SessionMoves moves,
                    ApplicationEventPublisher events, Clock clock) {
        this.work = work;
        this.timetable = timetable;
        this.groups = groups;
        this.people = people;
        this.moves = moves;
        this.events = events;
        this.clock = clock;
    }

    /** The dates that this would give; nothing while they cannot be worked out. */
    public Optional<SeriesPlan> preview(Dates dates) {
        return InputCheck.canBePlanned(dates, timetable.now()) ? Optional.of(timetable.plan(dates)) : Optional.empty();
    }

    /** The same for dates that are added to a group: without those that it has already. */
    @Transactional(readOnly = true)
    public Optional<SeriesPlan> preview(UUID groupId, Dates dates) {
        return preview(dates).map(plan -> plan.beside(planned(work.sessionsIn(groupId))));
    }

    /** Adds a group with its own dates: another day, another age. */
    public Outcome addGroup(UUID activityId, String name, Booking booking, @Nullable Integer places, Dates dates) {
        var problems = problems(dates, places);
        String line = About.line(name.substring(0, Math.min(name.length(), GROUP_NAME + 1)));
        if (line.isEmpty() || name.strip().length() > GROUP_NAME) {
            problems.add(Problem.at(Problem.Field.GROUP_NAME, "group-name"));
        }
        if (!problems.isEmpty() || places == null) {
            return new NotYet(problems);
        }
        return work.onActivity(activityId, activity -> {
            if (activity.status() == ActivityStatus.CANCELLED) {
                return new Refused(Reason.NOT_IN_THIS_STATE);
            }
            var days = timetable.toCome(timetable.plan(dates));
            if (days.isEmpty()) {
                return new Refused(Reason.NO_DATE_LEFT);
            }
            var group = groups.save(new ActivityGroup(activityId, line, booking, places, dates.series(timetable.zone())));
            timetable.schedule(group, days, places);
            return LockedWork.done(activity);
        });
    }

    private static Set<Instant> planned(List<ActivitySession> some) {
        return some.stream().filter(ActivitySession::isPlanned).map(ActivitySession::startsAt).collect(Collectors.toSet());
    }

    /** Adds dates to a group, as far as it does not meet at these moments already. */
    public Outcome addDates(UUID groupId, Dates dates, @Nullable Integer places) {
        var problems = problems(dates, places);
        if (!problems.isEmpty() || places == null) {
            return new NotYet(problems);
        }
        return work.onGroup(groupId, (group, activity, all) -> {
            if (activity.status() == ActivityStatus.CANCELLED) {
                return new Refused(Reason.NOT_IN_THIS_STATE);
            }
            if (group.booking() == Booking.WHOLE_SERIES && people.areIn(groupId)) {
                return new Refused(Reason.SERIES_HAS_PEOPLE);
            }
            var plan = timetable.plan(dates).beside(planned(all));
            var days = timetable.toCome(plan);
            if (days.isEmpty()) {
                return new Refused(plan.there() > 0 ? Reason.DATES_ARE_THERE : Reason.NO_DATE_LEFT);
            }
            var series = dates.series(timetable.zone());
            if (series != null) {
                group.change(places, series);
            }
            timetable.schedule(group, days, places);
            return new Outcome.Done(activity.id(), activity.slug(), plan.there());
        });
    }

    private List<Problem> problems(Dates dates, @Nullable Integer places) {
        var problems = new ArrayList<>(InputCheck.of(dates, timetable.now()));
        problems.addAll(InputCheck.ofPlaces(places));
        return problems;
    }

    /** Moves sessions or changes their places; who has a place keeps it. */
    public Outcome changeSessions(UUID groupId, UUID sessionId, int version, SessionChange.Reach reach, SessionChange asked) {
        var change = asked.reaching(reach);
        var problems = change.problems(timetable.today());
        if (!problems.isEmpty()) {
            return new NotYet(problems);
        }
        var zone = timetable.zone();
        return onSessions(groupId, sessionId, version, reach, (group, activity, chosen, whole) -> {
            if (chosen.stream().anyMatch(session -> change.isIntoThePast(session, zone, clock.instant()))) {
                return new NotYet(List.of(Problem.at(Problem.Field.HOURS, "hours-past")));
            }
            move(chosen.stream().filter(session -> change.moves(session, zone)).toList(), change, zone);
            boolean added = false;
            for (var session : chosen) {
                added |= offersMore(session, change.places());
            }
            if (whole) {
                change.becomeRuleOf(group);
            }
            if (added) {
                events.publishEvent(new PlacesAdded(groupId));
            }
            return LockedWork.done(activity);
        });
    }

    private void move(List<ActivitySession> some, SessionChange change, ZoneId zone) {
        if (some.isEmpty()) {
            return;
        }
        var gesture = Ids.next();
        var ids = some.stream().map(ActivitySession::id).toList();
        moves.note(ids, gesture, clock.instant());
        some.forEach(session -> session.move(change.startOf(session, zone), change.endOf(session, zone), zone, gesture));
        var lastEnd = some.stream().map(ActivitySession::endsAt).max(Comparator.naturalOrder()).orElseThrow();
        events.publishEvent(new SessionsMoved(gesture, ids, lastEnd));
    }

    /** Gives a session these places; answers whether that is more than before. */
    private static boolean offersMore(ActivitySession session, @Nullable Integer places) {
        int before = session.places();
        if (places != null && places != before) {
            session.offer(places);
        }
        return session.places() > before;
    }

    /** Cancels sessions, and says why. */
    public Outcome cancelSessions(UUID groupId, UUID sessionId, int version, SessionChange.Reach reach, String reason) {
        return StatedReason.then(reason, why -> onSessions(groupId, sessionId, version, reach, (group, activity, chosen, whole) -> {
            var gesture = Ids.next();
            chosen.forEach(session -> session.cancel(why, gesture));
            events.publishEvent(new SessionsCancelled(groupId, gesture, chosen.stream().map(ActivitySession::id).toList(), why));
            return LockedWork.done(activity);
        }));
    }

    /** What is done with the sessions that were chosen; whether these are all that are to come. */
    private interface OnSessions {
        Outcome with(ActivityGroup group, Activity activity, List<ActivitySession> chosen, boolean whole);
    }

    private Outcome onSessions(UUID groupId, UUID sessionId, int version, SessionChange.Reach reach, OnSessions then) {
        return work.onGroup(groupId, (group, activity, all) -> {
            var one = all.stream().filter(session -> session.id().equals(sessionId)).findFirst().orElse(null);
            if (one == null) {
                return new Refused(Reason.NOT_FOUND);
            }
            if (one.toRecord().version() != version) {
                return new ChangedMeanwhile();
            }
            if (!timetable.isToCome(one)) {
                return new Refused(Reason.SESSION_OVER);
            }
            var toCome = all.stream().filter(timetable::isToCome).toList();
            var chosen = switch (reach) {
                case ONE -> List.of(one);
                case FOLLOWING -> toCome.stream().filter(session -> !session.startsAt().isBefore(one.startsAt())).toList();
                case ALL -> toCome;
            };
            return then.with(group, activity, chosen, reach != SessionChange.Reach.ONE && chosen.size() == toCome.size());
        });
    }
}
