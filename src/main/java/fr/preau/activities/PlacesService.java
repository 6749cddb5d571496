package fr.preau.activities;

import fr.preau.base.AllowedTo;
import fr.preau.base.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives out places, one at a time.
 * <p>
 * Whoever changes who has a place calls {@link #lock} as the <strong>first statement</strong> of the transaction: under
 * REPEATABLE READ the first plain read fixes what the transaction sees, and a count made on an older view gives the last
 * place twice. Several groups are locked in the order of their ids, so that two transactions never wait for each other.
 */
@Service
@AllowedTo(Role.THE_HOUSE)
@Transactional(propagation = Propagation.MANDATORY)
public class PlacesService {

    private final Activities activities;
    private final ActivityGroups groups;
    private final ActivitySessions sessions;

    PlacesService(Activities activities, ActivityGroups groups, ActivitySessions sessions) {
        this.activities = activities;
        this.groups = groups;
        this.sessions = sessions;
    }

    /**
     * Waits until nobody else changes these groups, holds them until the transaction ends, then reads them.
     *
     * @return the groups in the order of their ids; ids that are not of this centre are left out
     */
    public List<LockedGroup> lock(Collection<UUID> groupIds) {
        // As text, since UUID's own order is signed and not the database's.
        var held = groupIds.stream().distinct().sorted(Comparator.comparing(UUID::toString))
                .flatMap(id -> groups.lock(id).stream()).toList();
        return read(held);
    }

    /** The same for all groups of an activity, as the first statement too. */
    public List<LockedGroup> lockActivity(UUID activityId) {
        return read(groups.lockOf(activityId));
    }

    /** The same without waiting and without a promise: to show, never to decide. */
    public List<LockedGroup> peek(Collection<UUID> groupIds) {
        return read(groupIds.stream().distinct().sorted(Comparator.comparing(UUID::toString))
                .flatMap(id -> groups.findOneById(id).stream()).toList());
    }

    /**
     * Notes how many people hold a place in a session and wait for one, so that pages need not count. Only under the
     * group's lock, which has read the session: this asks the database nothing.
     *
     * @param taken      people who hold a place, those overbooked included
     * @param overbooked how many of them came in by the right to overbook
     * @throws IllegalStateException when that is more than the session allows: a bug, the transaction must not commit
     */
    public void recordOccupancy(UUID sessionId, int taken, int waiting, int overbooked) {
        sessions.findById(sessionId).orElseThrow().occupy(taken, waiting, overbooked);
    }

    private List<LockedGroup> read(List<ActivityGroup> held) {
        if (held.isEmpty()) {
            return List.of();
        }
        var dates = sessions.findByGroupIdInOrderByStartsAtAscIdAsc(held.stream().map(ActivityGroup::id).toList()).stream()
                .collect(Collectors.groupingBy(ActivitySession::groupId, Collectors.mapping(ActivitySession::toPlaces, Collectors.toList())));
        var rules = activities.findByIdIn(held.stream().map(ActivityGroup::activityId).distinct().toList()).stream()
                .collect(Collectors.toMap(Activity::id, Function.identity()));
        var all = new ArrayList<LockedGroup>();
        for (var group : held) {
            var activity = rules.get(group.activityId());
            all.add(new LockedGroup(group.id(), activity.id(), activity.about().title(), group.name(), group.booking(), activity.status(),
                    activity.waitingPolicy(), activity.rules(), dates.getOrDefault(group.id(), List.of())));
        }
        return List.copyOf(all);
    }
}
