package fr.preau.activities;

import fr.preau.base.AllowedTo;
import fr.preau.base.Role;
import fr.preau.centres.CentreService;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells what the current centre offers. Reads only; a number of free places may be older than the next click. */
@Service
@Transactional(readOnly = true)
public class CatalogueService {

    private final Activities activities;
    private final ActivityGroups groups;
    private final ActivitySessions sessions;
    private final CatalogueQueries queries;
    private final RhythmReader rhythms;
    private final CentreService centres;
    private final Clock clock;

    CatalogueService(Activities activities, ActivityGroups groups, ActivitySessions sessions, CatalogueQueries queries,
                     RhythmReader rhythms, CentreService centres, Clock clock) {
        this.activities = activities;
        this.groups = groups;
        this.sessions = sessions;
        this.queries = queries;
        this.rhythms = rhythms;
        this.centres = centres;
        this.clock = clock;
    }

    /** What everybody may see and still go to, soonest first; without cards and count when the page begins after the last one. */
    @AllowedTo(Role.ANYONE)
    public ActivityCards shown(CatalogueFilter filter, int offset, int limit) {
        Instant now = clock.instant();
        var found = queries.shown(filter, now, centres.current().zone(), offset, limit);
        return new ActivityCards(cards(found.ids(), now), found.total());
    }

    /** The sheet that the public page shows, with the sessions to come; nothing while it is a draft. */
    @AllowedTo(Role.ANYONE)
    public Optional<ActivitySheet> shownSheet(String slug) {
        Instant now = clock.instant();
        return activities.findBySlug(slug).filter(activity -> activity.status().isPublic())
                .map(activity -> sheet(activity, now, now));
    }

    /** All activities, those changed last first; of one status only, or containing these words. */
    @AllowedTo({Role.ANIMATOR, Role.RECEPTION, Role.DIRECTOR})
    public List<ActivityCard> all(@Nullable ActivityStatus status, String words, int offset, int limit) {
        return cards(queries.all(status, words, offset, limit), clock.instant());
    }

    @AllowedTo({Role.ANIMATOR, Role.RECEPTION, Role.DIRECTOR})
    public long countAll(@Nullable ActivityStatus status, String words) {
        return queries.countAll(status, words);
    }

    /** The whole sheet, past sessions included. */
    @AllowedTo({Role.ANIMATOR, Role.RECEPTION, Role.DIRECTOR})
    public Optional<ActivitySheet> sheet(UUID activityId) {
        return activities.findOneById(activityId).map(activity -> sheet(activity, Instant.EPOCH, clock.instant()));
    }

    /** The sheet for other modules, whatever its status. */
    @AllowedTo(Role.THE_HOUSE)
    public Optional<ActivitySheet> find(UUID activityId) {
        return sheet(activityId);
    }

    /** Sessions with what they are sessions of, by time; ids that are not of this centre are left out. */
    @AllowedTo(Role.THE_HOUSE)
    public List<SessionLine> sessions(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : lines(sessions.findByIdIn(ids));
    }

    /** One session, for other modules. */
    @AllowedTo(Role.THE_HOUSE)
    public Optional<SessionLine> session(UUID id) {
        return sessions(List.of(id)).stream().findFirst();
    }

    private List<ActivityCard> cards(List<UUID> ids, Instant now) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var byId = activities.findByIdIn(ids).stream().collect(Collectors.toMap(Activity::id, Function.identity()));
        var inThem = groups.findByActivityIdIn(ids);
        var toCome = queries.sessions(inThem.stream().map(ActivityGroup::id).toList(), now).stream()
                .filter(session -> session.isToCome(now)).collect(Collectors.groupingBy(SessionRecord::groupId));
        var byActivity = inThem.stream().collect(Collectors.groupingBy(ActivityGroup::activityId));
        return ids.stream().map(id -> card(byId.get(id), byActivity.getOrDefault(id, List.of()), toCome, now)).toList();
    }

    private ActivityCard card(Activity activity, List<ActivityGroup> own, Map<UUID, List<SessionRecord>> toCome, Instant now) {
        var withSessions = own.stream().filter(group -> toCome.containsKey(group.id())).toList();
        var rooms = withSessions.stream().map(group -> room(group.booking(), toCome.get(group.id())).availability()).toList();
        var first = withSessions.stream().map(group -> toCome.get(group.id()).getFirst()).min(Comparator.comparing(SessionRecord::startsAt)).orElse(null);
        var series = own.stream().map(ActivityGroup::series).filter(Objects::nonNull).toList();
        var about = activity.about();
        return new ActivityCard(activity.id(), activity.slug(), about.title(), about.category(), activity.rules().audience(), activity.status(),
                about.place(), Availability.of(activity.status(), activity.rules(), rooms, now), first, series, hours(own, toCome), activity.changedAt());
    }

    private List<Rhythm.Hours> hours(List<ActivityGroup> own, Map<UUID, List<SessionRecord>> toCome) {
        var zone = centres.current().zone();
        return own.stream().filter(group -> group.series() != null)
                .flatMap(group -> rhythms.hours(Objects.requireNonNull(group.series()),
                        toCome.getOrDefault(group.id(), List.of()), zone).stream())
                .sorted(Comparator.comparing(Rhythm.Hours::from)).toList();
    }

    private ActivitySheet sheet(Activity activity, Instant notOverAt, Instant now) {
        var own = groups.findByActivityIdIn(List.of(activity.id()));
        var dates = queries.sessions(own.stream().map(ActivityGroup::id).toList(), notOverAt).stream()
                .collect(Collectors.groupingBy(SessionRecord::groupId));
        var sheets = own.stream().map(group -> {
            var all = dates.getOrDefault(group.id(), List.of());
            var toCome = all.stream().filter(session -> session.isToCome(now)).toList();
            return new GroupSheet(group.id(), group.name(), group.booking(), group.defaultPlaces(), group.series(),
                    room(group.booking(), toCome).availability(), all);
        }).toList();
        var availability = Availability.of(activity.status(), activity.rules(), sheets.stream().map(GroupSheet::availability).toList(), now);
        return new ActivitySheet(activity.id(), activity.slug(), activity.about(), activity.photo(), activity.rules(), activity.status(),
                activity.statusReason(), availability, sheets, activity.changedAt(), activity.version());
    }

    private static Availability.Room room(Booking booking, List<SessionRecord> toCome) {
        var free = toCome.stream().mapToInt(SessionRecord::free).summaryStatistics();
        int waiting = booking == Booking.BY_SESSION ? toCome.stream().findFirst().map(SessionRecord::waiting).orElse(0)
                : toCome.stream().mapToInt(SessionRecord::waiting).max().orElse(0);
        return new Availability.Room(booking, toCome.size(), free.getMin(), free.getMax(), waiting,
                toCome.isEmpty() ? 0 : toCome.getFirst().free());
    }

    private List<SessionLine> lines(List<ActivitySession> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        var byGroup = new HashMap<UUID, ActivityGroup>();
        groups.findByIdIn(found.stream().map(ActivitySession::groupId).distinct().toList()).forEach(group -> byGroup.put(group.id(), group));
        var byId = activities.findByIdIn(byGroup.values().stream().map(ActivityGroup::activityId).distinct().toList()).stream()
                .collect(Collectors.toMap(Activity::id, Function.identity()));
        return found.stream().sorted(Comparator.comparing(ActivitySession::startsAt).thenComparing(session -> session.id().toString())).map(session -> {
            var group = byGroup.get(session.groupId());
            var activity = byId.get(group.activityId());
            return new SessionLine(session.toRecord(), activity.id(), activity.slug(), activity.about().title(), group.name(),
                    activity.about().category(), activity.about().place(), group.booking());
        }).toList();
    }
}
